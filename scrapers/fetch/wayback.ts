/** Fetches the newest good capture of an address from the Wayback Machine, as raw bytes and with the archive's own date. */
import { z } from 'zod'
import type { AttemptFacts, Outcome, Reason } from '#domain/attempt.ts'
import type { Fetched, FetchRequest, Scraper } from '#scrapers/contract.ts'
import { headerValue, readContentType } from '#scrapers/kit/exchange-headers.ts'
import { checkAddress } from '#scrapers/kit/guard.ts'
import { politeGet } from '#scrapers/kit/polite-get.ts'
import type { Politeness } from '#scrapers/kit/politeness.ts'
import type { Web, WebAnswer, WebResponse } from '#scrapers/kit/web.ts'

/** `web` must reach the archive; pages are never fetched from elsewhere by this step. Addresses may be replaced. */
export type WaybackSettings = {
  web: Web
  politeness: Politeness
  enabled: boolean
  cdxUrl?: string
  playbackUrl?: string
}

const CDX_URL = 'https://web.archive.org/cdx/search/cdx'
const PLAYBACK_URL = 'https://web.archive.org/web'
/** The archive answers some captures by a redirect to another spelling of the same address at the same time. */
const MAX_SAME_TIME_REDIRECTS = 3
/** What the archive says about sites it may not show; waiting does not help. */
const EXCLUDED =
  /Blocked Site Error|RobotAccessControlException|Blocked By Robots|AdministrativeAccessControlException/i
/** Ports are left out on purpose: the archive holds pages of odd ports too. */
const PUBLIC = { allowLoopback: false, allowedPorts: 'any' as const, denyHosts: [] }

const Rows = z.array(z.array(z.string()))
const FIELDS = ['timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length'] as const
type Row = Record<(typeof FIELDS)[number], string>

/** Asks the CDX index for the newest capture with status 200, then plays back its raw bytes (`id_`). */
export function wayback(settings: WaybackSettings): Scraper<FetchRequest, Fetched> {
  const cdxUrl = settings.cdxUrl ?? CDX_URL
  const playbackUrl = (settings.playbackUrl ?? PLAYBACK_URL).replace(/\/$/, '')
  const get = (address: string, signal: AbortSignal) =>
    politeGet(settings.web, settings.politeness, { address, signal, maxRedirects: 0 })

  return {
    name: 'wayback',
    version: 'wayback-cdx-1',
    run: async ({ address }, { signal }) => {
      const facts: AttemptFacts = { asked: address, askedOf: null }
      const skip = (message: string) => ({
        outcome: { ended: 'skipped' as const, reason: 'not_configured' as const, message },
        facts,
      })
      if (!settings.enabled) return skip('Asking the Wayback Machine is switched off.')
      const verdict = checkAddress(address, PUBLIC)
      if (!verdict.ok) return skip(`Only public pages can be in a public archive; here ${verdict.why}.`)

      facts.askedOf = new URL(cdxUrl).host
      const cdx = new URL(cdxUrl)
      cdx.search = new URLSearchParams([
        ['url', address],
        ['output', 'json'],
        ['fl', FIELDS.join(',')],
        ['filter', 'statuscode:200'],
        ['limit', '-1'],
      ]).toString()
      const index = readIndex(await get(cdx.href, signal), facts)
      if (index.ended !== 'done') return { outcome: index, facts }
      const row = index.value

      facts.detail = {
        timestamp: row.timestamp,
        digest: row.digest,
        original: row.original,
        statusInIndex: row.statuscode,
      }
      return { outcome: await playBack(row, playbackUrl, (to) => get(to, signal), facts), facts }
    },
  }
}

/** The newest row of the index; `[]` is how the index says that it has none. */
function readIndex(answer: WebAnswer, facts: AttemptFacts): Outcome<Row> {
  const refusal = readRefusal(answer, facts)
  if (refusal) return refusal
  const rows = Rows.safeParse(parseJson(bodyText(answer)))
  if (!rows.success)
    return failed('provider_error', 'The index of the Wayback Machine answered something unreadable.')
  const [names, ...captures] = rows.data
  const newest = captures.at(-1)
  if (!names || !newest)
    return {
      ended: 'nothing',
      reason: 'no_results',
      message: 'The Wayback Machine has no good capture of this page.',
    }
  const row = Object.fromEntries(names.map((name, i) => [name, newest[i] ?? ''])) as Row
  if (!/^\d{14}$/.test(row.timestamp ?? '') || !row.original)
    return failed(
      'provider_error',
      'The index of the Wayback Machine named a capture without time or address.',
    )
  return { ended: 'done', value: row }
}

async function playBack(
  row: Row,
  playbackUrl: string,
  get: (address: string) => Promise<WebAnswer>,
  facts: AttemptFacts,
): Promise<Outcome<Fetched>> {
  let address = `${playbackUrl}/${row.timestamp}id_/${row.original}`
  for (let redirects = 0; ; redirects++) {
    const answer = await get(address)
    const refusal = readRefusal(answer, facts)
    if (refusal) return refusal
    if (!answer.ok) throw new Error('a refusal is read from every answer that is not ok')
    const { response } = answer
    const location =
      response.status >= 300 && response.status < 400 ? headerValue(response.headers, 'location') : null
    if (location === null) {
      facts.bytes = response.body.byteLength
      facts.finalUrl = row.original
      return { ended: 'done', value: asFetched(row, address, response) }
    }
    const next = new URL(location, address).href
    facts.hops = [...(facts.hops ?? []), { address, status: response.status, location: next }]
    // A redirect to another time means that the capture asked for is not there (yet).
    if (!next.includes(`/${row.timestamp}id_/`) || redirects >= MAX_SAME_TIME_REDIRECTS)
      return {
        ended: 'nothing',
        reason: 'no_results',
        message: 'The Wayback Machine lists a capture that it does not show.',
      }
    address = next
  }
}

function asFetched(row: Row, playbackAddress: string, response: WebResponse): Fetched {
  const { mediaType, charset } = readContentType(headerValue(response.headers, 'content-type'))
  const memento = Date.parse(headerValue(response.headers, 'memento-datetime') ?? '')
  const originalHeaders = response.headers
    .filter(([name]) => name.toLowerCase().startsWith('x-archive-orig-'))
    .map(([name, value]): [string, string] => [name.slice('x-archive-orig-'.length), value])
  return {
    method: 'wayback',
    custody: 'third_party_archive',
    finalUrl: row.original,
    hops: [],
    capturedAt: Number.isNaN(memento) ? dateOfTimestamp(row.timestamp) : new Date(memento),
    body: response.body,
    mediaType: mediaType === '' ? row.mimetype : mediaType,
    httpCharset: charset,
    status: 200,
    responseHeaders: originalHeaders.length > 0 ? originalHeaders : response.headers,
    exchanges: response.exchanges,
    screenshot: null,
    renderedText: null,
    broughtWacz: null,
    provenance: {
      archive: new URL(playbackAddress).host,
      playbackAddress,
      timestamp: row.timestamp,
      // SHA-1 in base32 of the payload on the wire, as the archive's index gives it
      digest: row.digest,
      fetchedAt: response.exchanges[0]?.at.toISOString() ?? null,
    },
  }
}

/** What every answer of the archive may say instead of an answer; null when it answered. */
function readRefusal(
  answer: WebAnswer,
  facts: AttemptFacts,
): Extract<Outcome<never>, { ended: 'failed' }> | null {
  if (!answer.ok) return failed(answer.reason, answer.message)
  const { status } = answer.response
  facts.httpStatus = status
  if (status === 429) {
    const retryAfter = headerValue(answer.response.headers, 'retry-after')
    facts.detail = { ...facts.detail, retryAfter }
    return failed('rate_limited', 'The Wayback Machine has had too many requests from here.')
  }
  // Playback repeats the body of the page, which may well speak of robots; only error answers are searched.
  if (status >= 400 && EXCLUDED.test(bodyText(answer)))
    return failed('provider_error', 'The Wayback Machine may not show this site.')
  if (status >= 400) return failed('http_error', `The Wayback Machine answered with an error (${status}).`)
  return null
}

function failed(reason: Reason, message: string): Extract<Outcome<never>, { ended: 'failed' }> {
  return { ended: 'failed', reason, message }
}

function bodyText(answer: WebAnswer): string {
  return answer.ok ? new TextDecoder().decode(answer.response.body) : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** 14 digits, UTC: YYYYMMDDhhmmss. */
function dateOfTimestamp(timestamp: string): Date {
  return new Date(timestamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'))
}
