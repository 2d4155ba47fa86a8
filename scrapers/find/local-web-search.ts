/** Asks the newsroom's own SearXNG, and keeps apart "nothing found" and "its engines did not answer". */
import { z } from 'zod'
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import type { FindRequest, Health, Lead, Scraper, StepTools } from '#scrapers/contract.ts'
import { askService, type Failed, failed, type ServiceAnswer, unreadable } from '#scrapers/kit/ask-service.ts'
import type { Web } from '#scrapers/kit/web.ts'
import { collectLeads, MAX_LEADS } from './collect-leads.ts'

/** `baseUrl` null means that no SearXNG is set up. `web` must be allowed to reach it. */
export type LocalWebSearchSettings = { web: Web; baseUrl: string | null }

const NAME = 'The search engine'
const NOT_SET_UP = 'No search engine of the house is set up.'
/** Messages about engines are translated; English ones can be read by everybody at the desk alike. */
const HEADERS = { accept: 'application/json', 'accept-language': 'en' }

const Result = z.object({ url: z.string(), title: z.string().nullish(), content: z.string().nullish() })
/** `number_of_results` is not asked for: newer versions do not send it. */
const Answer = z.object({
  results: z.array(z.unknown()),
  unresponsive_engines: z.array(z.array(z.string())).nullish(),
})
const Config = z.object({
  version: z.string().nullish(),
  engines: z.array(z.object({ enabled: z.boolean().nullish() })),
})

type Found = { leads: Lead[]; unresponsive: string[][]; results: number }
type Tried = { ended: 'done'; value: Found } | Failed

/** Sends the queries one after another, best first, until one brings results. */
export function localWebSearch({ web, baseUrl }: LocalWebSearchSettings): Scraper<FindRequest, Lead[]> {
  return {
    name: 'local-web-search',
    version: 'searxng-json-1',
    run: async ({ queries, language, claimText }, { signal }) => {
      const toAsk = queries.length > 0 ? queries : [claimText]
      if (baseUrl === null || baseUrl === '')
        return {
          outcome: { ended: 'skipped', reason: 'not_configured', message: NOT_SET_UP },
          facts: { asked: toAsk.join('\n'), askedOf: null },
        }
      const facts: AttemptFacts = { asked: '', askedOf: new URL(baseUrl).host }
      const asked: { query: string; results: number }[] = []
      const unresponsive: string[][] = []
      const parameters = { format: 'json', ...(language ? { language } : {}) }
      for (const query of toAsk) {
        facts.asked = [facts.asked, query].filter(Boolean).join('\n')
        const address = searchAddress(baseUrl, { q: query, ...parameters })
        const answer = await askService(web.get, NAME, { address, headers: HEADERS, signal }, facts)
        const tried = answer.ok ? read(answer.answer) : answer.outcome
        if (tried.ended === 'done') {
          asked.push({ query, results: tried.value.results })
          unresponsive.push(...tried.value.unresponsive)
        }
        facts.detail = {
          ...facts.detail,
          ...{ queries: asked, parameters, limit: MAX_LEADS },
          screened: asked.reduce((sum, { results }) => sum + results, 0),
          unresponsiveEngines: unresponsive,
        }
        if (tried.ended === 'failed') return { outcome: tried, facts }
        if (tried.value.leads.length > 0)
          return { outcome: { ended: 'done', value: tried.value.leads }, facts }
      }
      return { outcome: emptyOutcome(unresponsive), facts }
    },
    probe: async (tools) =>
      baseUrl === null || baseUrl === ''
        ? { state: 'not_configured', message: NOT_SET_UP, asked: null, detail: {} }
        : probe(web, baseUrl, tools),
  }
}

function read(answer: ServiceAnswer): Tried {
  const refusal = refusalOf(answer.status)
  if (refusal) return refusal
  const parsed = Answer.safeParse(answer.json)
  if (!parsed.success) {
    const { message } = unreadable(`${NAME}, asked for JSON,`, answer)
    return failed('provider_error', message)
  }
  const results = parsed.data.results.flatMap((each) => {
    const result = Result.safeParse(each)
    return result.success ? [result.data] : []
  })
  const leads = collectLeads(
    results.map(({ url, title, content }) => ({ address: url, title, snippet: content })),
  )
  return {
    ended: 'done',
    value: {
      leads,
      unresponsive: parsed.data.unresponsive_engines ?? [],
      results: parsed.data.results.length,
    },
  }
}

function refusalOf(status: number): Failed | null {
  if (status === 200) return null
  if (status === 403)
    return failed(
      'engine_unavailable',
      'The search engine of the house refuses JSON: it is switched off in its settings.',
    )
  if (status === 429)
    return failed('rate_limited', 'The limiter of the search engine turned the request away.')
  if (status >= 500)
    return failed('http_error', `The search engine answered with an error of its own (${status}).`)
  return failed('provider_error', `The search engine did not accept the query (${status}).`)
}

/** An instance whose engines all failed answers 200 with no results: that is "could not look", not "not there". */
function emptyOutcome(unresponsive: string[][]): Outcome<never> {
  if (unresponsive.length === 0)
    return { ended: 'nothing', reason: 'no_results', message: 'The search engine found no page.' }
  const engines = [...new Set(unresponsive.map(([engine, why]) => (why ? `${engine}: ${why}` : `${engine}`)))]
  return failed('engine_unavailable', `No results, and engines did not answer (${engines.join('; ')}).`)
}

/**
 * A search without a query: the format is judged first, so 400 means that JSON is on and 403 that it is off, and no
 * engine is asked for anything. How many engines are on, `/config` tells.
 */
async function probe(web: Web, baseUrl: string, { signal }: StepTools): Promise<Health> {
  const address = searchAddress(baseUrl, { format: 'json' })
  const asked = `GET ${address}`
  const facts: AttemptFacts = { asked: '', askedOf: null }
  const first = await askService(web.get, NAME, { address, headers: HEADERS, signal }, facts)
  const unavailable = (message: string): Health => ({ state: 'unavailable', message, asked, detail: {} })
  if (!first.ok) return unavailable(first.outcome.message)
  const { status } = first.answer
  const refusal = refusalOf(status)
  if (refusal && status !== 400) return unavailable(refusal.message)
  const isJson = first.answer.json !== null
  if (!isJson) return unavailable(unreadable(NAME, first.answer).message)
  const config = { address: `${trimmed(baseUrl)}/config`, headers: HEADERS, signal }
  const second = await askService(web.get, NAME, config, facts)
  const told = Config.safeParse(second.ok ? second.answer.json : null)
  if (!told.success)
    return {
      state: 'ready',
      message: 'It answers in JSON; which engines it asks, it does not tell.',
      asked,
      detail: {},
    }
  const engines = told.data.engines.filter(({ enabled }) => enabled !== false).length
  const detail = { version: told.data.version ?? null, engines }
  if (engines === 0) return { ...unavailable('It answers, but none of its engines is on.'), detail }
  return { state: 'ready', message: `It answers in JSON, with ${engines} engines on.`, asked, detail }
}

/** A base address may have a path of its own, with or without a slash at its end. */
function searchAddress(baseUrl: string, parameters: Record<string, string>): string {
  const url = new URL(`${trimmed(baseUrl)}/search`)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

function trimmed(baseUrl: string): string {
  return baseUrl.replace(/\/$/, '')
}
