/** Asks a service that answers in JSON: bounded, never led elsewhere, its key kept out of everything that is written down. */
import type { AttemptFacts, Outcome, Reason } from '#domain/attempt.ts'
import { headerValue } from './exchange-headers.ts'
import type { WebAnswer, WebRequest } from './web.ts'

/** How the service is asked: through the plain web client, or in its host's turn. */
export type Get = (request: WebRequest) => Promise<WebAnswer>

/**
 * An answer as far as every service has one. `json` is null where the body is none, whatever its media type says: some
 * services label JSON as text.
 */
export type ServiceAnswer = {
  status: number
  headers: [string, string][]
  mediaType: string
  json: unknown
  text: string
}

export type Failed = Extract<Outcome<never>, { ended: 'failed' }>
type Asked = { ok: true; answer: ServiceAnswer } | { ok: false; outcome: Failed }

const MAX_ANSWER_BYTES = 8_000_000

/**
 * `name` is how a sentence names the service. A redirect is never followed: whoever asks a service trusts that host and
 * no other, and a query must not wander. Status, bytes and `retryAfter` (seconds or a date, on 429 and 503) go into `facts`.
 */
export async function askService(
  get: Get,
  name: string,
  request: WebRequest,
  facts: AttemptFacts,
): Promise<Asked> {
  const answer = await get({ maxBytes: MAX_ANSWER_BYTES, ...request, maxRedirects: 0 })
  if (!answer.ok) return { ok: false, outcome: failed(answer.reason, answer.message) }
  const { status, headers, body, mediaType } = answer.response
  facts.httpStatus = status
  facts.bytes = body.byteLength
  if (status === 429 || status === 503) {
    const retryAfter = headerValue(headers, 'retry-after')
    if (retryAfter !== null) facts.detail = { ...facts.detail, retryAfter }
  }
  if (status >= 300 && status < 400) {
    const to = hostOf(headerValue(headers, 'location'), request.address)
    const message = `${name} leads on to ${to} (${status}), which is not followed. Set the address that is meant.`
    return { ok: false, outcome: failed('provider_error', message) }
  }
  const text = new TextDecoder().decode(body)
  const json = parseJson(text)
  return {
    ok: true,
    answer: { status, headers, mediaType, json, text },
  }
}

/** What a 200 that cannot be read is called; `html` and the like are named, for a page in front of a service says so. */
export function unreadable(name: string, { mediaType }: Pick<ServiceAnswer, 'mediaType'>): Failed {
  const what = mediaType === '' || mediaType.includes('json') ? '' : ` (${mediaType})`
  return failed('provider_error', `${name} answered with something that is not its published format${what}.`)
}

export function failed(reason: Reason, message: string): Failed {
  return { ended: 'failed', reason, message }
}

/** A sentence for a refusal, with the service's own words behind it. */
export function inItsWords(sentence: string, said: string | null): string {
  return said === null ? sentence : `${sentence} It says: "${said}"`
}

/** JSON, or null for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Takes a key out of a text, also where the service repeats it with stars in it, and cuts the text to 500 characters. */
export function withoutKey(text: string, apiKey: string): string {
  const head = apiKey.slice(0, SHOWN_CHARACTERS)
  return text
    .slice(0, MAX_CLEANED_CHARACTERS)
    .replaceAll(apiKey, '[key]')
    .replace(STARRED, (word) => (word.startsWith(head) ? '[key]' : word))
    .slice(0, MAX_SAID_CHARACTERS)
}

/** Services that star a key out show at least so many of its first characters. */
const SHOWN_CHARACTERS = 3
const STARRED = /[\w-]{3,100}(?:(?:[*•…]+|\.{3,})[\w-]*)+/g
const MAX_SAID_CHARACTERS = 500
/** Enough to find keys in what is kept, and little enough for any answer. */
const MAX_CLEANED_CHARACTERS = 4_000

function hostOf(location: string | null, base: string): string {
  return location !== null && URL.canParse(location, base) ? new URL(location, base).host : 'nowhere'
}
