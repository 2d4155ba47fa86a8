/** Narrows the list of runs to a kind and a state, by links. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { RunKind, RunState } from '#domain/run.ts'

export type RunFilterValues = { kind: RunKind | null; state: RunState | null }

const KINDS: { value: RunKind | null; words: string }[] = [
  { value: null, words: 'All kinds' },
  { value: 'find', words: 'Searches' },
  { value: 'fetch', words: 'Captures' },
  { value: 'ask', words: 'Requests to people' },
  { value: 'assist', words: 'Questions to an AI assistant' },
]
const STATES: { value: RunState | null; words: string }[] = [
  { value: null, words: 'In any state' },
  { value: 'queued', words: 'Waiting' },
  { value: 'running', words: 'At work' },
  { value: 'finished', words: 'Finished' },
  { value: 'cancelled', words: 'Stopped' },
]

export function RunFilter({ kind, state }: RunFilterValues) {
  return (
    <nav aria-label="Which runs" className="mb-4 grid gap-1 text-sm">
      <Choices choices={KINDS} chosen={kind} to={(value) => paths.runsPage({ kind: value, state })} />
      <Choices choices={STATES} chosen={state} to={(value) => paths.runsPage({ kind, state: value })} />
    </nav>
  )
}

function Choices<Value extends string>({
  choices,
  chosen,
  to,
}: {
  choices: { value: Value | null; words: string }[]
  chosen: Value | null
  to: (value: Value | null) => string
}) {
  return (
    <ul className="flex flex-wrap gap-x-1">
      {choices.map(({ value, words }) => (
        <li key={words}>
          <Link
            to={to(value)}
            aria-current={value === chosen ? 'true' : undefined}
            className="block rounded-md px-2 py-1 no-underline hover:bg-shade aria-[current]:bg-shade aria-[current]:font-semibold"
          >
            {words}
          </Link>
        </li>
      ))}
    </ul>
  )
}
