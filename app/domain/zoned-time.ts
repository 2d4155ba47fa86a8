/** Times on the clock of a zone (IANA names): from a clock to an instant, and the zone's distance from UTC. */

const MINUTE_MS = 60_000

/** Whether the runtime knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

/** Minutes by which the zone's clock is ahead of UTC at that instant. */
export function zoneOffsetMinutes(at: Date, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return Math.round((clock - Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS) / MINUTE_MS)
}

/**
 * `2026-03-24T18:00` on the clock of the zone, as an instant. An hour that the clock skips in spring becomes the hour
 * after it; an hour that comes twice in autumn is the first of the two.
 */
export function instantOf(local: string, timeZone: string): Date {
  const asUtc = new Date(`${local}Z`)
  const offsets = [-1, 1].map((day) =>
    zoneOffsetMinutes(new Date(asUtc.getTime() + day * 24 * 60 * MINUTE_MS), timeZone),
  )
  const candidates = offsets.map((minutes) => new Date(asUtc.getTime() - minutes * MINUTE_MS))
  const right = candidates.find((at, index) => zoneOffsetMinutes(at, timeZone) === offsets[index])
  return right ?? candidates[0]!
}

/** The instant on the clock of the zone, as `2026-03-24T18:00`: what a form field of type `datetime-local` shows. */
export function clockOf(at: Date, timeZone: string): string {
  return new Date(at.getTime() + zoneOffsetMinutes(at, timeZone) * MINUTE_MS).toISOString().slice(0, 16)
}
