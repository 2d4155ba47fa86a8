/** Asks Google's Fact Check Tools whether fact-checkers have reviewed a claim like this; what they rated is a lead, not a verdict. */
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import type { FindRequest, Health, Lead, Scraper, StepTools } from '#scrapers/contract.ts'
import {
  askService,
  type Failed,
  failed,
  inItsWords,
  type ServiceAnswer,
  withoutKey,
} from '#scrapers/kit/ask-service.ts'
import type { Web } from '#scrapers/kit/web.ts'
import { collectLeads, MAX_LEADS } from './collect-leads.ts'
import { type FactCheckError, readFactCheckAnswer, readFactCheckError } from './fact-check-answer.ts'

/** `web` must reach the service. No key, no search. */
export type FactCheckSearchSettings = { web: Web; apiKey: string | null; baseUrl?: string }

const BASE_URL = 'https://factchecktools.googleapis.com/v1alpha1'
const NO_KEY = 'No key for the Fact Check Tools is set.'
const NAME = 'Fact Check Tools'
const PAGE_SIZE = 20

/**
 * Sends the queries one after another, best first, in the claim's language; when none is answered, the best one again in
 * every language, since a claim may have been reviewed abroad. The key travels as a header: addresses are written down.
 */
export function factCheckSearch(settings: FactCheckSearchSettings): Scraper<FindRequest, Lead[]> {
  const { web } = settings
  const apiKey = settings.apiKey ?? ''
  const base = `${(settings.baseUrl ?? BASE_URL).replace(/\/$/, '')}/claims:search`
  const headers = { 'x-goog-api-key': apiKey, accept: 'application/json' }
  const clean = (text: string) => withoutKey(text, apiKey)
  return {
    name: 'fact-check-search',
    version: 'fact-check-v1alpha1',
    run: async ({ queries, claimText, language }, { signal }) => {
      const toAsk = queries.length > 0 ? queries : [claimText]
      if (apiKey === '')
        return {
          outcome: { ended: 'skipped', reason: 'not_configured', message: NO_KEY },
          facts: { asked: toAsk.join('\n'), askedOf: null },
        }
      const facts: AttemptFacts = { asked: '', askedOf: new URL(base).host }
      const asked: { query: string; languageCode: string | null; results: number; more: boolean }[] = []
      for (const { query, languageCode } of plan(toAsk, language)) {
        facts.asked = [...new Set([...facts.asked.split('\n'), query])].filter(Boolean).join('\n')
        const parameters = { pageSize: String(PAGE_SIZE), ...(languageCode ? { languageCode } : {}) }
        const address = `${base}?${new URLSearchParams({ query, ...parameters })}`
        const got = await askService(web.get, NAME, { address, headers, signal }, facts)
        facts.detail = { ...facts.detail, queries: asked, parameters, limit: MAX_LEADS }
        if (!got.ok) return { outcome: got.outcome, facts }
        if (got.answer.status !== 200) return { outcome: failureOf(got.answer, facts, clean), facts }
        const read = readFactCheckAnswer(got.answer.json)
        if (read === null) return { outcome: strange(got.answer, facts, clean), facts }
        asked.push({ query, languageCode, results: read.claims, more: read.more })
        facts.detail = { ...facts.detail, screened: asked.reduce((sum, { results }) => sum + results, 0) }
        const leads = collectLeads(read.named)
        if (leads.length > 0) return { outcome: { ended: 'done', value: leads }, facts }
      }
      const outcome: Outcome<Lead[]> = {
        ended: 'nothing',
        reason: 'no_results',
        message: 'No fact-check of a claim like this is listed.',
      }
      return { outcome, facts }
    },
    probe: async (tools) =>
      apiKey === ''
        ? { state: 'not_configured', message: NO_KEY, asked: null, detail: {} }
        : probe(web, base, headers, tools, clean),
  }
}

/** The API restricts by language and ignores the region. */
function plan(queries: string[], language: string | null): { query: string; languageCode: string | null }[] {
  if (language === null) return queries.map((query) => ({ query, languageCode: null }))
  const inLanguage = queries.map((query) => ({ query, languageCode: language }))
  const [best] = queries
  return best === undefined ? inLanguage : [...inLanguage, { query: best, languageCode: null }]
}

function failureOf(
  { status, json }: ServiceAnswer,
  facts: AttemptFacts,
  clean: (text: string) => string,
): Failed {
  const error = readFactCheckError(json)
  const said = error?.said == null ? null : clean(error.said)
  const reason = error?.reason ?? error?.status ?? ''
  facts.detail = { ...facts.detail, said, code: reason }
  const refused = (sentence: string) => failed('provider_error', inItsWords(sentence, said))
  if (status === 429)
    return failed('rate_limited', inItsWords('The quota for Fact Check Tools is used up for now.', said))
  if (isAboutKey(status, error)) return refused('Fact Check Tools does not accept the key.')
  if (status === 403) return refused('Fact Check Tools may not be used with this key.')
  if (status >= 500)
    return failed(
      'http_error',
      inItsWords(`Fact Check Tools answered with an error of its own (${status}).`, said),
    )
  return refused(`Fact Check Tools did not accept the query (${status}).`)
}

/** Google answers a wrong key with 400, and a missing one with 403. */
function isAboutKey(status: number, error: FactCheckError | null): boolean {
  if (status === 401 || error?.reason === 'API_KEY_INVALID') return true
  return status === 400 && /api key/i.test(error?.said ?? '')
}

function strange(answer: ServiceAnswer, facts: AttemptFacts, clean: (text: string) => string): Failed {
  if (readFactCheckError(answer.json)) return failureOf(answer, facts, clean)
  return failed(
    'provider_error',
    'Fact Check Tools answered with something that is not its published format.',
  )
}

/** A search without a query is refused after the key was looked at, and counts against no quota of searches. */
async function probe(
  web: Web,
  address: string,
  headers: Record<string, string>,
  { signal }: StepTools,
  clean: (text: string) => string,
): Promise<Health> {
  const asked = `GET ${address} (without a query)`
  const facts: AttemptFacts = { asked: '', askedOf: null }
  const got = await askService(web.get, NAME, { address, headers, signal }, facts)
  const unavailable = (message: string): Health => ({ state: 'unavailable', message, asked, detail: {} })
  if (!got.ok) return unavailable(got.outcome.message)
  const { answer } = got
  const error = readFactCheckError(answer.json)
  const isAboutQuery = answer.status === 400 && error?.status === 'INVALID_ARGUMENT'
  if (isAboutQuery && !isAboutKey(answer.status, error))
    return { state: 'ready', message: 'Fact Check Tools accepts the key.', asked, detail: {} }
  return unavailable(failureOf(answer, facts, clean).message)
}
