import { type BrowserContext, chromium, type Browser as PlaywrightBrowser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dismissConsent } from '#scrapers/fetch/dismiss-consent.ts'
import { CHROMIUM } from '../../support/chromium.ts'

let browser: PlaywrightBrowser
let context: BrowserContext

describe.skipIf(CHROMIUM === null)('a consent banner', () => {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ['--no-sandbox', '--disable-background-networking'],
    })
    context = await browser.newContext()
    await context.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>elsewhere</p>' }),
    )
  })
  afterAll(() => browser?.close())

  const on = async (html: string) => {
    const page = await context.newPage()
    await page.setContent(`<!doctype html><meta charset=utf-8><p>The story.</p>${html}
      <script>for (const b of document.querySelectorAll('button, a, [role=button]')) b.addEventListener('click', () => { document.title += b.dataset.name; b.closest('.box')?.remove() })</script>`)
    const clicks = await dismissConsent(page)
    const answer = {
      clicks,
      title: await page.title(),
      url: page.url(),
      text: await page.textContent('body'),
    }
    await page.close()
    return answer
  }
  const banner = (words: string, reject: string, accept: string) =>
    `<div class="box" style="position:fixed;bottom:0"><p>${words}</p><button data-name=accept>${accept}</button><button data-name=reject>${reject}</button></div>`

  it.each([
    ['en', 'We use cookies.', 'Reject all', 'Accept all'],
    ['zh', '本网站使用 Cookie 以改善体验。', '全部拒绝', '全部接受'],
    ['de', 'Wir verwenden Cookies. Datenschutz.', 'Alle ablehnen', 'Alle akzeptieren'],
    ['fr', 'Nous respectons votre vie privée.', 'Continuer sans accepter', 'Tout accepter'],
    ['es', 'Usamos cookies propias y de terceros.', 'Rechazar todo', 'Aceptar todo'],
    ['ja', '当サイトではクッキーを使用しています。', 'すべて拒否する', 'すべて同意する'],
  ])('in %s is rejected, not accepted', async (_, words, reject, accept) => {
    const { clicks, title, text } = await on(banner(words, reject, accept))
    expect(title).toBe('reject')
    expect(clicks).toEqual([
      {
        answer: 'reject',
        words: reject,
        foundBy: 'its words',
        frame: 'page',
        ledElsewhere: false,
        isGone: true,
      },
    ])
    expect(text).not.toContain(words)
  })

  it('that lets people refuse only in part is refused in part', async () => {
    const { title } = await on(banner('We use cookies.', 'Only necessary cookies', 'Allow all'))
    expect(title).toBe('reject')
  })

  it('without a way to refuse is accepted as the last resort', async () => {
    const { clicks } = await on(
      '<div class=box role=dialog><p>Your privacy matters.</p><button>Settings</button><button data-name=a>I agree</button></div>',
    )
    expect(clicks).toMatchObject([{ answer: 'accept', words: 'I agree' }])
  })

  it('of a known tool is found by the names of that tool, in a shadow root too', async () => {
    const { clicks } = await on(
      `<div id=host></div><script>host.attachShadow({ mode: 'open' }).innerHTML = '<div><button data-testid="uc-deny-all-button">Nein danke</button></div>';
      host.shadowRoot.querySelector('button').onclick = () => host.remove()</script>`,
    )
    expect(clicks).toMatchObject([{ answer: 'reject', words: 'Nein danke', isGone: true }])
  })

  it('in a frame of its own is found there', async () => {
    const { clicks } = await on(
      `<iframe srcdoc="<p>We and our partners use cookies.</p><button onclick='this.remove()'>Reject all</button>"></iframe>`,
    )
    expect(clicks).toMatchObject([{ answer: 'reject', frame: 'about:srcdoc', isGone: true }])
  })

  it.each([
    [
      'a link to another page',
      '<div class=box role=dialog>Cookies <a href="https://elsewhere.example/">Reject all</a></div>',
    ],
    [
      'a button that sends a form',
      '<div class=box role=dialog>Cookies <form action=/consent><button>Reject all</button></form></div>',
    ],
    [
      'a button of the story',
      '<article><p>Cookies are baked.</p><button data-name=x>Accept</button></article>',
    ],
    [
      'a hidden button',
      '<div class=box role=dialog style="display:none">Cookies <button data-name=x>Reject all</button></div>',
    ],
  ])('is never answered through %s', async (_, html) => {
    expect(await on(html)).toMatchObject({ clicks: [], title: '', url: 'about:blank' })
  })

  it('whose button would lead elsewhere by script is held where it is', async () => {
    const page = await context.newPage()
    await page.goto('http://story.example/')
    await page.setContent(
      `<div role=dialog>We use cookies. <button onclick="location.href = 'https://elsewhere.example/'">Reject all</button></div>`,
    )
    const clicks = await dismissConsent(page)
    expect(clicks).toMatchObject([{ answer: 'reject', ledElsewhere: true }])
    expect(page.url()).toBe('http://story.example/')
    await page.close()
  })
})
