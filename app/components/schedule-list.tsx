/** The planned searches of a claim: in words, with their next time, what the last one brought, and an end to them. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { scheduleWords, zonedWords } from '#domain/schedule-words.ts'
import { Button } from './button.tsx'
import { count } from './next-step.ts'
import { PageForm } from './page-form.tsx'
import { Time } from './time.tsx'

export type ShownSchedule = {
  id: string
  cron: string
  timeZone: string
  until: Date
  nextAt: Date
  endedAt: Date | null
  last: {
    id: string
    state: string
    requestedAt: Date
    news: { leads: number; newIds: string[] }
  } | null
}

export function ScheduleList({ schedules }: { schedules: ShownSchedule[] }) {
  if (schedules.length === 0) return null
  return (
    <div id="schedules">
      <p className="text-sm font-medium">Planned searches</p>
      <ul className="mt-1 divide-y divide-rule border-y border-rule">
        {schedules.map((schedule) => (
          <li key={schedule.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2">
            <div className={`min-w-0 text-sm ${schedule.endedAt ? 'text-soft' : ''}`}>
              <p className="first-letter:uppercase">{scheduleWords(schedule)}</p>
              <p className="text-soft">
                {schedule.endedAt ? (
                  <>
                    ■ Ended <Time at={schedule.endedAt} />
                  </>
                ) : (
                  `▸ Next: ${zonedWords(schedule.nextAt, schedule.timeZone)}`
                )}
              </p>
              <LastSearch last={schedule.last} />
            </div>
            {schedule.endedAt ? null : (
              <PageForm name="endSchedule">
                <input type="hidden" name="scheduleId" value={schedule.id} />
                <Button look="quiet">
                  End it<span className="sr-only">: {scheduleWords(schedule)}</span>
                </Button>
              </PageForm>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function LastSearch({ last }: { last: ShownSchedule['last'] }) {
  if (!last) return <p className="text-soft">Not asked yet.</p>
  return (
    <p>
      <Link className="link" to={paths.run(last.id)}>
        Last search
      </Link>
      , <Time at={last.requestedAt} />: {newsWords(last)}
    </p>
  )
}

/** "2 new leads, 3 known before"; "nothing new (3 leads known before)". */
export function newsWords(last: { state: string; news: { leads: number; newIds: string[] } }): string {
  if (last.state === 'queued') return 'waits for its turn'
  const fresh = last.news.newIds.length
  const known = last.news.leads - fresh
  const sofar = last.state === 'running' ? ' so far' : ''
  if (fresh === 0 && known === 0) return `no leads${sofar}`
  if (fresh === 0) return `nothing new${sofar} (${count(known, 'lead')} known before)`
  return `${count(fresh, 'new lead')}${sofar}${known > 0 ? `, ${known} known before` : ''}`
}
