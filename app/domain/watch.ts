/** A watch: a schedule that looks at a source again until a day. */
import { z } from 'zod'
import { type Chain, DEFAULT_FETCH_CHAIN } from './step.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
const MINUTE_MS = 60 * 1000
const MAX_DAYS = 3_650

const whole = z.coerce.number('Give a whole number.').int('Give a whole number.')

/**
 * How often, until when, and how long each look may take. The end is a day (`until`, to its end in UTC) or a number of days
 * after an article's publication; one of the two.
 */
export const watchInput = z
  .object({
    everyHours: whole.min(1, 'At most once an hour.').max(24 * 90, 'At least once in 90 days.'),
    until: z
      .union([z.literal('').transform(() => null), z.iso.date('Give a day.')])
      .nullable()
      .default(null),
    articleId: z
      .union([z.literal('').transform(() => null), z.string()])
      .nullable()
      .default(null),
    daysAfterPublication: z
      .union([z.literal('').transform(() => null), whole.min(0).max(MAX_DAYS, 'At most ten years.')])
      .nullable()
      .default(null),
    windowMinutes: whole.min(1, 'A look needs at least a minute.').max(60, 'At most an hour.').default(3),
  })
  .superRefine((input, context) => {
    const counted = input.articleId !== null && input.daysAfterPublication !== null
    if ((input.until !== null) !== counted) return
    const message = 'Give the last day, or an article and the days after its publication.'
    context.addIssue({ code: 'custom', message, path: ['until'] })
  })
  .transform(({ until, windowMinutes, ...input }) => ({
    ...input,
    until: until === null ? null : endOfDay(new Date(`${until}T00:00:00Z`)),
    windowMs: windowMinutes * MINUTE_MS,
  }))

/** A look goes to the page itself: another archive's copy says nothing about the page now. */
export function watchChain(windowMs: number): Chain {
  const steps = DEFAULT_FETCH_CHAIN.steps.filter(({ step }) => step !== 'wayback')
  return { steps, windowMs, stopAtFirst: true }
}

/**
 * The last moment of a watch. Null where it is counted from a publication whose day is not known yet: the watch then goes
 * on, for ending it unseen would be the worse mistake.
 */
export function lastMoment(
  watch: { until: Date | null; daysAfterPublication: number | null },
  publishedOn: Date | null,
): Date | null {
  if (watch.until) return watch.until
  if (watch.daysAfterPublication === null || !publishedOn) return null
  return endOfDay(new Date(publishedOn.getTime() + watch.daysAfterPublication * DAY_MS))
}

function endOfDay(date: Date): Date {
  return new Date(Math.floor(date.getTime() / DAY_MS) * DAY_MS + DAY_MS - 1)
}

/** The next time after `now` in the rhythm of the schedule: times missed while the machine slept are one look, not many. */
export function nextTime(watch: { everyHours: number; nextAt: Date }, now: Date): Date {
  const everyMs = watch.everyHours * HOUR_MS
  const missed = Math.floor((now.getTime() - watch.nextAt.getTime()) / everyMs)
  return new Date(watch.nextAt.getTime() + (Math.max(0, missed) + 1) * everyMs)
}
