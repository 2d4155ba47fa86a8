/** What a protocol is: one way to put a prompt to a model and to read its answer. */

import { z } from 'zod'
import type { AttemptFacts } from '#domain/attempt.ts'
import type { Health } from '#scrapers/contract.ts'
import { type Failed, failed, inItsWords, type ServiceAnswer, withoutKey } from '#scrapers/kit/ask-service.ts'
import type { Web } from '#scrapers/kit/web.ts'
import type { Prompt } from './prompt.ts'

/** `name` is how a sentence names the service. An empty key is none. */
export type ModelService = { web: Web; name: string; baseUrl: string; apiKey: string; model: string }

/** What the model said, and the name by which it says it is called. */
export type Said = { ok: true; words: string; model: string } | { ok: false; outcome: Failed }

export type Protocol = {
  /** written into the attempt's version */
  version: string
  ask: (service: ModelService, prompt: Prompt, facts: AttemptFacts, signal: AbortSignal) => Promise<Said>
  probe: (service: ModelService, signal: AbortSignal) => Promise<Health>
}

const ErrorBody = z.union([
  z.object({ error: z.object({ message: z.string() }) }),
  z.object({ error: z.string() }),
  z.object({ message: z.string() }),
  z.object({ detail: z.string() }),
])

/** What an error body says: `{error:{message}}`, `{code, error}`, `{error}`, `{message}` or `{detail}`; null for anything else. */
export function errorIn(json: unknown): string | null {
  const parsed = ErrorBody.safeParse(json)
  if (!parsed.success) return null
  const body = parsed.data as { error?: string | { message: string }; message?: string; detail?: string }
  if (typeof body.error === 'string') return body.error
  return body.error?.message ?? body.message ?? body.detail ?? null
}

/** A refusal by status, with the service's own words without the key. xAI answers a wrong key with 400, too. */
export function refusedBy(service: ModelService, { status, json }: ServiceAnswer): Failed {
  const { name, model, apiKey } = service
  const error = errorIn(json)
  const said = error === null ? null : cleanWords(error, apiKey)
  const refused = (sentence: string) => failed('provider_error', inItsWords(sentence, said))
  if (status === 429)
    return failed(
      'rate_limited',
      inItsWords(`${name} has had too many requests, or the credit is used up.`, said),
    )
  if (status === 401 || (status === 400 && /api[ _-]?key/i.test(error ?? '')))
    return refused(`${name} does not accept the key.`)
  if (status === 403) return refused(`${name} does not allow this key to use the model ${model}.`)
  if (status === 404) return refused(`${name} does not know the model ${model} or the address.`)
  if (status === 413) return refused(`${name} says that the question is too long.`)
  if (status >= 500)
    return failed('http_error', inItsWords(`${name} answered with an error of its own (${status}).`, said))
  return refused(`${name} refused the question (${status}).`)
}

/** Text of a service as it may be kept: without the key, cut. */
export function cleanWords(text: string, apiKey: string): string {
  return apiKey === '' ? text.slice(0, 500) : withoutKey(text, apiKey)
}

export function headersOf({ apiKey }: ModelService): Record<string, string> {
  const plain = { 'content-type': 'application/json', accept: 'application/json' }
  return apiKey === '' ? plain : { ...plain, authorization: `Bearer ${apiKey}` }
}

/** Whether a list of models has the one that is set, as a probe's answer. */
export function listedModel(service: ModelService, asked: string, models: string[] | null): Health {
  const { name, model } = service
  if (models === null)
    return {
      state: 'unavailable',
      message: `${name} answered with something that is not its published format.`,
      asked,
      detail: {},
    }
  const has = models.includes(model) || models.includes(`${model}:latest`)
  return {
    state: has ? 'ready' : 'unavailable',
    message: has ? `${name} has the model ${model}.` : `${name} does not list the model ${model}.`,
    asked,
    detail: { models: models.slice(0, 50) },
  }
}
