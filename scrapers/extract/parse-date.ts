/** Reads one date as pages print it, in ISO, East Asian, English and other European spellings. */
import { monthByName } from './month-names.ts'

const MONTH = '(?<month>\\p{L}{3,12})\\.?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?'
const YEAR = '(?<year>(?:19|20)\\d{2})'
const TIME =
  '(?:[T\\s,，|·–-]{0,4}(?:at |um |à |о |v |kl\\.? |a las )?(?<dayHalf>上午|下午|晚上|中午|凌晨|早上)?\\s?(?<hour>[01]?\\d|2[0-3])[:：h](?<minute>[0-5]\\d)(?:[:：](?<second>[0-5]\\d)(?:[.,]\\d+)?)?' +
  '\\s?(?<half>[ap]\\.?m\\.?)?\\s?(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?'

const SPELLINGS = [
  `${YEAR}-(?<month>\\d{1,2})-(?<day>\\d{1,2})${TIME}`,
  `${YEAR}\\s?[年년/.]\\s?(?<month>\\d{1,2})\\s?[月월/.]\\s?(?<day>\\d{1,2})(?!\\d(?!\\d:))\\s?[日일]?(?:\\s?[（(]?(?:星期|周|週)[一二三四五六日天][)）]?)?${TIME}`,
  `${MONTH}\\s+${DAY}(?:,|\\s)\\s*${YEAR}${TIME}`,
  `${MONTH}\\s+${DAY}\\s+(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d)\\s+(?:[A-Z]{3,4}\\s+)?${YEAR}`,
  `${DAY}\\s?(?:de\\s|of\\s|-)?\\s?${MONTH},?\\s?(?:de\\s|del\\s|-)?\\s?${YEAR}${TIME}`,
  `${YEAR}\\.\\s?${MONTH}\\s+(?<day>\\d{1,2})(?!\\d)\\.?${TIME}`,
  `(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?${YEAR}${TIME}`,
  `(?<![\\d/])(?<one>\\d{1,2})/(?<two>\\d{1,2})/${YEAR}${TIME}`,
  `(?<![\\d-])(?<one>\\d{1,2})-(?<two>\\d{1,2})-${YEAR}(?![\\d-])${TIME}`,
  `民國\\s?(?<roc>\\d{2,3})\\s?年\\s?(?<month>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?日`,
  `(?<!\\d)(?<year>20\\d{2}|19[89]\\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?!\\d)`,
].map((source) => new RegExp(`(?<!\\d)${source}`, 'iu'))

/** Taiwan counts years from 1912. */
const FIRST_YEAR_OF_THE_REPUBLIC = 1912
const EARLIEST_YEAR = 1990
const LATEST_YEAR = 2100

export type DateOptions = {
  /** whether 03/04/2026 is 4 March; unknown where left out */
  monthFirst?: boolean | undefined
  /** hours east of UTC, 0 to 14, of the place whose calendar day a Unix time is given in */
  epochHours?: number
}

export type PrintedDate = {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm[:ss]` with the offset where one is printed */
  iso: string
  /** where in the text the date starts */
  index: number
}

/**
 * The first date in a text, in the spelling that the page uses, or null. Impossible dates (31 June) and years outside
 * 1990 to 2100 are no dates. `03/04/2026` is read as `monthFirst` says, and refused where nothing is said.
 */
export function parseDate(text: string, options: DateOptions = {}): PrintedDate | null {
  const epoch = /^\s*(\d{10}|\d{13})\s*$/.exec(text)
  if (epoch) return fromEpoch(epoch[1]!, options.epochHours ?? 0)
  let best: PrintedDate | null = null
  for (const spelling of SPELLINGS) {
    const found = spelling.exec(text)
    if (!found?.groups || (best && found.index >= best.index)) continue
    const iso = isoOf(found.groups, options.monthFirst)
    if (iso) best = { iso, index: found.index }
  }
  return best
}

function fromEpoch(digits: string, hours: number): PrintedDate | null {
  const date = new Date(Number(digits) * (digits.length === 10 ? 1000 : 1) + hours * 3_600_000)
  if (date.getUTCFullYear() < EARLIEST_YEAR || date.getUTCFullYear() > LATEST_YEAR) return null
  return { iso: date.toISOString().replace(/\.\d+Z$/, hours === 0 ? 'Z' : `+${two(hours)}:00`), index: 0 }
}

function isoOf(groups: Record<string, string | undefined>, monthFirst: boolean | undefined): string | null {
  const year = groups.roc ? Number(groups.roc) + FIRST_YEAR_OF_THE_REPUBLIC - 1 : Number(groups.year)
  const named = groups.one ? slashed(Number(groups.one), Number(groups.two), monthFirst) : null
  if (groups.one && !named) return null
  const month = named?.month ?? monthNumber(groups.month ?? '')
  const day = named?.day ?? Number(groups.day)
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || !isCalendarDay(year, month, day)) return null
  const date = `${year}-${two(month)}-${two(day)}`
  return groups.hour === undefined ? date : `${date}${timeOf(groups)}`
}

function timeOf(groups: Record<string, string | undefined>): string {
  let hour = Number(groups.hour)
  const half = groups.half?.toLowerCase()[0]
  const isAfternoon = half === 'p' || /下午|晚上/.test(groups.dayHalf ?? '')
  if (isAfternoon && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  const seconds = groups.second ? `:${groups.second}` : ''
  return `T${two(hour)}:${groups.minute}${seconds}${zoneOf(groups.zone)}`
}

function zoneOf(zone: string | undefined): string {
  if (!zone) return ''
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z'
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

function slashed(
  one: number,
  other: number,
  monthFirst: boolean | undefined,
): { month: number; day: number } | null {
  if (one > 12) return { day: one, month: other }
  if (other > 12 || monthFirst || one === other) return { month: one, day: other }
  return monthFirst === false ? { day: one, month: other } : null
}

function monthNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : monthByName(text)
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
