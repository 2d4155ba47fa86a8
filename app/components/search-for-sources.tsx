/** Asks for a search for a claim's sources and shows the searches so far. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from './button.tsx'
import type { RefusedForm } from './form-errors.ts'
import { count } from './next-step.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { Time } from './time.tsx'

export type ShownSearch = {
  id: string
  state: 'queued' | 'running' | 'finished' | 'cancelled'
  requestedAt: Date | string
  attempts: { step: string; finishedAt: Date | string | null; leads: unknown[] }[]
}

/** `searches` come newest first. */
export function SearchForSources({ searches, refusal }: { searches: ShownSearch[]; refusal: RefusedForm }) {
  const underWay = searches.some(({ state }) => state === 'queued' || state === 'running')
  return (
    <div className="grid gap-3">
      <RefusalNotice refusal={refusal} />
      <ul aria-live="polite" className="grid gap-1 text-sm">
        {searches.slice(0, 3).map((search) => (
          <li key={search.id}>
            <Link className="link" to={paths.run(search.id)}>
              Search of <Time at={search.requestedAt} />
            </Link>
            : {searchWords(search)}
          </li>
        ))}
      </ul>
      {underWay ? null : (
        <PageForm name="search">
          <Button>{searches.length > 0 ? 'Search again' : 'Search for sources'}</Button>
        </PageForm>
      )}
    </div>
  )
}

function searchWords(search: ShownSearch): string {
  const leads = search.attempts.reduce((sum, attempt) => sum + attempt.leads.length, 0)
  if (search.state === 'queued') return 'waits for its turn'
  if (search.state === 'running') {
    const now = search.attempts.find((attempt) => !attempt.finishedAt)
    return now ? `asking ${now.step} now` : 'under way'
  }
  const stopped = search.state === 'cancelled' ? ', stopped' : ''
  return leads > 0 ? `${count(leads, 'lead')}${stopped}` : `nothing usable${stopped}`
}
