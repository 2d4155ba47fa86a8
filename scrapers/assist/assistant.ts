/** Asks a language model for proposals. What it says is bounded, stripped and held against the record; nothing in it is followed. */
import type { AttemptFacts } from '#domain/attempt.ts'
import type { AssistSubject, ProposedContent } from '#domain/proposal.ts'
import type { Scraper } from '#scrapers/contract.ts'
import { failed } from '#scrapers/kit/ask-service.ts'
import type { Web } from '#scrapers/kit/web.ts'
import { chatCompletions } from './chat-completions.ts'
import { ollamaChat } from './ollama-chat.ts'
import { promptFor, sentDraft } from './prompt.ts'
import type { ModelService, Protocol } from './protocol.ts'
import { readProposals } from './read-proposals.ts'

/** `protocol` is null where no assistant is set up. */
export type AssistantSettings = {
  web: Web
  service: {
    protocol: 'openai' | 'xai' | 'ollama'
    baseUrl: string
    apiKey: string | null
    model: string
  } | null
}

/** `provider` is the host that answered; `asked` is every word that was sent. */
export type Proposed = { provider: string; model: string; asked: string; proposals: ProposedContent[] }

const NOT_SET_UP = 'No AI assistant is set up.'
const PROTOCOLS: Record<'openai' | 'xai' | 'ollama', { name: string; protocol: Protocol }> = {
  openai: { name: 'The model service', protocol: chatCompletions(false) },
  xai: { name: 'xAI', protocol: chatCompletions(true) },
  ollama: { name: 'Ollama', protocol: ollamaChat },
}

export function assistant({ web, service }: AssistantSettings): Scraper<AssistSubject | null, Proposed> {
  if (service === null)
    return {
      name: 'assistant',
      version: 'none',
      run: async () => ({
        outcome: { ended: 'skipped', reason: 'not_configured', message: NOT_SET_UP },
        facts: { asked: '', askedOf: null },
      }),
      probe: async () => ({ state: 'not_configured', message: NOT_SET_UP, asked: null, detail: {} }),
    }
  const { name, protocol } = PROTOCOLS[service.protocol]
  const { model } = service
  const baseUrl = service.baseUrl.replace(/\/+$/, '')
  const target: ModelService = { web, name, baseUrl, model, apiKey: service.apiKey ?? '' }
  return {
    name: 'assistant',
    version: `${protocol.version} ${model}`,
    run: async (subject, { signal }) => {
      if (subject === null)
        return {
          outcome: {
            ended: 'nothing',
            reason: 'no_results',
            message: 'What it was to be asked about is gone.',
          },
          facts: { asked: '', askedOf: null },
        }
      const prompt = promptFor(subject)
      const asked = `${prompt.instruction}\n\n${prompt.data}`
      const provider = new URL(baseUrl).host
      const facts: AttemptFacts = {
        asked,
        askedOf: provider,
        detail: { modelAsked: model, prompt: prompt.version, ...sizes(subject) },
      }
      const said = await protocol.ask(target, prompt, facts, signal)
      if (!said.ok) return { outcome: said.outcome, facts }
      const read = readProposals(subject, said.words)
      if (read === null)
        return {
          outcome: failed('provider_error', 'The model’s answer does not have the form that was asked for.'),
          facts,
        }
      const { proposals, dropped, addresses } = read
      facts.detail = { ...facts.detail, proposals: proposals.length, dropped, addressesCut: addresses }
      if (proposals.length === 0) {
        const message = dropped > 0 ? 'Nothing in the answer was usable.' : 'The model proposed nothing.'
        return { outcome: { ended: 'nothing', reason: 'no_results', message }, facts }
      }
      // Models name themselves; the name is text of theirs like any other.
      const value = {
        provider,
        model: said.model.replace(/[\p{C}\s]+/gu, ' ').slice(0, 120),
        asked,
        proposals,
      }
      return { outcome: { ended: 'done', value }, facts }
    },
    probe: ({ signal }) => protocol.probe(target, signal),
  }
}

function sizes(subject: AssistSubject): Record<string, number> {
  if (subject.kind !== 'claim') return {}
  return { draftCharacters: subject.draft.length, sentCharacters: sentDraft(subject.draft).length }
}
