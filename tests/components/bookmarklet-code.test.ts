import { type BrowserContext, chromium, type Browser as PlaywrightBrowser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookmarkletCode } from '#components/bookmarklet-code.ts'
import { CHROMIUM } from '../support/chromium.ts'

const code = bookmarkletCode('https://desk.example', '/claims/new')
let browser: PlaywrightBrowser
let context: BrowserContext

describe.skipIf(CHROMIUM === null)('the bookmark', () => {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ['--no-sandbox', '--disable-background-networking'],
    })
    context = await browser.newContext()
    await context.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': "default-src 'none'" },
        body: '<title>Tokens &amp; more</title><p id=p>超过140万亿 tokens 🗞️ a day</p><p id=long></p>',
      }),
    )
  })
  afterAll(() => browser?.close())

  /** Presses the bookmark as a browser does: the address is opened in the page. */
  const press = async (prepare: string) => {
    const page = await context.newPage()
    await page.goto('https://news.example/a?b=1#x')
    await page.evaluate(prepare)
    const opening = context.waitForEvent('page')
    const session = await context.newCDPSession(page)
    const expression = decodeURIComponent(code.slice('javascript:'.length))
    await session.send('Runtime.evaluate', { expression, userGesture: true })
    const opened = await opening
    await opened.waitForURL(/desk/)
    const url = new URL(opened.url())
    await Promise.all([page.close(), opened.close()])
    return url
  }

  it('opens the desk with the address, the title and the selected words', async () => {
    const url = await press('getSelection().selectAllChildren(p)')
    expect(url.origin + url.pathname).toBe('https://desk.example/claims/new')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      url: 'https://news.example/a?b=1#x',
      title: 'Tokens & more',
      quote: '超过140万亿 tokens 🗞️ a day',
    })
  })

  it('cuts a long selection between characters', async () => {
    const url = await press(`long.textContent = '词🗞'.repeat(5000); getSelection().selectAllChildren(long)`)
    expect(url.search.length).toBeLessThan(6_100)
    const quote = url.searchParams.get('quote') ?? ''
    expect(quote.length).toBeGreaterThan(300)
    expect(/^(?:词🗞)*词?$/u.test(quote)).toBe(true)
  })

  it('goes without words where none are selected', async () => {
    expect((await press('getSelection().removeAllRanges()')).searchParams.get('quote')).toBe('')
  })
})
