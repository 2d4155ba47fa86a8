/** Says a schedule in words: "every weekday at 07:00 Berlin time until 30 November 2026". */
/** Rhythms offered by name; the time of day goes in front. `own` is a cron line of the person's. */
export const RHYTHMS = {
  weekdays: '* * 1-5',
  daily: '* * *',
  monday: '* * 1',
  tuesday: '* * 2',
  wednesday: '* * 3',
  thursday: '* * 4',
  friday: '* * 5',
  saturday: '* * 6',
  sunday: '* * 0',
} as const
export type Rhythm = keyof typeof RHYTHMS

export const RHYTHM_WORDS: Record<Rhythm, string> = {
  weekdays: 'every weekday',
  daily: 'every day',
  monday: 'every Monday',
  tuesday: 'every Tuesday',
  wednesday: 'every Wednesday',
  thursday: 'every Thursday',
  friday: 'every Friday',
  saturday: 'every Saturday',
  sunday: 'every Sunday',
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A line that no rhythm gives is told as it stands. */
export function rhythmWords({ cron, timeZone }: { cron: string; timeZone: string }): string {
  const zone = `${cityOf(timeZone)} time`
  const parts = /^(\d+) (\d+) (.+)$/.exec(cron)
  const rhythm = (Object.keys(RHYTHMS) as Rhythm[]).find((name) => RHYTHMS[name] === parts?.[3])
  if (!parts || !rhythm) return `by the cron line ${cron}, ${zone}`
  const clock = `${parts[2]!.padStart(2, '0')}:${parts[1]!.padStart(2, '0')}`
  return `${RHYTHM_WORDS[rhythm]} at ${clock} ${zone}`
}

/** `until` is the last moment; its day is that of the schedule's own zone. */
export function scheduleWords(schedule: { cron: string; timeZone: string; until: Date }): string {
  return `${rhythmWords(schedule)} until ${dayWords(schedule.until, schedule.timeZone)}`
}

/** `30 November 2026` in the zone. */
function dayWords(at: Date, timeZone: string): string {
  const [year, month, day] = isoParts(at, timeZone)
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** `Mon 30 Nov 2026, 07:00` in the zone: the next time of a schedule as the person planned it. */
export function zonedWords(at: Date, timeZone: string): string {
  const [year, month, day, hour, minute] = isoParts(at, timeZone)
  const weekday = new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(at)
  return `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1]!.slice(0, 3)} ${year}, ${hour}:${minute} ${cityOf(timeZone)} time`
}

function isoParts(at: Date, timeZone: string): string[] {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  return ['year', 'month', 'day', 'hour', 'minute'].map(
    (type) => parts.find((part) => part.type === type)?.value ?? '',
  )
}

/** `Europe/Berlin` is "Berlin", `America/Argentina/Buenos_Aires` "Buenos Aires". */
function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
