/** Asks the Brave Search API, which has an index of its own; every answered query is paid for. */
import type { AttemptFacts } from '#domain/attempt.ts'
import type { FindRequest, Health, Lead, Scraper, StepTools } from '#scrapers/contract.ts'
import {
  askService,
  type Failed,
  failed,
  inItsWords,
  type ServiceAnswer,
  withoutKey,
} from '#scrapers/kit/ask-service.ts'
import { type Clock, SYSTEM_CLOCK } from '#scrapers/kit/clock.ts'
import type { Web } from '#scrapers/kit/web.ts'
import { type BraveLimit, readBraveAnswer, readBraveError, readBraveLimits } from './brave-answer.ts'
import { collectLeads, MAX_LEADS } from './collect-leads.ts'

/** `freshness` as Brave writes it: `pd`, `pw`, `pm`, `py` or `2026-03-01to2026-03-31`; null for any age. No key, no search. */
export type BraveSearchSettings = {
  web: Web
  apiKey: string | null
  baseUrl?: string
  freshness?: string | null
  clock?: Clock
}

const BASE_URL = 'https://api.search.brave.com/res/v1'
const NO_KEY = 'No key for the Brave Search API is set.'
/** Both are limits of the API; a longer query is a validation error there. */
const MAX_QUERY_CHARACTERS = 400
const MAX_QUERY_WORDS = 50
/** The most that one request may bring. */
const COUNT = 20
/** A plan may allow one request a second: so long is worth waiting for, a month is not. */
const MAX_WAIT_S = 2
/** Codes of Brave's own for languages whose BCP-47 tag it does not know. */
const LANGUAGES: Record<string, string> = {
  zh: 'zh-hans',
  'zh-cn': 'zh-hans',
  'zh-sg': 'zh-hans',
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
  ja: 'jp',
  pt: 'pt-pt',
  no: 'nb',
}
const KNOWN_LANGUAGES = new Set(
  (
    'ar eu bn bg ca zh-hans zh-hant hr cs da nl en en-gb et fi fr gl de gu he hi hu is it jp kn ko lv lt ms ml mr nb pl ' +
    'pt-br pt-pt pa ro ru sr sk sl es sv ta te th tr uk vi'
  ).split(' '),
)

/** Sends the queries one after another, best first, until one brings results. Spelling is not corrected: names are meant as written. */
export function braveSearch(settings: BraveSearchSettings): Scraper<FindRequest, Lead[]> {
  const { web, freshness = null, clock = SYSTEM_CLOCK } = settings
  const apiKey = settings.apiKey ?? ''
  const baseUrl = (settings.baseUrl ?? BASE_URL).replace(/\/$/, '')
  const headers = { 'x-subscription-token': apiKey, accept: 'application/json' }
  return {
    name: 'brave-search',
    version: 'brave-web-1',
    run: async ({ queries, claimText, language }, { signal }) => {
      const toAsk = (queries.length > 0 ? queries : [claimText]).map(cutQuery)
      if (apiKey === '')
        return {
          outcome: { ended: 'skipped', reason: 'not_configured', message: NO_KEY },
          facts: { asked: toAsk.join('\n'), askedOf: null },
        }
      const parameters = parametersFor(language, freshness)
      const facts: AttemptFacts = { asked: '', askedOf: new URL(baseUrl).host }
      const asked: { query: string; results: number; more: boolean; altered: string | null }[] = []
      let waitS = 0
      for (const query of toAsk) {
        if (waitS > 0) await clock.wait(waitS * 1000, signal).catch(() => {})
        facts.asked = [facts.asked, query].filter(Boolean).join('\n')
        const address = `${baseUrl}/web/search?${new URLSearchParams({ q: query, ...parameters })}`
        const ask = () => askService(web.get, 'Brave', { address, headers, signal }, facts)
        let got = await ask()
        // Another search of the house may have used this second up; the next one is near.
        const againS =
          got.ok && got.answer.status === 429 ? pauseAfter(readBraveLimits(got.answer.headers)) : 0
        if (againS > 0) {
          await clock.wait(againS * 1000, signal).catch(() => {})
          got = await ask()
        }
        const limits = got.ok ? readBraveLimits(got.answer.headers) : []
        facts.detail = { ...facts.detail, queries: asked, parameters, limit: MAX_LEADS, limits }
        if (!got.ok) return { outcome: got.outcome, facts }
        const { answer } = got
        if (answer.status !== 200)
          return { outcome: failureOf(answer, limits, facts, (text) => withoutKey(text, apiKey)), facts }
        const read = readBraveAnswer(answer.json)
        if (read === null)
          return {
            outcome: failed(
              'provider_error',
              'Brave answered with something that is not its published format.',
            ),
            facts,
          }
        const { results, more, altered, named } = read
        asked.push({ query, results, more, altered })
        facts.detail = { ...facts.detail, screened: asked.reduce((sum, each) => sum + each.results, 0) }
        const leads = collectLeads(named)
        if (leads.length > 0) return { outcome: { ended: 'done', value: leads }, facts }
        waitS = pauseAfter(limits)
      }
      return {
        outcome: { ended: 'nothing', reason: 'no_results', message: 'Brave found no page.' },
        facts,
      }
    },
    probe: async (tools) =>
      apiKey === ''
        ? { state: 'not_configured', message: NO_KEY, asked: null, detail: {} }
        : probe(web, `${baseUrl}/web/search`, headers, tools),
  }
}

/** What goes along with every query, as it is sent. A language that Brave does not know is left out: it would refuse the query. */
function parametersFor(language: string | null, freshness: string | null): Record<string, string> {
  const code = braveLanguage(language)
  return {
    count: String(COUNT),
    result_filter: 'web',
    safesearch: 'off',
    spellcheck: 'false',
    text_decorations: 'false',
    ...(code ? { search_lang: code } : {}),
    ...(freshness ? { freshness } : {}),
  }
}

function braveLanguage(tag: string | null): string | null {
  const parts = (tag ?? '').toLowerCase().split('-')
  for (let length = parts.length; length > 0; length -= 1) {
    const known = parts.slice(0, length).join('-')
    const code = LANGUAGES[known] ?? known
    if (KNOWN_LANGUAGES.has(code)) return code
  }
  return null
}

/** Cuts at a word where one ends near the limit; Chinese has none and is cut at a sign. */
function cutQuery(query: string): string {
  const words = query.trim().split(/\s+/).slice(0, MAX_QUERY_WORDS).join(' ')
  const signs = [...words]
  if (signs.length <= MAX_QUERY_CHARACTERS) return words
  return signs
    .slice(0, MAX_QUERY_CHARACTERS)
    .join('')
    .replace(/\s\S{0,30}$/, '')
}

/** Seconds to wait before the next query: the longest reset of what is used up, where that is short. */
function pauseAfter(limits: BraveLimit[]): number {
  const used = limits.flatMap(({ remaining, resetS }) => (remaining === 0 && resetS !== null ? [resetS] : []))
  const longest = Math.max(0, ...used)
  return longest <= MAX_WAIT_S ? longest : 0
}

/** A wrong key is a 422 here as well as a 401, and an option beyond the plan a 400 or 403. */
function failureOf(
  { status, json }: ServiceAnswer,
  limits: BraveLimit[],
  facts: AttemptFacts,
  clean: (text: string) => string,
): Failed {
  const error = readBraveError(json)
  const code = error?.code ?? ''
  const said = error?.said == null ? null : clean(error.said)
  facts.detail = { ...facts.detail, said, code }
  if (status === 429) {
    const resets = limits.flatMap(({ remaining, resetS }) => (remaining === 0 && resetS ? [resetS] : []))
    if (resets.length > 0) facts.detail = { retryAfter: String(Math.max(...resets)), ...facts.detail }
    const isQuota =
      code === 'QUOTA_LIMITED' ||
      limits.some(({ windowS, remaining }) => (windowS ?? 0) > 60 && remaining === 0)
    const why = isQuota ? 'The searches of this plan are used up.' : 'Brave has had too many requests.'
    return failed('rate_limited', inItsWords(why, said))
  }
  const refused = (sentence: string) => failed('provider_error', inItsWords(sentence, said))
  if (status === 401 || code.startsWith('SUBSCRIPTION_TOKEN') || error?.fields.some(isKeyField))
    return refused('Brave does not accept the key.')
  if (status === 403 || code === 'OPTION_NOT_IN_PLAN')
    return refused('Brave does not allow this search with the plan of this key.')
  if (status === 422) {
    const fields = error && error.fields.length > 0 ? ` (${error.fields.join(', ')})` : ''
    return refused(`Brave did not accept the query or its parameters${fields}.`)
  }
  if (status >= 500)
    return failed('http_error', inItsWords(`Brave answered with an error of its own (${status}).`, said))
  return refused(`Brave refused the request (${status}).`)
}

function isKeyField(field: string): boolean {
  return field.toLowerCase().includes('x-subscription-token')
}

/**
 * No search is free, and only a search shows for certain whether a key is good. A request without a query is refused and
 * costs nothing: it shows whether Brave is reached, and names a key that is surely wrong.
 */
async function probe(
  web: Web,
  address: string,
  headers: Record<string, string>,
  { signal }: StepTools,
): Promise<Health> {
  const asked = `GET ${address} (without a query)`
  const facts: AttemptFacts = { asked: '', askedOf: null }
  const got = await askService(web.get, 'Brave', { address, headers, signal }, facts)
  const key = headers['x-subscription-token'] ?? ''
  const unavailable = (message: string): Health => ({ state: 'unavailable', message, asked, detail: {} })
  if (!got.ok) return unavailable(got.outcome.message)
  const { answer } = got
  const error = readBraveError(answer.json)
  const isAboutQuery = error?.code === 'VALIDATION' && !error.fields.some(isKeyField)
  if (answer.status === 200 || !(answer.status === 422 && isAboutQuery)) {
    const limits = readBraveLimits(answer.headers)
    return unavailable(failureOf(answer, limits, facts, (text) => withoutKey(text, key)).message)
  }
  const message = 'Brave is reached. Whether it accepts the key, only a search that is paid for would show.'
  return { state: 'ready', message, asked, detail: {} }
}
