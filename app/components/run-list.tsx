/** Runs in a list: what for, how they stand, and the chain as far as it was walked. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import type { Ending } from '#domain/attempt.ts'
import type { RunKind, RunState } from '#domain/run.ts'
import { ENDING_LABELS, stepWords } from './attempt-words.ts'
import { ENDING_LOOKS, RunStateMark } from './run-marks.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'

export type ListedRun = {
  id: string
  kind: RunKind
  state: RunState
  cancelRequestedAt: Date | null
  requestedAt: Date
  /** set where the clock asked: a planned search, or a watch on a source */
  scheduleId?: string | null
  watchId?: string | null
  attempts: { id: string; step: string; ended: Ending | null }[]
}

/** `about` gives a run its name; without it the kind of run is the name. */
export function RunList({ runs, about }: { runs: ListedRun[]; about?: (index: number) => string }) {
  return (
    <ul className="@container border-b border-rule">
      {runs.map((run, index) => (
        <li
          key={run.id}
          className="grid gap-x-6 gap-y-1 border-t border-rule py-3 @lg:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <p>
              <Link className="link" to={paths.run(run.id)}>
                {kindWords(run.kind)}
                {about ? `: ${about(index)}` : ''}
              </Link>
            </p>
            <WalkedSteps attempts={run.attempts} />
          </div>
          <div className="text-sm @lg:text-right">
            <RunStateMark state={run.state} stopping={run.cancelRequestedAt !== null} />
            <p className="text-soft">
              <Time at={run.requestedAt} />
              {run.scheduleId || run.watchId ? ', by the clock' : ''}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Runs as a part of a page that is about something else. */
export function RunSection({ runs, aside }: { runs: ListedRun[]; aside?: ReactNode }) {
  return (
    <Section title="Runs" aside={aside}>
      {runs.length > 0 ? <RunList runs={runs} /> : <p className="text-soft">None yet.</p>}
    </Section>
  )
}

const KIND_WORDS: Record<RunKind, string> = {
  find: 'Search for sources',
  fetch: 'Capture of a source',
  ask: 'Request to a person',
  assist: 'Question to an AI assistant',
}

/** What a run is for. */
export function kindWords(kind: RunKind): string {
  return KIND_WORDS[kind]
}

function WalkedSteps({ attempts }: { attempts: ListedRun['attempts'] }) {
  if (attempts.length === 0) return null
  return (
    <ol className="mt-1 flex flex-wrap gap-x-4 text-sm text-soft">
      {attempts.map(({ id, step, ended }) => (
        <li key={id}>
          <span aria-hidden="true" className={ENDING_LOOKS[ended ?? 'open'].colour}>
            {ENDING_LOOKS[ended ?? 'open'].sign}{' '}
          </span>
          {stepWords(step)}
          <span className="sr-only">: {ended ? ENDING_LABELS[ended] : 'at work'}</span>
        </li>
      ))}
    </ol>
  )
}
