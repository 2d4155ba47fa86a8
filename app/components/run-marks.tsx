/** How a run stands and how an attempt ended, as a sign with a word. */
import type { Ending } from '#domain/attempt.ts'
import type { RunState } from '#domain/run.ts'
import { ENDING_LABELS } from './attempt-words.ts'

const STATES: Record<RunState, { sign: string; word: string; colour: string }> = {
  queued: { sign: '…', word: 'Waiting', colour: 'text-soft' },
  running: { sign: '▸', word: 'At work', colour: 'text-accent' },
  finished: { sign: '■', word: 'Finished', colour: 'text-ink' },
  cancelled: { sign: '◼', word: 'Stopped', colour: 'text-disputed' },
}

/** `stopping`: a person asked for an end that the worker has not made yet. `asked`: a person works on it, not we. */
export function RunStateMark({
  state,
  stopping = false,
  asked = false,
}: {
  state: RunState
  stopping?: boolean
  asked?: boolean
}) {
  const { sign, word, colour } = STATES[state]
  const running = stopping ? 'Being stopped' : asked ? 'Open' : word
  return <Mark sign={sign} colour={colour} word={state === 'running' ? running : word} />
}

export const ENDING_LOOKS: Record<Ending | 'open', { sign: string; colour: string }> = {
  done: { sign: '✓', colour: 'text-stands' },
  nothing: { sign: '○', colour: 'text-soft' },
  skipped: { sign: '–', colour: 'text-soft' },
  failed: { sign: '✕', colour: 'text-struck' },
  open: { sign: '▸', colour: 'text-accent' },
}

/** `ended` null means that the step is at work, or that an `asked` person has not answered. */
export function EndingMark({ ended, asked = false }: { ended: Ending | null; asked?: boolean }) {
  const open = asked ? 'open' : 'at work'
  return <Mark {...ENDING_LOOKS[ended ?? 'open']} word={ended ? ENDING_LABELS[ended] : open} />
}

function Mark({ sign, colour, word }: { sign: string; colour: string; word: string }) {
  return (
    <span className={`inline-flex items-baseline gap-1 text-sm font-medium whitespace-nowrap ${colour}`}>
      <span aria-hidden="true">{sign}</span>
      {word}
    </span>
  )
}
