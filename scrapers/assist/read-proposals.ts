/** Reads a model's words as proposals: of the asked shape, within bounds, without addresses. Everything else is dropped and counted. */
import { type AssistSubject, MAX_PROPOSED, type ProposedContent, readContent } from '#domain/proposal.ts'
import { parseJson } from '#scrapers/kit/ask-service.ts'

/** `addresses`: how many were cut out; leads come from engines alone. Null: the words hold no JSON of the asked form. */
export type ReadProposals = { proposals: ProposedContent[]; dropped: number; addresses: number }

const LISTS = { claim: 'claims', query: 'queries' } as const
/** Some models think aloud first, or fence their answer as code. */
const THOUGHT = /^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/u
const FENCED = /```(?:json)?\s*([\s\S]*?)```/u
const ADDRESS = /\b(?:https?|ftp|file|data|javascript):\S+|\bwww\.\S+|\bsite:\S*/giu
/** Controls, and signs that turn the direction of writing or are not seen: nobody could check what they read. */
const UNSEEN = /[\p{Cc}\p{Cs}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

export function readProposals(subject: AssistSubject, words: string): ReadProposals | null {
  const json = jsonIn(words)
  const entries = entriesOf(subject, json)
  if (entries === null) return null
  let addresses = 0
  const read: ProposedContent[] = []
  for (const entry of entries.slice(0, MAX_PROPOSED[subject.kind])) {
    const cleaned = Object.entries(entry).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      // The passage is the draft's own words, addresses and all: it is looked for there, letter for letter.
      if (name === 'passage') return [name, value.replace(/[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')]
      const seen = value.replace(UNSEEN, (sign) => (/\s/u.test(sign) ? ' ' : ''))
      addresses += seen.match(ADDRESS)?.length ?? 0
      return [name, seen.replace(ADDRESS, '').replace(/\s+/gu, ' ').trim()]
    })
    const content = readContent(subject.kind, { ...Object.fromEntries(cleaned), ...given(subject) })
    if (content) read.push(content)
  }
  const proposals = once(read)
  return { proposals, dropped: entries.length - proposals.length, addresses }
}

/** What the model is not asked: it cannot change which words it translates. */
function given(subject: AssistSubject): Record<string, unknown> {
  return subject.kind === 'translation' ? { quote: subject.quote, language: subject.to } : {}
}

function entriesOf(subject: AssistSubject, json: unknown): Record<string, unknown>[] | null {
  if (subject.kind === 'translation') return isRecord(json) && 'translation' in json ? [json] : null
  const found = Array.isArray(json) ? json : isRecord(json) ? json[LISTS[subject.kind]] : null
  // What is no object is dropped with the rest.
  return Array.isArray(found) ? found.map((entry) => (isRecord(entry) ? entry : {})) : null
}

function jsonIn(words: string): unknown {
  const plain = words.replace(THOUGHT, '').trim()
  const fenced = FENCED.exec(plain)?.[1]
  const braces = plain.slice(plain.indexOf('{'), plain.lastIndexOf('}') + 1)
  return parseJson(plain) ?? parseJson(fenced ?? '') ?? parseJson(braces)
}

function once(proposals: ProposedContent[]): ProposedContent[] {
  return [...new Map(proposals.map((each) => [JSON.stringify(each).toLowerCase(), each])).values()]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
