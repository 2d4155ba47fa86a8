/** Speaks to services that answer `POST /chat/completions` the way OpenAI's does; xAI's is one of them. */

import { z } from 'zod'
import type { AttemptFacts } from '#domain/attempt.ts'
import type { Health } from '#scrapers/contract.ts'
import { askService, failed, type ServiceAnswer, unreadable } from '#scrapers/kit/ask-service.ts'
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

const Completion = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z
            .union([
              z.string(),
              z.array(z.object({ type: z.string().nullish(), text: z.string().nullish() })),
            ])
            .nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() }).nullish(),
})
const Models = z.object({ data: z.array(z.object({ id: z.string() })) })
const XaiKey = z.object({
  team_blocked: z.boolean().nullish(),
  api_key_blocked: z.boolean().nullish(),
  api_key_disabled: z.boolean().nullish(),
})
/** How a service says that it does not take the asked format. */
const FORMAT_REFUSED = [400, 422]
const KEY = /api[ _-]?key/i

/** `isXai`: its key has an address of its own to be asked about, and its list leaves out aliases such as `grok-latest`. */
export function chatCompletions(isXai: boolean): Protocol {
  return { version: 'chat-completions-1', ask, probe: isXai ? probeKey : probeModels }
}

/** With a JSON schema first; a service that refuses it is asked once more, with the form described in words alone. */
async function ask(
  service: ModelService,
  prompt: Prompt,
  facts: AttemptFacts,
  signal: AbortSignal,
): Promise<Said> {
  const schema = { name: 'proposals', strict: true, schema: prompt.schema }
  let asked = await post(service, prompt, facts, signal, {
    response_format: { type: 'json_schema', json_schema: schema },
  })
  facts.detail = { ...facts.detail, format: 'json_schema' }
  if (
    asked.ok &&
    FORMAT_REFUSED.includes(asked.answer.status) &&
    !KEY.test(errorIn(asked.answer.json) ?? '')
  ) {
    const formatRefused = cleanWords(errorIn(asked.answer.json) ?? '', service.apiKey)
    asked = await post(service, prompt, facts, signal, {})
    facts.detail = { ...facts.detail, format: 'plain', formatRefused }
  }
  if (!asked.ok) return asked
  if (asked.answer.status !== 200) return { ok: false, outcome: refusedBy(service, asked.answer) }
  return read(service, asked.answer, facts)
}

function post(
  { web, name, baseUrl, model, ...rest }: ModelService,
  prompt: Prompt,
  facts: AttemptFacts,
  signal: AbortSignal,
  more: Record<string, unknown>,
) {
  const messages = [
    { role: 'system', content: prompt.instruction },
    { role: 'user', content: prompt.data },
  ]
  const request = {
    address: `${baseUrl}/chat/completions`,
    method: 'POST' as const,
    headers: headersOf({ web, name, baseUrl, model, ...rest }),
    body: JSON.stringify({ model, messages, stream: false, ...more }),
    signal,
  }
  return askService(web.get, name, request, facts)
}

function read(service: ModelService, answer: ServiceAnswer, facts: AttemptFacts): Said {
  const { name, apiKey } = service
  const parsed = Completion.safeParse(answer.json)
  const error = errorIn(answer.json)
  if (!parsed.success && error !== null)
    return no(`${name} answered with an error: ${cleanWords(error, apiKey)}`)
  if (!parsed.success) return { ok: false, outcome: unreadable(name, answer) }
  const { model, choices, usage } = parsed.data
  const choice = choices[0]!
  const { content, refusal } = choice.message
  const finish = choice.finish_reason ?? null
  facts.detail = {
    ...facts.detail,
    ...{ model: model ?? null, finish },
    ...{ inputTokens: usage?.prompt_tokens ?? null, outputTokens: usage?.completion_tokens ?? null },
  }
  if (refusal) return no(`The model declined to answer. It says: "${cleanWords(refusal, apiKey)}"`)
  if (finish === 'length') return no('The model’s answer was cut off because it became too long.')
  if (finish === 'content_filter') return no(`A filter of ${name} stopped the model’s answer.`)
  const words = typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join('')
  if (words.trim() === '') return no('The model answered without words.')
  return { ok: true, words, model: model || service.model }
}

function no(message: string): Said {
  return { ok: false, outcome: failed('provider_error', message) }
}

/** `GET /models` costs nothing and says which models there are. */
async function probeModels(service: ModelService, signal: AbortSignal): Promise<Health> {
  const address = `${service.baseUrl}/models`
  const asked = await get(service, address, signal)
  if ('state' in asked) return asked
  const parsed = Models.safeParse(asked.json)
  return listedModel(service, `GET ${address}`, parsed.success ? parsed.data.data.map(({ id }) => id) : null)
}

async function probeKey(service: ModelService, signal: AbortSignal): Promise<Health> {
  const address = `${service.baseUrl}/api-key`
  const asked = await get(service, address, signal)
  if ('state' in asked) return asked
  const parsed = XaiKey.safeParse(asked.json)
  const key = parsed.success ? parsed.data : null
  const isBlocked = key?.team_blocked || key?.api_key_blocked || key?.api_key_disabled
  const message = isBlocked ? `${service.name} has blocked the key.` : `${service.name} accepts the key.`
  if (key === null) return listedModel(service, `GET ${address}`, null)
  return { state: isBlocked ? 'unavailable' : 'ready', message, asked: `GET ${address}`, detail: {} }
}

async function get(
  service: ModelService,
  address: string,
  signal: AbortSignal,
): Promise<ServiceAnswer | Health> {
  const facts: AttemptFacts = { asked: '', askedOf: null }
  const request = { address, headers: headersOf(service), signal }
  const asked = await askService(service.web.get, service.name, request, facts)
  const unavailable = (message: string): Health => ({
    state: 'unavailable',
    message,
    asked: `GET ${address}`,
    detail: {},
  })
  if (!asked.ok) return unavailable(asked.outcome.message)
  return asked.answer.status === 200 ? asked.answer : unavailable(refusedBy(service, asked.answer).message)
}
