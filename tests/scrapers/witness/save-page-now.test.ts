import { afterEach, describe, expect, it } from 'vitest'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { savePageNow } from '#scrapers/witness/save-page-now.ts'
import { type Answer, type LocalWeb, send, sendJson, startWeb } from '../../support/web.ts'

const PAGE = 'https://news.example.com/tokens'
const NOW = new Date('2026-03-24T08:00:00Z')
const TS = '20260324080033'
const JOB = 'spn2-5a0a1b2c3d4e5f60718293a4b5c6d7e8f9012345'

let server: LocalWeb
afterEach(() => server?.close())

type Part = 'save' | 'status' | 'cdx' | 'playback'
const partOf = (method: string, path: string): Part => {
  if (path.startsWith('/save/status/')) return 'status'
  if (path.startsWith('/save')) return method === 'POST' ? 'save' : 'status'
  return path.startsWith('/cdx') ? 'cdx' : 'playback'
}

/** Answers of each part of the archive, in turn; the last one stays. */
async function archive(answers: Partial<Record<Part, Answer[]>>) {
  const turns: Record<Part, number> = { save: 0, status: 0, cdx: 0, playback: 0 }
  server = await startWeb((request, response) => {
    const part = partOf(request.method, request.path)
    const list = answers[part] ?? [(_, to) => sendJson(to, 200, [])]
    return list[Math.min(turns[part]++, list.length - 1)]!(request, response)
  })
  const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
  return savePageNow({
    web: createWeb({ policy, userAgent: 'Stet test', via: 'service' }),
    politeness: createPoliteness(),
    accessKey: 'key',
    secretKey: 'secret',
    saveUrl: `${server.url}/save`,
    cdxUrl: `${server.url}/cdx`,
    playbackUrl: `${server.url}/web`,
    patience: { pollMs: 5, maxMs: 30 },
    now: () => NOW,
  })
}
const json =
  (value: unknown, status = 200): Answer =>
  (_, response) =>
    sendJson(response, status, value)
const text =
  (status: number, body: string, headers = {}): Answer =>
  (_, response) =>
    send(response, status, body, { 'content-type': 'text/html', ...headers })
const job: Answer = json({ url: PAGE, job_id: JOB })
const error = (code: string, message: string): Answer =>
  json({ status: 'error', exception: 'x', status_ext: `error:${code}`, message })
const success: Answer = json({
  status: 'success',
  timestamp: TS,
  original_url: PAGE,
  duration_sec: 33,
  http_status: 200,
  resources: [],
  outlinks: [],
})
const row = (timestamp: string): Answer =>
  json([
    ['timestamp', 'original'],
    [timestamp, PAGE],
  ])
const signal = () => AbortSignal.timeout(15_000)

describe('the Internet Archive as a second witness', () => {
  it('is believed when it shows the copy that it says it has', async () => {
    const witness = await archive({
      save: [job],
      status: [json({ status: 'pending' }), success],
      playback: [text(200, '<p>the page')],
    })
    expect(await witness.keep(PAGE, signal())).toEqual({
      state: 'verified',
      address: `${server.url}/web/${TS}/${PAGE}`,
      message: expect.stringContaining('saved and shows'),
    })
    const [post] = server.asked
    expect(post).toMatchObject({ method: 'POST', body: `url=${encodeURIComponent(PAGE)}` })
    expect(post?.headers).toMatchObject({ authorization: 'LOW key:secret', accept: 'application/json' })
    const toPlayback = server.asked.find(({ path }) => path.startsWith('/web/'))
    expect(toPlayback?.path).toBe(`/web/${TS}id_/${PAGE}`)
    expect(toPlayback?.headers.authorization).toBeUndefined()
  })

  it('is not believed yet when a new copy still redirects to an older one', async () => {
    const witness = await archive({
      save: [job],
      status: [success],
      playback: [text(302, '', { location: `/web/20250101000000id_/${PAGE}` })],
    })
    expect(await witness.keep(PAGE, signal())).toMatchObject({
      state: 'requested',
      address: expect.stringContaining(TS),
    })
  })

  it('has the page although its front timed out', async () => {
    const witness = await archive({ save: [text(523, 'error code: 523')], cdx: [row(TS)] })
    expect(await witness.keep(PAGE, signal())).toMatchObject({
      state: 'verified',
      address: `${server.url}/web/${TS}/${PAGE}`,
      message: expect.stringContaining('although it did not say so'),
    })
    const { path } = server.asked.find(({ path }) => path.startsWith('/cdx'))!
    expect(new URL(path, server.url).searchParams.get('from')).toBe('20260324075900')
  })

  it('counts a copy of today where it takes no more for today, an error that comes with HTTP 200', async () => {
    const refusal = error(
      'too-many-daily-captures',
      'This URL has been already captured 5 times today. Please try again tomorrow.',
    )
    const witness = await archive({ save: [refusal], cdx: [row('20260323120000')] })
    expect(await witness.keep(PAGE, signal())).toMatchObject({
      state: 'verified',
      address: expect.stringContaining('20260323120000'),
    })
    const { path } = server.asked.find(({ path }) => path.startsWith('/cdx'))!
    expect(new URL(path, server.url).searchParams.get('from')).toBe('20260323080000')
  })

  it.each([
    [
      'without keys that it knows',
      { save: [json({ message: 'You need to be logged in to use Save Page Now.' }, 401)] },
      'keys',
    ],
    [
      'that has had enough',
      { save: [text(429, 'Too Many Requests', { 'retry-after': '60' })] },
      'too many requests from here (wait 60 s)',
    ],
    [
      'that may not fetch the site',
      {
        save: [job],
        status: [error('blocked-url', 'This URL is in the Save Page Now service block list.')],
      },
      'blocked-url',
    ],
    [
      'whose browser gave up, which may pass',
      { save: [job], status: [error('browsing-timeout', 'Timeout.')] },
      'another time',
    ],
    [
      'that has had it today but shows nothing of today',
      { save: [error('too-many-daily-captures', 'x')] },
      'takes no more copies',
    ],
  ] as [string, Partial<Record<Part, Answer[]>>, string][])(
    '%s has failed, in words',
    async (_, answers, words) => {
      const report = await (await archive(answers)).keep(PAGE, signal())
      expect(report).toMatchObject({ state: 'failed', address: null })
      expect(report.message).toContain(words)
    },
  )

  it('that never says how it ended stays asked', async () => {
    const witness = await archive({ save: [job], status: [json({ status: 'pending' })] })
    expect(await witness.keep(PAGE, signal())).toMatchObject({ state: 'requested', address: null })
  })

  it.each([
    ['a page instead of JSON', [text(200, '<html>Wayback Machine')]],
    ['JSON that is no object', [json(['x'])]],
    ['an answer without a job', [json({ url: PAGE })]],
  ])('that answers %s stays asked', async (_, save) => {
    expect((await (await archive({ save })).keep(PAGE, signal())).state).toBe('requested')
  })
})

describe('a copy at the Internet Archive that was not shown at first', () => {
  const asked = (address: string | null) => ({ page: PAGE, address, at: NOW })
  it('is seen where it was said to be', async () => {
    const witness = await archive({ playback: [text(200, 'x')] })
    const copy = `${server.url}/web/${TS}/${PAGE}`
    expect(await witness.lookAgain(asked(copy), signal())).toMatchObject({ state: 'verified', address: copy })
  })
  it('is found in the index where nobody said', async () => {
    const witness = await archive({ cdx: [row(TS)] })
    expect(await witness.lookAgain(asked(null), signal())).toMatchObject({
      address: `${server.url}/web/${TS}/${PAGE}`,
    })
  })
  it('stays unknown while neither has it, and no new copy is asked for', async () => {
    const witness = await archive({ playback: [text(404, 'no')] })
    expect(await witness.lookAgain(asked(`${server.url}/web/${TS}/${PAGE}`), signal())).toBeNull()
    expect(server.asked.every(({ method }) => method === 'GET')).toBe(true)
  })
})
