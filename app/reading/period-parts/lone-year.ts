/** Reads a year, a pair of years or a decade that stands alone: 2025, 2024-25, the 1990s. */
import { unsure, yearsOf } from './calendar.ts'
import { type Mention, settled } from './mention.ts'

const YEARS = /^((?:1[5-9]|20)\d{2})(?:[-–/]((?:1[5-9]|20)\d{2}|\d{2}))?(s|['’]s)?$/

/** "2024-25" is a season, a school year or two years: both years, not certain. Null for what is none of the three. */
export function loneYear(plain: string, start: number, end: number): Mention | null {
  const parts = YEARS.exec(plain.slice(start, end))
  if (!parts) return null
  const first = Number(parts[1])
  if (parts[3]) return settled(start, end, first % 10 === 0 ? yearsOf(first, first + 9) : null)
  if (!parts[2]) return settled(start, end, yearsOf(first))
  const written = Number(parts[2])
  const last = written < 100 ? Math.floor(first / 100) * 100 + written : written
  return settled(start, end, unsure(yearsOf(first, last)))
}
