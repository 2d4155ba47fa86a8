/** Asks the newsroom's own SearXNG, and keeps apart "nothing found" and "its engines did not answer". */
import { z } from 'zod'
import type { AttemptFacts, Outcome, Reason } from '#domain/attempt.ts'
import type { FindRequest, Lead, Scraper } from '#scrapers/contract.ts'
import { headerValue } from '#scrapers/kit/exchange-headers.ts'
import type { Web, WebResponse } from '#scrapers/kit/web.ts'
import { collectLeads } from './collect-leads.ts'

/** `baseUrl` null means that no SearXNG is set up. `web` must be allowed to reach it. */
export type LocalWebSearchSettings = { web: Web; baseUrl: string | null }

const MAX_ANSWER_BYTES = 8_000_000

const Result = z.object({ url: z.string(), title: z.string().nullish(), content: z.string().nullish() })
/** `number_of_results` is not asked for: newer versions do not send it. */
const Answer = z.object({
  results: z.array(z.unknown()),
  unresponsive_engines: z.array(z.array(z.string())).nullish(),
})

type Found = { leads: Lead[]; unresponsive: string[][]; results: number }
type Tried = { ended: 'done'; value: Found } | { ended: 'failed'; reason: Reason; message: string }

/** Sends the queries one after another, best first, until one brings results. */
export function localWebSearch({ web, baseUrl }: LocalWebSearchSettings): Scraper<FindRequest, Lead[]> {
  return {
    name: 'local-web-search',
    version: 'searxng-json-1',
    run: async ({ queries, language, claimText }, { signal }) => {
      const toAsk = queries.length > 0 ? queries : [claimText]
      if (baseUrl === null || baseUrl === '') {
        const message = 'No search engine of the house is set up.'
        return {
          outcome: { ended: 'skipped', reason: 'not_configured', message },
          facts: { asked: toAsk.join('\n'), askedOf: null },
        }
      }
      const facts: AttemptFacts = { asked: '', askedOf: new URL(baseUrl).host }
      const asked: { query: string; results: number }[] = []
      const unresponsive: string[][] = []
      for (const query of toAsk) {
        facts.asked = [facts.asked, query].filter(Boolean).join('\n')
        const answer = await web.get({
          address: searchAddress(baseUrl, query, language),
          headers: { accept: 'application/json', 'accept-language': 'en' },
          maxBytes: MAX_ANSWER_BYTES,
          signal,
        })
        const tried: Tried = answer.ok
          ? read(answer.response, facts)
          : { ended: 'failed', reason: answer.reason, message: answer.message }
        if (tried.ended === 'failed') {
          facts.detail = { ...facts.detail, queries: asked, unresponsiveEngines: unresponsive }
          return { outcome: tried, facts }
        }
        asked.push({ query, results: tried.value.results })
        unresponsive.push(...tried.value.unresponsive)
        facts.detail = { queries: asked, unresponsiveEngines: unresponsive }
        if (tried.value.leads.length > 0)
          return { outcome: { ended: 'done', value: tried.value.leads }, facts }
      }
      return { outcome: emptyOutcome(unresponsive), facts }
    },
  }
}

function read(response: WebResponse, facts: AttemptFacts): Tried {
  const { status } = response
  facts.httpStatus = status
  facts.bytes = response.body.byteLength
  if (status === 403)
    return failed(
      'engine_unavailable',
      'The search engine of the house refuses JSON: it is switched off in its settings.',
    )
  if (status === 429) {
    facts.detail = { retryAfter: headerValue(response.headers, 'retry-after') }
    return failed('rate_limited', 'The limiter of the search engine turned the request away.')
  }
  if (status >= 500)
    return failed('http_error', `The search engine answered with an error of its own (${status}).`)
  if (status !== 200)
    return failed('provider_error', `The search engine did not accept the query (${status}).`)
  const answer = Answer.safeParse(parseJson(response.body))
  if (!answer.success)
    return failed('provider_error', 'The search engine answered with something that is not its JSON.')
  const results = answer.data.results.flatMap((each) => {
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
      unresponsive: answer.data.unresponsive_engines ?? [],
      results: answer.data.results.length,
    },
  }
}

/** An instance whose engines all failed answers 200 with no results: that is "could not look", not "not there". */
function emptyOutcome(unresponsive: string[][]): Outcome<never> {
  if (unresponsive.length === 0)
    return { ended: 'nothing', reason: 'no_results', message: 'The search engine found no page.' }
  const engines = [...new Set(unresponsive.map(([engine, why]) => (why ? `${engine}: ${why}` : `${engine}`)))]
  return failed('engine_unavailable', `No results, and engines did not answer (${engines.join('; ')}).`)
}

/** A base address may have a path of its own, with or without a slash at its end. */
function searchAddress(baseUrl: string, query: string, language: string | null): string {
  const url = new URL(`${baseUrl.replace(/\/$/, '')}/search`)
  url.searchParams.set('q', query)
  url.searchParams.set('format', 'json')
  if (language) url.searchParams.set('language', language)
  return url.href
}

function failed(reason: Reason, message: string): { ended: 'failed'; reason: Reason; message: string } {
  return { ended: 'failed', reason, message }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}
