/** Asks for a search for a claim's sources, now or by the clock, and shows the searches so far. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { QueryProposal } from '#domain/propose-queries.ts'
import type { RunState } from '#domain/run.ts'
import { AssistantNearby, type NearbyAssistant } from './assistant-nearby.tsx'
import { stepWords } from './attempt-words.ts'
import type { RefusedForm } from './form-errors.ts'
import { count } from './next-step.ts'
import { RefusalNotice } from './notice.tsx'
import { ScheduleList, type ShownSchedule } from './schedule-list.tsx'
import { SearchForm, type ShownChain } from './search-form.tsx'
import { Time } from './time.tsx'
import type { Typed } from './typed-values.ts'

export type ShownSearch = {
  id: string
  state: RunState
  requestedAt: Date | string
  scheduleId: string | null
  attempts: { step: string; finishedAt: Date | string | null; _count: { leads: number } }[]
}

/** `searches` come newest first. `values` are what was typed into a form that was refused, or whose rows were edited. */
export function SearchForSources({
  searches,
  schedules,
  proposals,
  sites,
  chain,
  assistant,
  refusal,
  values,
}: {
  searches: ShownSearch[]
  schedules: ShownSchedule[]
  proposals: QueryProposal[]
  sites: string[]
  chain: ShownChain
  assistant: NearbyAssistant
  refusal: RefusedForm
  values: Typed | null
}) {
  const underWay = searches.some(({ state }) => state === 'queued' || state === 'running')
  const form = (
    <SearchForm
      proposals={proposals}
      sites={sites}
      chain={chain}
      refusal={refusal}
      values={values}
      again={searches.length > 0}
      underWay={underWay}
    />
  )
  return (
    <div className="grid gap-4">
      <RefusalNotice refusal={refusal} />
      <ul aria-live="polite" className="grid gap-1 text-sm empty:hidden">
        {searches.slice(0, 3).map((search) => (
          <li key={search.id}>
            <Link className="link" to={paths.run(search.id)}>
              {search.scheduleId ? 'Planned search' : 'Search'} of <Time at={search.requestedAt} />
            </Link>
            : {searchWords(search)}
          </li>
        ))}
      </ul>
      <ScheduleList schedules={schedules} />
      {searches.length > 0 && !values ? (
        <details>
          <summary className="text-accent">
            {underWay ? 'Plan another search' : 'Search again, with other queries or by the clock'}
          </summary>
          <div className="mt-3">{form}</div>
        </details>
      ) : (
        form
      )}
      <AssistantNearby title="Queries of the assistant" assistant={assistant} />
    </div>
  )
}

function searchWords(search: ShownSearch): string {
  const leads = search.attempts.reduce((sum, attempt) => sum + attempt._count.leads, 0)
  if (search.state === 'queued') return 'waits for its turn'
  if (search.state === 'running') {
    const now = search.attempts.find((attempt) => !attempt.finishedAt)
    if (now) return `at work: ${stepWords(now.step)}`
    return leads > 0 ? `looking at ${count(leads, 'lead')}` : 'under way'
  }
  const stopped = search.state === 'cancelled' ? ', stopped' : ''
  return leads > 0 ? `${count(leads, 'lead')}${stopped}` : `nothing usable${stopped}`
}
