/** The steps a chain can walk, in the order a desk expects, with their default windows. */
import { z } from 'zod'

/** Names of steps are written into attempts and the ledger and never change. */
export const FIND_STEPS = [
  'grok-search',
  'local-web-search',
  'browser-search',
  'brave-search',
  'fact-check-search',
  'wayback-search',
  'feed-search',
  'link-search',
] as const
export const FETCH_STEPS = ['plain', 'wayback', 'rendered'] as const
export const UPLOAD_STEP = 'upload'
/** A request to a person, by telephone, e-mail or letter: walked by a person, never by a worker. */
export const ASK_STEP = 'ask-person'
/** A question to an AI assistant. What it answers is a proposal, never evidence. */
export const ASSIST_STEP = 'assistant'
export const STEP_NAMES = [...FIND_STEPS, ...FETCH_STEPS, UPLOAD_STEP, ASK_STEP, ASSIST_STEP] as const
export type StepName = (typeof STEP_NAMES)[number]

/** One step of a chain as data: which step, and how long it may take before its window closes. */
export type ChainStep = { step: StepName; windowMs: number }

/** Chain as data: what a run will walk, in order. `stopAtFirst` ends the walk at the first usable answer. */
export type Chain = { steps: ChainStep[]; windowMs: number; stopAtFirst: boolean }

/** What a desk starts with. A window is generous for an AI search (tens of seconds are normal) and short for a local one. */
export const DEFAULT_FIND_CHAIN: Chain = {
  steps: [
    { step: 'grok-search', windowMs: 60_000 },
    { step: 'local-web-search', windowMs: 15_000 },
    { step: 'browser-search', windowMs: 45_000 },
  ],
  // The steps may use two minutes; what is left is for looking at the leads they bring.
  windowMs: 420_000,
  stopAtFirst: true,
}

export const DEFAULT_FETCH_CHAIN: Chain = {
  steps: [
    { step: 'plain', windowMs: 30_000 },
    { step: 'rendered', windowMs: 60_000 },
    { step: 'wayback', windowMs: 45_000 },
  ],
  windowMs: 180_000,
  stopAtFirst: true,
}

export const UPLOAD_CHAIN: Chain = {
  steps: [{ step: 'upload', windowMs: 60_000 }],
  windowMs: 90_000,
  stopAtFirst: true,
}

/** A chain as a person or a setting may give it. Windows are bounded so that a run always ends. */
export const chainInput = z.object({
  steps: z
    .array(z.object({ step: z.enum(STEP_NAMES), windowMs: z.number().int().min(100).max(3_600_000) }))
    .min(1, 'A chain needs at least one step.')
    .max(20),
  windowMs: z.number().int().min(100).max(7_200_000),
  stopAtFirst: z.boolean(),
})
