/** Whether an AI assistant is set up, which one, and what is missing where it is not. Off unless a protocol is named. */

import { type Sensitivity, stepRefusal } from './sensitivity.ts'

export const ASSISTANT_PROTOCOLS = ['openai', 'xai', 'ollama'] as const
export type AssistantProtocol = (typeof ASSISTANT_PROTOCOLS)[number]

/** The settings that decide it, by their names in the environment. */
export type AssistantSettings = {
  ASSISTANT_PROTOCOL?: AssistantProtocol | undefined
  ASSISTANT_URL?: string | undefined
  ASSISTANT_API_KEY?: string | undefined
  ASSISTANT_MODEL?: string | undefined
}

export type AssistantSetting =
  | { on: true; protocol: AssistantProtocol; baseUrl: string; apiKey: string | null; model: string }
  | { on: false; missing: string }

/** Where a protocol's own service is. An OpenAI-compatible service has no address of its own: it must be named. */
const OWN_ADDRESS: Partial<Record<AssistantProtocol, string>> = {
  xai: 'https://api.x.ai/v1',
  ollama: 'http://127.0.0.1:11434',
}

/** `missing` says what a person who runs the desk would have to set. */
export function assistantSetting(settings: AssistantSettings): AssistantSetting {
  const { ASSISTANT_PROTOCOL: protocol, ASSISTANT_MODEL: model, ASSISTANT_API_KEY: apiKey = null } = settings
  const baseUrl = settings.ASSISTANT_URL ?? (protocol && OWN_ADDRESS[protocol])
  if (!protocol) return { on: false, missing: 'which kind it is (ASSISTANT_PROTOCOL)' }
  if (!model) return { on: false, missing: 'the name of a model (ASSISTANT_MODEL)' }
  if (!baseUrl) return { on: false, missing: 'the address of the assistant (ASSISTANT_URL)' }
  if (protocol === 'xai' && !apiKey)
    return { on: false, missing: 'a key for the assistant (ASSISTANT_API_KEY)' }
  return { on: true, protocol, baseUrl, apiKey, model }
}

/** Whether the assistant can be asked about an article now: it is off, it may not learn of the article, or it is ready. */
export type AssistantStanding =
  | { state: 'off'; missing: string }
  | { state: 'guarded'; why: string; model: string; host: string }
  | { state: 'ready'; model: string; host: string }

export function assistantStanding(
  settings: AssistantSettings & { STET_OWN_HOSTS: string[] },
  sensitivity: Sensitivity,
): AssistantStanding {
  const setting = assistantSetting(settings)
  if (!setting.on) return { state: 'off', missing: setting.missing }
  const { host, hostname } = new URL(setting.baseUrl)
  const { model } = setting
  const isOwn = settings.STET_OWN_HOSTS.includes(hostname.toLowerCase())
  const refusal = stepRefusal(sensitivity, 'assistant', isOwn)
  return refusal ? { state: 'guarded', why: refusal.message, model, host } : { state: 'ready', model, host }
}
