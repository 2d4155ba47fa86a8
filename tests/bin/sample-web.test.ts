/** The bundled web, page by page: what each is there to show, walked with the real chain and the real browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_FETCH_CHAIN } from '#domain/step.ts'
import { walkChain } from '#scrapers/chain.ts'
import { type Brought, judged } from '#scrapers/judge-page.ts'
import { createRegistry, type Registry } from '#scrapers/registry.ts'
import { type SampleWeb, startSampleWeb } from '../../bin/sample/web.ts'
import { CHROMIUM } from '../support/chromium.ts'

let web: SampleWeb
let registry: Registry

beforeAll(async () => {
  web = await startSampleWeb()
  registry = createRegistry({
    userAgent: 'Stet test',
    allowLoopbackPages: true,
    chromium: CHROMIUM,
    xai: { apiKey: 'k', baseUrl: web.xaiBaseUrl, model: 'm' },
    searxngUrl: web.searxngUrl,
    browserSearchUrl: web.browserSearchUrl,
    wayback: { enabled: false, cdxUrl: web.xaiBaseUrl, playbackUrl: web.xaiBaseUrl },
  })
})
afterAll(async () => {
  await registry.close()
  await web.close()
})

async function fetchPage(address: string) {
  const keep = () => {}
  const scrapers = registry.fetch.map((one) =>
    judged(one, { read: registry.read, pack: registry.pack, keep }),
  )
  const now = () => new Date()
  const cancelled = new AbortController().signal
  const walk = {
    chain: DEFAULT_FETCH_CHAIN,
    past: [],
    startedAt: now(),
    scrapers,
    input: { address },
    cancelled,
    now,
  }
  const attempts: string[] = []
  let page: Brought | null = null
  for await (const event of walkChain(walk)) {
    if (event.kind === 'opened') continue
    const { outcome } = event.report
    attempts.push(
      outcome.ended === 'done' ? `${event.step} done` : `${event.step} ${outcome.ended} ${outcome.reason}`,
    )
    if (outcome.ended === 'done') page = outcome.value
  }
  return { attempts, page: page as Brought | null }
}

describe.skipIf(CHROMIUM === null)('on the bundled web', () => {
  it('the GB18030 page is read by a plain request although it declares gb2312', async () => {
    const { attempts, page } = await fetchPage(web.addresses.chinanews)
    expect(attempts).toEqual(['plain done'])
    expect(page?.reading).toMatchObject({ charset: 'gb18030', publisher: '中国新闻网' })
    expect(page?.reading.published).toContain('2026-03-23')
    expect(page?.reading.text).toContain('140万亿')
  })

  it('the page that shows its text after its script has run needs the browser', async () => {
    const { attempts, page } = await fetchPage(web.addresses.ithome)
    expect(attempts).toEqual(['plain nothing no_results', 'rendered done'])
    expect(page?.reading.text).toContain('结算单位')
    expect(page?.fetched.screenshot).not.toBeNull()
  })

  it('the page behind a browser check is blocked, for the plain request and for the browser', async () => {
    const { attempts } = await fetchPage(web.addresses.challenge)
    expect(attempts.slice(0, 2)).toEqual([
      'plain failed blocked_challenge',
      'rendered failed blocked_challenge',
    ])
  })

  it('the page that is gone is gone for both', async () => {
    const { attempts } = await fetchPage(web.addresses.gone)
    for (const attempt of attempts.slice(0, 2))
      expect(attempt).toMatch(/failed (http_error|withdrawn|soft_404)/)
  })
})
