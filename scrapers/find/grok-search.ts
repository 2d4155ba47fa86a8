/** Asks xAI's model to search the web for a claim; only the addresses it cites are used, never its text. */
import type { AttemptFacts, Outcome, Reason } from '#domain/attempt.ts'
import type { FindRequest, Lead, Scraper } from '#scrapers/contract.ts'
import { headerValue } from '#scrapers/kit/exchange-headers.ts'
import type { Web, WebResponse } from '#scrapers/kit/web.ts'
import { collectLeads } from './collect-leads.ts'
import { type GrokAnswer, readGrokAnswer, readGrokError } from './grok-answer.ts'

/** `web` must reach the service; `model` is a name of the day (`grok-latest` unless told). No key, no search. */
export type GrokSearchSettings = { web: Web; apiKey: string | null; baseUrl?: string; model?: string }

const BASE_URL = 'https://api.x.ai/v1'
const MODEL = 'grok-latest'
const MAX_ANSWER_BYTES = 8_000_000
const INSTRUCTION =
  'You find source pages for a newsroom. Search the web and cite the pages where the statement below was first made ' +
  'or is reported: first the primary source (speech, official release, filing, data), then news agencies, then other ' +
  'reports. Search in the languages of the likely sources as well. Do not judge whether the statement is true.'

/** One request to `POST /responses` with the `web_search` tool and `store: false`, so that nothing is kept there. */
export function grokSearch(settings: GrokSearchSettings): Scraper<FindRequest, Lead[]> {
  const baseUrl = (settings.baseUrl ?? BASE_URL).replace(/\/$/, '')
  const model = settings.model ?? MODEL
  const { web, apiKey } = settings
  return {
    name: 'grok-search',
    version: `xai-responses-1 ${model}`,
    run: async (request, { signal }) => {
      const question = questionOf(request)
      if (apiKey === null || apiKey === '') {
        const message = 'No key for the xAI service is set.'
        return {
          outcome: { ended: 'skipped', reason: 'not_configured', message },
          facts: { asked: question, askedOf: null },
        }
      }
      const facts: AttemptFacts = {
        asked: question,
        askedOf: new URL(baseUrl).host,
        detail: { modelAsked: model },
      }
      const answer = await web.get({
        address: `${baseUrl}/responses`,
        method: 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          accept: 'application/json',
        },
        body: JSON.stringify({
          model,
          input: [
            { role: 'system', content: INSTRUCTION },
            { role: 'user', content: question },
          ],
          tools: [{ type: 'web_search' }],
          store: false,
        }),
        maxBytes: MAX_ANSWER_BYTES,
        signal,
      })
      if (!answer.ok) {
        const { reason, message } = answer
        return { outcome: { ended: 'failed', reason, message }, facts }
      }
      facts.httpStatus = answer.response.status
      facts.bytes = answer.response.body.byteLength
      const clean = (text: string) => withoutKey(text, apiKey)
      return { outcome: judge(answer.response, model, facts, clean), facts }
    },
  }
}

function judge(
  response: WebResponse,
  model: string,
  facts: AttemptFacts,
  clean: (text: string) => string,
): Outcome<Lead[]> {
  const json = parseJson(response.body)
  if (response.status !== 200) {
    const said = readGrokError(json)
    facts.detail = {
      ...facts.detail,
      said: said && clean(said),
      retryAfter: headerValue(response.headers, 'retry-after'),
    }
    return failureOf(response.status, said === null ? null : clean(said), model)
  }
  const answer = readGrokAnswer(json)
  if (answer === null) {
    const said = readGrokError(json)
    const why = said === null ? 'something that is not its published format' : `an error: ${clean(said)}`
    return failed('provider_error', `xAI answered with ${why}.`)
  }
  facts.detail = { ...facts.detail, ...detailOf(answer) }
  if (answer.status !== 'completed')
    return failed(
      'provider_error',
      `xAI did not finish its search (${clean(answer.trouble ?? answer.status)}).`,
    )
  const leads = collectLeads(answer.citations)
  facts.detail = { ...facts.detail, leads: leads.length }
  if (answer.searches === 0 && leads.length === 0)
    return {
      ended: 'nothing',
      reason: 'no_results',
      message: 'The model answered without searching and named no page.',
    }
  if (answer.searches === 0)
    return {
      ended: 'nothing',
      reason: 'no_results',
      message: 'The model named pages without having searched; they are not used.',
    }
  if (leads.length === 0)
    return { ended: 'nothing', reason: 'no_results', message: 'The search named no page.' }
  return { ended: 'done', value: leads }
}

function detailOf(answer: GrokAnswer): Record<string, unknown> {
  const { model, status, searches, citations, inputTokens, outputTokens } = answer
  return { model, status, toolCalls: searches, citations: citations.length, inputTokens, outputTokens }
}

/** xAI answers a wrong key with 400 as well as with 401, and a switched-off endpoint with 410. */
function failureOf(status: number, said: string | null, model: string): Outcome<never> {
  const quoted = said === null ? '' : ` It says: "${said}"`
  if (status === 429)
    return failed('rate_limited', `xAI has had too many requests, or the credit is used up.${quoted}`)
  if (status === 401 || (status === 400 && /api key/i.test(said ?? '')))
    return failed('provider_error', `xAI does not accept the key.${quoted}`)
  if (status === 403) return failed('provider_error', `xAI does not allow this key to search.${quoted}`)
  if (status === 404)
    return failed('provider_error', `xAI does not know the model ${model} or the address.${quoted}`)
  if (status === 410) return failed('provider_error', `xAI has switched off the endpoint asked.${quoted}`)
  if (status >= 500)
    return failed('http_error', `xAI answered with an error of its own (${status}).${quoted}`)
  return failed('provider_error', `xAI refused the request (${status}).${quoted}`)
}

function questionOf({ claimText, queries, language }: FindRequest): string {
  const lines = [`Statement: ${claimText}`]
  if (language) lines.push(`Language of the statement: ${language}`)
  if (queries.length > 0) lines.push(`Search for:\n${queries.map((query) => `- ${query}`).join('\n')}`)
  return lines.join('\n')
}

/** Error texts may repeat the key, whole or with stars in it; neither is kept. */
function withoutKey(text: string, apiKey: string): string {
  return text
    .replaceAll(apiKey, '[key]')
    .replace(/\bxai-[A-Za-z0-9*_-]+/g, '[key]')
    .slice(0, 500)
}

function failed(reason: Reason, message: string): Outcome<never> {
  return { ended: 'failed', reason, message }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}
