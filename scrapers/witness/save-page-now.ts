/** Asks the Internet Archive to save a page (Save Page Now 2) and believes it only after looking the copy up. */
import type { WitnessReport } from '#domain/witness.ts'
import { headerValue } from '#scrapers/kit/exchange-headers.ts'
import { politeGet } from '#scrapers/kit/polite-get.ts'
import type { Politeness } from '#scrapers/kit/politeness.ts'
import type { Web, WebAnswer } from '#scrapers/kit/web.ts'
import { failed, jsonOf, PATIENCE, type Patience, pause, textOf, type Witness } from './witness.ts'

/** Keys are those of https://archive.org/account/s3.php. Without slashes at the end of addresses. */
export type SavePageNowSettings = {
  web: Web
  politeness: Politeness
  accessKey: string
  secretKey: string
  saveUrl: string
  cdxUrl: string
  playbackUrl: string
  patience?: Patience
  now?: () => Date
}

/** Endings after which trying again another day makes sense; all others are final, and so is what is unknown. */
const TRANSIENT = [
  ...['bad-gateway', 'browsing-timeout', 'cannot-fetch', 'celery', 'capture-location-error', 'job-failed'],
  ...['gateway-timeout', 'internal-server-error', 'no-browsers-available', 'proxy-error', 'protocol-error'],
  ...['read-timeout', 'service-unavailable', 'soft-time-limit-exceeded', 'too-many-requests'],
  ...['user-session-limit'],
]
/** Somebody has had it saved so often today that the archive takes no more: it has the page. */
const HAD_TODAY = 'too-many-daily-captures'
/** A copy of today counts where the archive refuses another. */
const TODAY_MS = 24 * 3_600_000
/** Clocks differ a little; a copy this much older than our request is still the one asked for. */
const CLOCK_SLACK_MS = 60_000

export function savePageNow(settings: SavePageNowSettings): Witness {
  const { saveUrl, patience = PATIENCE, now = () => new Date() } = settings
  const ask = (address: string, signal: AbortSignal, body?: string) =>
    politeGet(settings.web, settings.politeness, {
      address,
      signal,
      maxRedirects: 0,
      headers: {
        accept: 'application/json',
        authorization: `LOW ${settings.accessKey}:${settings.secretKey}`,
        ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(body ? { method: 'POST' as const, body } : {}),
    })

  return {
    name: 'save-page-now',
    keep: async (address, signal) => {
      const askedAt = now()
      const answer = await ask(saveUrl, signal, new URLSearchParams({ url: address }).toString())
      const refusal = refusalOf(answer)
      if (refusal) return refusal
      const said = jsonOf(answer)
      const jobId = textOf(said?.job_id)
      // Its front often times out while the save goes on behind it, so that only looking tells.
      const ended = jobId
        ? await waitFor(`${saveUrl}/status/${encodeURIComponent(jobId)}`, ask, signal, patience)
        : said
      return judge(ended, address, askedAt, settings, signal)
    },
    lookAgain: async ({ page, address, at }, signal) => {
      const timestamp = /\/(\d{14})\//.exec(address ?? '')?.[1]
      const isShown = address && timestamp && (await isPlayedBack(address, timestamp, settings, signal))
      const since = new Date(at.getTime() - CLOCK_SLACK_MS)
      const found = isShown ? address : await newestSince(page, since, settings, signal)
      if (!found) return null
      return { state: 'verified', address: found, message: 'The Internet Archive shows the page now.' }
    },
  }
}

/** The last thing the job said, or null when it said nothing in time. */
async function waitFor(
  address: string,
  ask: (address: string, signal: AbortSignal) => Promise<WebAnswer>,
  signal: AbortSignal,
  { pollMs, maxMs }: Patience,
): Promise<Record<string, unknown> | null> {
  for (let waitedMs = 0; waitedMs < maxMs && !signal.aborted; waitedMs += pollMs) {
    await pause(pollMs, signal)
    const said = jsonOf(await ask(address, signal))
    if (said && said.status !== 'pending') return said
  }
  return null
}

/** Errors come with HTTP 200, and success is only a claim: whatever was said, the copy is looked up. */
async function judge(
  said: Record<string, unknown> | null,
  address: string,
  askedAt: Date,
  settings: SavePageNowSettings,
  signal: AbortSignal,
): Promise<WitnessReport> {
  const code = textOf(said?.status_ext).replace(/^error:/, '')
  const oldestMs = code === HAD_TODAY ? TODAY_MS : CLOCK_SLACK_MS
  const since = new Date(askedAt.getTime() - oldestMs)
  const timestamp = textOf(said?.timestamp)
  if (said?.status === 'success' && /^\d{14}$/.test(timestamp)) {
    const copy = `${settings.playbackUrl}/${timestamp}/${textOf(said.original_url) || address}`
    if (await isPlayedBack(copy, timestamp, settings, signal))
      return {
        state: 'verified',
        address: copy,
        message: 'The Internet Archive has saved and shows the page.',
      }
    return {
      state: 'requested',
      address: copy,
      message: 'The Internet Archive says that it has saved the page but does not show it yet.',
    }
  }
  const found = await newestSince(address, since, settings, signal)
  if (found) {
    const message =
      code === HAD_TODAY
        ? 'The Internet Archive has a copy of today and takes no more for today.'
        : 'The Internet Archive has the page, although it did not say so.'
    return { state: 'verified', address: found, message }
  }
  if (code === HAD_TODAY)
    return failed('The Internet Archive takes no more copies of this page today, and shows none of today.')
  if (said?.status === 'error')
    return failed(
      `The Internet Archive did not save the page (${code || 'no code'}${textOf(said.message) ? `: ${textOf(said.message)}` : ''}).${TRANSIENT.includes(code) ? ' It may work another time.' : ''}`,
    )
  return {
    state: 'requested',
    address: null,
    message: 'The Internet Archive was asked to save the page and has not said how that ended.',
  }
}

/** Answers that say that we, not the page, are the trouble. Everything else is settled by looking. */
function refusalOf(answer: WebAnswer): WitnessReport | null {
  if (!answer.ok) {
    const isOurs = ['refused_by_guard', 'dns', 'tls', 'cancelled'].includes(answer.reason)
    return isOurs ? failed(`The Internet Archive was not asked: ${answer.message}`) : null
  }
  const { status, headers } = answer.response
  if (status === 401 || status === 403)
    return failed('The Internet Archive did not accept the keys of this desk.')
  if (status !== 429) return null
  const wait = headerValue(headers, 'retry-after')
  return failed(`The Internet Archive has had too many requests from here${wait ? ` (wait ${wait} s)` : ''}.`)
}

/** A redirect to another time means that this copy is not there (yet). */
async function isPlayedBack(
  copy: string,
  timestamp: string,
  { web, politeness }: SavePageNowSettings,
  signal: AbortSignal,
): Promise<boolean> {
  const address = copy.replace(`/${timestamp}/`, `/${timestamp}id_/`)
  const answer = await politeGet(web, politeness, { address, signal, maxRedirects: 0 })
  return answer.ok && answer.response.status === 200
}

/** The newest good copy in the index that is no older than `since`, or null. */
async function newestSince(
  address: string,
  since: Date,
  { web, politeness, cdxUrl, playbackUrl }: SavePageNowSettings,
  signal: AbortSignal,
): Promise<string | null> {
  const query = new URLSearchParams([
    ['url', address],
    ['output', 'json'],
    ['fl', 'timestamp,original'],
    ['filter', 'statuscode:200'],
    ['from', since.toISOString().replace(/\D/g, '').slice(0, 14)],
    ['limit', '-1'],
  ])
  const answer = await politeGet(web, politeness, { address: `${cdxUrl}?${query}`, signal, maxRedirects: 0 })
  if (!answer.ok || answer.response.status !== 200) return null
  try {
    const rows = JSON.parse(new TextDecoder().decode(answer.response.body)) as string[][]
    const [timestamp, original] = rows.length > 1 ? (rows.at(-1) ?? []) : []
    return timestamp && original ? `${playbackUrl}/${timestamp}/${original}` : null
  } catch {
    return null
  }
}
