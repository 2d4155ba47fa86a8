/** A schedule: a search that runs again by the clock until a day, with the same record as one a person asks for. */
import { z } from 'zod'
import { runInput } from './run.ts'
import { cronComplaint, endOfDay, isTimeZone, nextTimes } from './schedule-times.ts'
import { RHYTHMS, type Rhythm } from './schedule-words.ts'

const RHYTHM_NAMES = Object.keys(RHYTHMS) as Rhythm[]

const MAX_YEARS = 2

/**
 * What a person types: a rhythm and a time of day, or a cron line; a time zone by its IANA name; the last day, which is
 * counted in that zone. `now` settles what lies ahead. Also read: the search itself, as `runInput` has it.
 */
export function scheduleInput(now: Date) {
  return z
    .object({
      rhythm: z.enum([...RHYTHM_NAMES, 'own'], 'Choose how often.'),
      time: z.string().trim().default(''),
      cron: z.string().trim().max(100).default(''),
      timeZone: z
        .string()
        .trim()
        .refine(isTimeZone, 'Name a time zone as the IANA does, such as Europe/Berlin or Asia/Shanghai.'),
      until: z.iso.date('Give the last day.'),
      ...runInput.omit({ chain: true }).shape,
    })
    .transform(({ rhythm, time, cron, timeZone, until, ...request }, context) => {
      const complain = (path: string, message: string) => {
        context.addIssue({ code: 'custom', message, path: [path] })
        return z.NEVER
      }
      const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time)
      if (rhythm !== 'own' && !clock) return complain('time', 'Give the time of day as 07:00.')
      const line = rhythm === 'own' ? cron : `${Number(clock![2])} ${Number(clock![1])} ${RHYTHMS[rhythm]}`
      const wrong = cronComplaint(line, timeZone, now)
      if (wrong) return complain('cron', wrong)
      const last = endOfDay(until, timeZone)
      if (last.getTime() - now.getTime() > MAX_YEARS * 366 * 86_400_000)
        return complain('until', 'At most two years ahead. Plan it again then.')
      const [nextAt] = nextTimes(line, timeZone, now, 1)
      if (!nextAt || nextAt > last) return complain('until', 'This ends before the first search.')
      return { cron: line, timeZone, until: last, nextAt, request }
    })
}

/**
 * What becomes of a schedule that is due at `now`. `ask`: search now; times missed while nobody worked are one search.
 * `nextAt` is the time after that, null when there is none before its end.
 */
export function dueSchedule(
  schedule: { cron: string; timeZone: string; until: Date },
  now: Date,
): { ask: boolean; nextAt: Date | null } {
  const { cron, timeZone, until } = schedule
  if (until < now) return { ask: false, nextAt: null }
  const [next] = nextTimes(cron, timeZone, now, 1)
  return { ask: true, nextAt: next && next <= until ? next : null }
}
