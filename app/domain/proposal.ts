/** What an AI assistant may propose and from what. A proposal is never evidence, and only a person accepts one. */
import { z } from 'zod'
import { CLAIM_KINDS } from './claim.ts'
import { MAX_QUERY_CHARACTERS } from './run.ts'
import type { Chain } from './step.ts'

/** Stored names: never renamed. */
export const PROPOSAL_KINDS = ['claim', 'query', 'translation'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

export const PROPOSAL_STATES = ['proposed', 'accepted', 'dismissed'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** How much of a draft is sent. Small models lose the thread of longer ones. */
export const MAX_DRAFT_CHARACTERS = 24_000

/** More of one kind than this are not kept from one answer. */
export const MAX_PROPOSED: Record<ProposalKind, number> = { claim: 40, query: 12, translation: 1 }

/** One question to the assistant. A model on a machine of the house may take minutes. */
export const ASSIST_CHAIN: Chain = {
  steps: [{ step: 'assistant', windowMs: 180_000 }],
  windowMs: 200_000,
  stopAtFirst: true,
}

const text = (maxCharacters: number) => z.string().trim().min(1).max(maxCharacters)
const optional = (maxCharacters: number) =>
  z
    .string()
    .trim()
    .max(maxCharacters)
    .nullish()
    .transform((words) => words || null)

/** A claim: one checkable statement, the draft's exact words it is taken from, and who is said to have said it. */
export const claimContent = z.object({
  text: text(1_000),
  passage: text(2_000),
  claimant: optional(300),
  claimKind: z.enum(CLAIM_KINDS).catch('statement'),
})
/** A query for search engines; `language` is a BCP-47 tag or null. */
export const queryContent = z.object({
  query: text(MAX_QUERY_CHARACTERS),
  language: optional(20),
  why: optional(300),
})
/** `quote` are the words that were translated, `language` the tag of the translation. */
export const translationContent = z.object({
  translation: text(10_000),
  quote: text(10_000),
  language: text(20),
})

export type ClaimContent = z.output<typeof claimContent>
export type QueryContent = z.output<typeof queryContent>
export type TranslationContent = z.output<typeof translationContent>

export type ProposedContent =
  | ({ kind: 'claim' } & ClaimContent)
  | ({ kind: 'query' } & QueryContent)
  | ({ kind: 'translation' } & TranslationContent)

/** A stored proposal's content; null where it is not of the shape that this version knows. */
export function readContent(kind: ProposalKind, stored: unknown): ProposedContent | null {
  if (kind === 'claim') {
    const parsed = claimContent.safeParse(stored)
    return parsed.success ? { kind, ...parsed.data } : null
  }
  if (kind === 'query') {
    const parsed = queryContent.safeParse(stored)
    return parsed.success ? { kind, ...parsed.data } : null
  }
  const parsed = translationContent.safeParse(stored)
  return parsed.success ? { kind, ...parsed.data } : null
}

/** What the assistant is asked about, as it is on record; a proposal is held against the same. */
export type AssistSubject =
  | { kind: 'claim'; draft: string; language: string }
  | {
      kind: 'query'
      text: string
      claimant: string | null
      passage: string | null
      /** what the claim cites, each in the source's language and in translation */
      cited: { quote: string | null; translation: string | null; language: string | null }[]
    }
  | {
      kind: 'translation'
      quote: string
      /** BCP-47; null where the source's language is not known */
      from: string | null
      to: string
      /** texts on record that may give a name in both scripts: the claim, its speaker, the draft */
      record: string[]
    }

/** What a run asks the assistant: stored with the run. */
export const assistAsk = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), articleId: z.string().max(40) }),
  z.object({ kind: z.literal('query'), claimId: z.string().max(40) }),
  z.object({ kind: z.literal('translation'), citationId: z.string().max(40) }),
])
export type AssistAsk = z.output<typeof assistAsk>
