/** Reads cron lines in a time zone: when they fall, and what is wrong with one that cannot be read. */
import { Cron } from 'croner'

/** How far apart two searches of one schedule must lie at least: the world does not change by the minute, and engines count. */
const MIN_GAP_MS = 60 * 60 * 1000
/** So many times are looked at to see whether a line keeps to the gap: a year of days, or two weeks of hours. */
const LOOKED_AT = 366

/**
 * Five fields, as POSIX crontab(5) has them, with names of days and months. A time that a change of clocks leaves out falls
 * at the first moment after the gap; one that comes twice counts once.
 */
function read(cron: string, timeZone: string): Cron {
  return new Cron(cron, { timezone: timeZone, paused: true, mode: '5-part', fixedTimeRule: 'no-wildcard' })
}

/** Whether a name is one of the IANA time zone database, as far as this machine knows it. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** The next times after `after`, at most `count`. Empty when there is none. The line must have been checked. */
export function nextTimes(cron: string, timeZone: string, after: Date, count: number): Date[] {
  return read(cron, timeZone).nextRuns(count, after)
}

/** What is wrong with a cron line, in one sentence; null when nothing is. The time zone must be one. */
export function cronComplaint(cron: string, timeZone: string, after: Date): string | null {
  if (cron.trim().split(/\s+/).length !== 5)
    return 'A cron line has five fields: minute, hour, day of the month, month, day of the week. Such as 0 7 * * 1-5.'
  let times: Date[]
  try {
    times = nextTimes(cron, timeZone, after, LOOKED_AT)
  } catch {
    return 'This cron line cannot be read. Minutes go to 59, hours to 23, days to 31, months to 12, days of the week from 0 (Sunday) to 7.'
  }
  if (times.length === 0) return 'This day never comes.'
  const tooClose = times.some((time, index) => index > 0 && +time - +times[index - 1]! < MIN_GAP_MS)
  return tooClose ? 'Searches must lie at least an hour apart.' : null
}

/** The last moment of a day (ISO date) in a time zone, so that "until 30 November" holds there to midnight. */
export function endOfDay(day: string, timeZone: string): Date {
  // The first minute of the next day; a zone whose clocks change at midnight has its first minute later.
  const noon = new Date(`${day}T12:00:00Z`)
  const next = new Date(noon.getTime() + 24 * 60 * 60 * 1000)
  const cron = `0 0 ${next.getUTCDate()} ${next.getUTCMonth() + 1} *`
  const [midnight] = nextTimes(cron, timeZone, new Date(noon.getTime() - 24 * 60 * 60 * 1000), 1)
  return new Date((midnight ?? noon).getTime() - 1)
}
