/** Prints recorded times for readers in Chinese: in UTC unless a zone is given; the zone of Shanghai is called Beijing time. */
import { offsetWords, onClock } from '../../print-time.ts'

const two = (value: number) => String(value).padStart(2, '0')
const dayOf = (at: Date) => `${at.getUTCFullYear()}年${monthDay(at)}`
const monthDay = (at: Date) => `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`
const minute = (at: Date) => `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`

/** "2026年3月24日08:01（UTC）" */
export function momentZh(iso: string): string {
  const at = new Date(iso)
  return `${dayOf(at)}${minute(at)}（UTC）`
}

/** "2026年3月24日08:01至08:02（UTC）" */
export function spanZh(times: string[]): string {
  const sorted = times.map((iso) => new Date(iso)).sort((a, b) => a.getTime() - b.getTime())
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last) return '时间不详'
  if (dayOf(first) !== dayOf(last)) {
    const end = first.getUTCFullYear() === last.getUTCFullYear() ? monthDay(last) : dayOf(last)
    return `${dayOf(first)}${minute(first)}至${end}${minute(last)}（UTC）`
  }
  const until = minute(first) === minute(last) ? '' : `至${minute(last)}`
  return `${dayOf(first)}${minute(first)}${until}（UTC）`
}

/** "2026年3月24日" on the clock of the zone */
export function dayZh(iso: string, timeZone: string): string {
  return dayOf(onClock(iso, timeZone))
}

/** "北京时间2026年3月24日18:00", or with the distance from UTC: "2026年3月24日18:00（UTC+9）" */
export function momentInZh(iso: string, timeZone: string): string {
  const at = onClock(iso, timeZone)
  const told = `${dayOf(at)}${minute(at)}`
  if (timeZone === 'Asia/Shanghai') return `北京时间${told}`
  return `${told}，${offsetWords(new Date(iso), timeZone)}`
}
