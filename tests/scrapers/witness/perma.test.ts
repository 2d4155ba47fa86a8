import { afterEach, describe, expect, it } from 'vitest'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { perma } from '#scrapers/witness/perma.ts'
import { type Answer, type LocalWeb, send, sendJson, startWeb } from '../../support/web.ts'

const PAGE = 'https://news.example.com/tokens'
const GUID = '85LS-BXV7'
let server: LocalWeb
afterEach(() => server?.close())

async function archive(answers: Record<string, Answer>) {
  server = await startWeb((request, response) => {
    const answer = answers[`${request.method} ${request.path}`]
    return answer ? answer(request, response) : sendJson(response, 404, { detail: 'Not found.' })
  })
  const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
  return perma({
    web: createWeb({ policy, userAgent: 'Stet test', via: 'service' }),
    politeness: createPoliteness(),
    apiKey: 'key',
    apiUrl: `${server.url}/v1`,
    folder: 27,
    patience: { pollMs: 5, maxMs: 20 },
  })
}
const json =
  (status: number, value: unknown): Answer =>
  (_, response) =>
    sendJson(response, status, value)
const captures = (status: string) =>
  json(200, {
    guid: GUID,
    url: PAGE,
    captures: [
      { role: 'screenshot', status: 'success' },
      { role: 'primary', status },
    ],
  })
const made = json(201, { guid: GUID, url: PAGE, captures: [{ role: 'primary', status: 'pending' }] })
const keep = async (answers: Record<string, Answer>) =>
  (await archive(answers)).keep(PAGE, AbortSignal.timeout(15_000))

describe('Perma.cc as a second witness', () => {
  it.each([
    ['success', 'verified', 'completed'],
    ['failed', 'failed', 'failed'],
    ['pending', 'requested', 'in_progress'],
  ])('whose own capture is %s counts as %s, whatever its job says', async (capture, state, job) => {
    const report = await keep({
      'POST /v1/archives/': made,
      [`GET /v1/capture_jobs/${GUID}/`]: json(200, { guid: GUID, status: job, step_count: 4 }),
      [`GET /v1/archives/${GUID}/`]: captures(capture),
    })
    expect(report).toMatchObject({ state, address: `https://perma.cc/${GUID}` })
    const [post] = server.asked
    expect(post?.headers.authorization).toBe('ApiKey key')
    expect(JSON.parse(post?.body ?? '')).toEqual({ url: PAGE, folder: 27 })
  })

  it.each([
    [
      'a key that it does not know',
      json(401, { detail: 'Invalid token.' }),
      'did not accept the key of this desk: Invalid token.',
    ],
    [
      'a used-up quota',
      json(400, { error: "You've already reached your limit." }),
      "HTTP 400): You've already reached",
    ],
    [
      'an address it cannot reach',
      json(400, { url: ["Couldn't resolve domain."] }),
      "Couldn't resolve domain.",
    ],
    ['a page of an error', ((_, response) => send(response, 502, '<h1>Bad gateway')) as Answer, 'HTTP 502'],
    ['an answer without a link', json(201, {}), 'HTTP 201'],
    ['a link that is none', json(201, { guid: '../../people' }), 'HTTP 201'],
  ])('that answers with %s has failed, in its words', async (_, answer, words) => {
    const report = await keep({ 'POST /v1/archives/': answer })
    expect(report).toMatchObject({ state: 'failed', address: null })
    expect(report.message).toContain(words)
  })
})

describe('a capture at Perma.cc that had not ended', () => {
  const again = async (status: string, address = `https://perma.cc/${GUID}`) =>
    (await archive({ [`GET /v1/archives/${GUID}/`]: captures(status) })).lookAgain(
      { page: PAGE, address, at: new Date() },
      AbortSignal.timeout(15_000),
    )
  it('is seen when it has, and stays unknown while it has not', async () => {
    expect(await again('success')).toMatchObject({ state: 'verified' })
    await server.close()
    expect(await again('pending')).toBeNull()
    await server.close()
    expect(await again('success', 'https://perma.cc/../x')).toBeNull()
    expect(server.asked).toEqual([])
  })
})
