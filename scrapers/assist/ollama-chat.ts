/** Speaks Ollama's own protocol, `POST /api/chat`, mostly to a model on a machine of the house. */

import { z } from 'zod'
import type { AttemptFacts } from '#domain/attempt.ts'
import type { Health } from '#scrapers/contract.ts'
import { askService, failed, unreadable } from '#scrapers/kit/ask-service.ts'
import type { Prompt } from './prompt.ts'
import {
  cleanWords,
  errorIn,
  headersOf,
  listedModel,
  type ModelService,
  type Protocol,
  refusedBy,
  type Said,
} from './protocol.ts'

const Chat = z.object({
  model: z.string().nullish(),
  message: z.object({ content: z.string() }),
  done: z.boolean(),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.number().nullish(),
  eval_count: z.number().nullish(),
})
const Tags = z.object({ models: z.array(z.object({ name: z.string() })) })

/** Without a size Ollama takes a few thousand tokens and drops the head of a longer question without a word. */
const CONTEXT_STEP_TOKENS = 8_192
const MAX_CONTEXT_TOKENS = 65_536
const ANSWER_TOKENS = 8_192

export const ollamaChat: Protocol = { version: 'ollama-chat-1', ask, probe }

async function ask(
  service: ModelService,
  prompt: Prompt,
  facts: AttemptFacts,
  signal: AbortSignal,
): Promise<Said> {
  const { web, name, baseUrl, model } = service
  const contextTokens = contextFor(prompt)
  facts.detail = { ...facts.detail, format: 'json_schema', contextTokens }
  const body = JSON.stringify({
    model,
    messages: [
      { role: 'system', content: prompt.instruction },
      { role: 'user', content: prompt.data },
    ],
    stream: false,
    format: prompt.schema,
    options: { temperature: 0, num_ctx: contextTokens },
  })
  const request = {
    address: `${baseUrl}/api/chat`,
    method: 'POST' as const,
    headers: headersOf(service),
    body,
    signal,
  }
  const asked = await askService(web.get, name, request, facts)
  if (!asked.ok) return asked
  if (asked.answer.status !== 200) return { ok: false, outcome: refusedBy(service, asked.answer) }
  const parsed = Chat.safeParse(asked.answer.json)
  const error = errorIn(asked.answer.json)
  if (!parsed.success && error !== null)
    return no(`${name} answered with an error: ${cleanWords(error, service.apiKey)}`)
  if (!parsed.success) return { ok: false, outcome: unreadable(name, asked.answer) }
  const { message, done, done_reason: finish, prompt_eval_count, eval_count } = parsed.data
  facts.detail = {
    ...facts.detail,
    ...{ model: parsed.data.model ?? null, finish: finish ?? null },
    ...{ inputTokens: prompt_eval_count ?? null, outputTokens: eval_count ?? null },
  }
  if (!done || finish === 'length') return no('The model’s answer was cut off because it became too long.')
  if (message.content.trim() === '') return no('The model answered without words.')
  return { ok: true, words: message.content, model: parsed.data.model || model }
}

/** A Chinese sign is about a token, so every character counts as one. */
function contextFor({ instruction, data }: Prompt): number {
  const wanted = instruction.length + data.length + ANSWER_TOKENS
  return Math.min(MAX_CONTEXT_TOKENS, Math.ceil(wanted / CONTEXT_STEP_TOKENS) * CONTEXT_STEP_TOKENS)
}

function no(message: string): Said {
  return { ok: false, outcome: failed('provider_error', message) }
}

/** `GET /api/tags` lists the models that have been pulled. */
async function probe(service: ModelService, signal: AbortSignal): Promise<Health> {
  const address = `${service.baseUrl}/api/tags`
  const facts: AttemptFacts = { asked: '', askedOf: null }
  const request = { address, headers: headersOf(service), signal }
  const asked = await askService(service.web.get, service.name, request, facts)
  const refusal = !asked.ok
    ? asked.outcome
    : asked.answer.status === 200
      ? null
      : refusedBy(service, asked.answer)
  if (refusal || !asked.ok)
    return { state: 'unavailable', message: refusal?.message ?? '', asked: `GET ${address}`, detail: {} }
  const parsed = Tags.safeParse(asked.answer.json)
  return listedModel(
    service,
    `GET ${address}`,
    parsed.success ? parsed.data.models.map(({ name }) => name) : null,
  )
}
