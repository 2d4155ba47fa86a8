/** Asks xAI's model to search the web for a claim; only the addresses it cites are used, never its text. */
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import type { FindRequest, Health, Lead, Scraper } from '#scrapers/contract.ts'
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
import { type GrokAnswer, readGrokAnswer, readGrokError, readGrokKey } from './grok-answer.ts'

/** `web` must reach the service; `model` is a name of the day (`grok-latest` unless told). No key, no search. */
export type GrokSearchSettings = { web: Web; apiKey: string | null; baseUrl?: string; model?: string }

const BASE_URL = 'https://api.x.ai/v1'
const MODEL = 'grok-latest'
const NO_KEY = 'No key for the xAI service is set.'
const INSTRUCTION =
  'You find source pages for a newsroom. Search the web and cite the pages where the statement below was first made ' +
  'or is reported: first the primary source (speech, official release, filing, data), then news agencies, then other ' +
  'reports. Search in the languages of the likely sources as well. Do not judge whether the statement is true.'

/** One request to `POST /responses` with the `web_search` tool and `store: false`, so that nothing is kept there. */
export function grokSearch(settings: GrokSearchSettings): Scraper<FindRequest, Lead[]> {
  const baseUrl = (settings.baseUrl ?? BASE_URL).replace(/\/$/, '')
  const model = settings.model ?? MODEL
  const { web } = settings
  const apiKey = settings.apiKey ?? ''
  const authorization = `Bearer ${apiKey}`
  return {
    name: 'grok-search',
    version: `xai-responses-1 ${model}`,
    run: async (request, { signal }) => {
      const question = questionOf(request)
      if (apiKey === '')
        return {
          outcome: { ended: 'skipped', reason: 'not_configured', message: NO_KEY },
          facts: { asked: question, askedOf: null },
        }
      const parameters = { tools: [{ type: 'web_search' }], store: false }
      const facts: AttemptFacts = {
        asked: question,
        askedOf: new URL(baseUrl).host,
        detail: { modelAsked: model, instruction: INSTRUCTION, parameters, limit: MAX_LEADS },
      }
      const asked = await askService(
        web.get,
        'xAI',
        {
          address: `${baseUrl}/responses`,
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({
            model,
            input: [
              { role: 'system', content: INSTRUCTION },
              { role: 'user', content: question },
            ],
            ...parameters,
          }),
          signal,
        },
        facts,
      )
      if (!asked.ok) return { outcome: asked.outcome, facts }
      return { outcome: judge(asked.answer, model, facts, (text) => withoutKey(text, apiKey)), facts }
    },
    probe: async ({ signal }) => {
      if (apiKey === '') return { state: 'not_configured', message: NO_KEY, asked: null, detail: {} }
      const facts: AttemptFacts = { asked: '', askedOf: null }
      const address = `${baseUrl}/api-key`
      const request = { address, headers: { authorization, accept: 'application/json' }, signal }
      const asked = await askService(web.get, 'xAI', request, facts)
      return { asked: `GET ${address}`, ...healthOf(asked, model, (text) => withoutKey(text, apiKey)) }
    },
  }
}

function judge(
  answer: ServiceAnswer,
  model: string,
  facts: AttemptFacts,
  clean: (text: string) => string,
): Outcome<Lead[]> {
  const { status, json } = answer
  const error = readGrokError(json)
  const said = error === null ? null : clean(error)
  if (status !== 200) {
    facts.detail = { ...facts.detail, said }
    return failureOf(status, said, model)
  }
  const read = readGrokAnswer(json)
  if (read === null) {
    const why = said === null ? 'something that is not its published format' : `an error: ${said}`
    return failed('provider_error', `xAI answered with ${why}.`)
  }
  facts.detail = { ...facts.detail, ...detailOf(read) }
  if (read.status !== 'completed')
    return failed('provider_error', `xAI did not finish its search (${clean(read.trouble ?? read.status)}).`)
  const leads = collectLeads(read.citations)
  facts.detail = { ...facts.detail, leads: leads.length }
  if (read.searches > 0 && leads.length > 0) return { ended: 'done', value: leads }
  const message =
    read.searches > 0
      ? 'The search named no page.'
      : leads.length > 0
        ? 'The model named pages without having searched; they are not used.'
        : 'The model answered without searching and named no page.'
  return { ended: 'nothing', reason: 'no_results', message }
}

function detailOf(answer: GrokAnswer): Record<string, unknown> {
  const { model, status, searches, searchedFor, citations, inputTokens, outputTokens } = answer
  return {
    ...{ model, status, toolCalls: searches, searchedFor },
    ...{ citations: citations.length, screened: citations.length, inputTokens, outputTokens },
  }
}

/** xAI answers a wrong key with 400 as well as with 401, and a switched-off endpoint with 410. */
function failureOf(status: number, said: string | null, model: string): Failed {
  const refused = (sentence: string) => failed('provider_error', inItsWords(sentence, said))
  if (status === 429)
    return failed(
      'rate_limited',
      inItsWords('xAI has had too many requests, or the credit is used up.', said),
    )
  if (status === 401 || (status === 400 && /api key/i.test(said ?? '')))
    return refused('xAI does not accept the key.')
  if (status === 403) return refused('xAI does not allow this key to search.')
  if (status === 404) return refused(`xAI does not know the model ${model} or the address.`)
  if (status === 410) return refused('xAI has switched off the endpoint asked.')
  if (status >= 500)
    return failed('http_error', inItsWords(`xAI answered with an error of its own (${status}).`, said))
  return refused(`xAI refused the request (${status}).`)
}

/** `GET /api-key` costs no tokens and says whether key and team may be used. */
function healthOf(
  asked: Awaited<ReturnType<typeof askService>>,
  model: string,
  clean: (text: string) => string,
): Omit<Health, 'asked'> {
  const unavailable = (message: string, detail = {}) => ({ state: 'unavailable' as const, message, detail })
  if (!asked.ok) return unavailable(asked.outcome.message)
  const { status, json } = asked.answer
  if (status !== 200) {
    const said = readGrokError(json)
    return unavailable(failureOf(status, said === null ? null : clean(said), model).message, { status })
  }
  const key = readGrokKey(json)
  if (key === null) return unavailable('xAI answered with something that is not its published format.')
  const detail = { acls: key.acls, modelAsked: model }
  if (key.blockedBy !== null) return unavailable(`xAI has blocked the key (${key.blockedBy}).`, detail)
  return { state: 'ready', message: 'xAI accepts the key.', detail }
}

function questionOf({ claimText, queries, language }: FindRequest): string {
  const lines = [`Statement: ${claimText}`]
  if (language) lines.push(`Language of the statement: ${language}`)
  if (queries.length > 0) lines.push(`Search for:\n${queries.map((query) => `- ${query}`).join('\n')}`)
  return lines.join('\n')
}
