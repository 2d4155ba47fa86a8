/** Which chain a run walks: its own, else its article's, else the desk's, else the built-in one; and who may set them. */
import { z } from 'zod'
import type { Actor } from './person.ts'
import { mayReview } from './person.ts'
import {
  type Chain,
  chainInput,
  DEFAULT_FETCH_CHAIN,
  DEFAULT_FIND_CHAIN,
  FETCH_STEPS,
  FIND_STEPS,
  type StepName,
} from './step.ts'

/** Kinds of run whose chain may be set. A request to a person has no chain to walk. */
export const CHAIN_KINDS = ['find', 'fetch'] as const
export type ChainKind = (typeof CHAIN_KINDS)[number]

/** The steps that may stand in a chain of that kind. */
export const STEPS_OF: Record<ChainKind, readonly StepName[]> = { find: FIND_STEPS, fetch: FETCH_STEPS }

export const BUILT_IN_CHAINS: Record<ChainKind, Chain> = {
  find: DEFAULT_FIND_CHAIN,
  fetch: DEFAULT_FETCH_CHAIN,
}

/** Where the chain of a run comes from, nearest first. */
export type ChainFrom = 'article' | 'desk' | 'built-in'

/**
 * The chain in force, from settings as stored. One that this version cannot read (a step it does not know) counts as not
 * set: a run must not fail for it.
 */
export function chainInForce(
  kind: ChainKind,
  stored: { article?: unknown; desk?: unknown },
): { chain: Chain; from: ChainFrom } {
  for (const from of ['article', 'desk'] as const) {
    const read = chainInput.safeParse(stored[from])
    if (read.success) return { chain: read.data, from }
  }
  return { chain: BUILT_IN_CHAINS[kind], from: 'built-in' }
}

/**
 * The desk's chain binds everybody, so editors and admins set it. An article's own is set by them or by whoever created the
 * article: they know what may be asked of whom about it.
 */
export function mayChangeChain(actor: Actor, article: { createdById: string } | null): boolean {
  if (mayReview(actor)) return true
  return article !== null && actor.id !== null && article.createdById === actor.id
}

const seconds = (most: number) =>
  z.coerce
    .number('Give the window in seconds.')
    .min(1, 'A window lasts at least a second.')
    .max(most, `At most ${most} seconds.`)
    .transform((value) => Math.round(value * 1_000))

/** What a person types for a chain: rows of steps in order, those in use ticked, windows in seconds. */
const formInput = z.object({
  steps: z
    .array(z.object({ step: z.string(), use: z.string().optional(), seconds: z.string().default('') }))
    .max(20)
    .default([]),
  windowSeconds: seconds(7_200),
  ending: z.enum(['first', 'all'], 'Say whether the first usable answer ends the walk.'),
})

/** The input of the form for a chain of one kind, read to a chain. Refuses steps of another kind and a step that stands twice. */
export function chainForm(kind: ChainKind) {
  return formInput
    .transform(({ steps, windowSeconds, ending }, context): z.input<typeof chainInput> => {
      const complain = (message: string, path: (string | number)[]) =>
        context.addIssue({ code: 'custom', message, path })
      const used = steps.flatMap((row, index) => {
        if (!row.use) return []
        const step = STEPS_OF[kind].find((name) => name === row.step)
        if (!step) {
          complain('This step is of another chain.', ['steps', index, 'step'])
          return []
        }
        const windowMs = seconds(3_600).safeParse(row.seconds)
        if (!windowMs.success) complain(windowMs.error.issues[0]?.message ?? '', ['steps', index, 'seconds'])
        return [{ step, windowMs: windowMs.data ?? 0 }]
      })
      if (used.length === 0) complain('A chain needs at least one step.', ['steps'])
      if (new Set(used.map(({ step }) => step)).size < used.length)
        complain('A step can stand in a chain only once.', ['steps'])
      if (used.some(({ windowMs }) => windowMs > windowSeconds))
        complain('The time for the whole run is shorter than the window of one of its steps.', [
          'windowSeconds',
        ])
      return { steps: used, windowMs: windowSeconds, stopAtFirst: ending === 'first' }
    })
    .pipe(chainInput)
}
