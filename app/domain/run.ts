/** The life of a run: what is still to do after a restart, and when its window is closed. */
import { z } from 'zod'
import type { Ending } from './attempt.ts'
import type { AssistAsk } from './proposal.ts'
import { type Chain, type ChainStep, chainInput } from './step.ts'

export const RUN_KINDS = ['find', 'fetch', 'ask', 'assist'] as const
export type RunKind = (typeof RUN_KINDS)[number]

export const RUN_STATES = ['queued', 'running', 'finished', 'cancelled'] as const
export type RunState = (typeof RUN_STATES)[number]

/** How long a worker owns a run before another may take it. Renewed while it works. */
export const LEASE_MS = 15_000

/** The most queries one run sends, and how many of those proposed it sends where a person chose none. */
export const MAX_QUERIES = 8
export const PROPOSED_QUERIES = 5

/** Engines cut or refuse longer queries; Brave's limit of 400 characters is the tightest known. */
export const MAX_QUERY_CHARACTERS = 400

/** Queries for a find run, best first; what a fetch run was asked with. Stored as JSON with the run. */
export type RunRequest = {
  queries?: string[]
  /** BCP-47: engines are asked for pages in this language; null for any */
  language?: string | null
  /** the attempt whose step this run walks again */
  retryOf?: string
  /** hosts of publishers whose feeds and site maps are read, such as `example.org` */
  sites?: string[]
  upload?: BroughtFile
  /** what an AI assistant is asked about */
  assist?: AssistAsk
  /** the queries of this run that an AI assistant had proposed and a person accepted */
  proposed?: ProposedQuery[]
}

/** A query as an assistant proposed it: which model, and when (ISO 8601). */
export type ProposedQuery = { query: string; proposalId: string; model: string; at: string }

/**
 * A brought document: digest of its bytes, its name, its type, who brought it and when (ISO 8601), how they say they came
 * by it, and which page of an archive is meant.
 */
export type BroughtFile = {
  digest: string
  fileName: string
  mediaType: string
  person: string
  broughtAt?: string
  obtained?: string
  page?: string
}

/** What a person asks for: the search for a claim, or the capture of a source. `chain` replaces the desk's own. */
export const runInput = z.object({
  queries: z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(MAX_QUERY_CHARACTERS, `Search engines take at most ${MAX_QUERY_CHARACTERS} characters.`),
    )
    .max(MAX_QUERIES, `At most ${MAX_QUERIES} queries in one run.`)
    .optional(),
  language: z
    .string()
    .trim()
    .max(20)
    .transform((language) => language || null)
    .nullable()
    .default(null),
  sites: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .max(253)
        .regex(/^[^\s/:@?#]+\.[^\s/:@?#]+$/, 'Name a publisher by its host, such as example.org.'),
    )
    .max(20, 'At most twenty publishers in one run.')
    .optional(),
  chain: chainInput.optional(),
})

/** An attempt as far as planning goes. One with a `leadId` looked at a lead and is no step of the chain. */
export type PastAttempt = {
  step: string
  ended: Ending | null
  reason: string | null
  leadId?: string | null
}

/** A step that was interrupted this often is not tried again: something in it brings the worker down. */
const MAX_INTERRUPTIONS = 2

/**
 * The steps still to walk. A step with a closed attempt is never walked again, so nothing doubles; a step whose
 * attempt was left open by a worker that died is walked again, at most twice. Empty when the run is over: all steps
 * walked, a usable answer found where the chain stops at the first, or the window closed.
 */
export function stepsToWalk(chain: Chain, all: PastAttempt[], startedAt: Date, now: Date): ChainStep[] {
  const past = all.filter(({ leadId }) => !leadId)
  if (chain.stopAtFirst && past.some((attempt) => attempt.ended === 'done')) return []
  if (now.getTime() - startedAt.getTime() >= chain.windowMs) return []
  return chain.steps.filter(({ step }) => {
    const tries = past.filter((attempt) => attempt.step === step)
    const interrupted = tries.filter(wasInterrupted).length
    return tries.length === interrupted && interrupted < MAX_INTERRUPTIONS
  })
}

/** Whether an attempt was cut off: still open, or closed as cancelled after its worker died. */
function wasInterrupted(attempt: PastAttempt): boolean {
  return attempt.ended === null || (attempt.ended === 'failed' && attempt.reason === 'cancelled')
}

/** Milliseconds a step may take: its own window, cut by what is left of the run's. Never below zero. */
export function windowFor(step: ChainStep, chain: Chain, startedAt: Date, now: Date): number {
  const left = chain.windowMs - (now.getTime() - startedAt.getTime())
  return Math.max(0, Math.min(step.windowMs, left))
}
