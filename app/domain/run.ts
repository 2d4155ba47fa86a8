/** The life of a run: what is still to do after a restart, and when its window is closed. */
import { z } from 'zod'
import type { Ending } from './attempt.ts'
import { type Chain, type ChainStep, chainInput } from './step.ts'

export const RUN_KINDS = ['find', 'fetch', 'ask'] as const
export type RunKind = (typeof RUN_KINDS)[number]

export const RUN_STATES = ['queued', 'running', 'finished', 'cancelled'] as const
export type RunState = (typeof RUN_STATES)[number]

/** How long a worker owns a run before another may take it. Renewed while it works. */
export const LEASE_MS = 15_000

/** Queries for a find run, best first; what a fetch run was asked with. Stored as JSON with the run. */
export type RunRequest = {
  queries?: string[]
  language?: string | null
  /** hosts of publishers whose feeds and site maps are read, such as `example.org` */
  sites?: string[]
  upload?: BroughtFile
}

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
    .array(z.string().trim().min(1).max(400, 'Search engines take at most 400 characters.'))
    .max(5, 'At most five queries in one run.')
    .optional(),
  language: z.string().trim().max(20).nullable().default(null),
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

/** An attempt as far as planning goes. */
export type PastAttempt = { step: string; ended: Ending | null; reason: string | null }

/** A step that was interrupted this often is not tried again: something in it brings the worker down. */
const MAX_INTERRUPTIONS = 2

/**
 * The steps still to walk. A step with a closed attempt is never walked again, so nothing doubles; a step whose
 * attempt was left open by a worker that died is walked again, at most twice. Empty when the run is over: all steps
 * walked, a usable answer found where the chain stops at the first, or the window closed.
 */
export function stepsToWalk(chain: Chain, past: PastAttempt[], startedAt: Date, now: Date): ChainStep[] {
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

/** What a claim gives a search engine to go by. */
export type SearchableClaim = { text: string; claimant: string | null; figures: { text: string }[] }

/** Engines cut or refuse longer queries; Brave's limit of 400 characters is the tightest known. */
const MAX_QUERY_CHARACTERS = 400

/** Queries proposed for a claim, best first: its own words, then who said it with the figures as printed. */
export function proposeQueries(claim: SearchableClaim): string[] {
  const figures = claim.figures.map((figure) => figure.text).join(' ')
  const short = [claim.claimant, figures].filter(Boolean).join(' ').trim()
  const queries = [claim.text, short].map((query) =>
    query.replace(/\s+/g, ' ').trim().slice(0, MAX_QUERY_CHARACTERS),
  )
  return [...new Set(queries.filter((query) => query.length > 0))]
}
