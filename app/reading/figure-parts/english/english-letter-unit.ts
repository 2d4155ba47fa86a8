/** The unit that one letter after digits stands for: 300 m, 40C, 65W, 20p, 9.98s, 3x; null where it stands for none. */
import type { UnitMatch } from '#reading/figure-parts/units/units.ts'

type Meaning = Omit<UnitMatch, 'end' | 'rate'>

/** These may also stand apart from the number. */
const APART = new Map<string, Meaning>([
  ['m', { unit: 'metres', kind: 'number' }],
  ['g', { unit: 'grams', kind: 'number' }],
  ['t', { unit: 'tonnes', kind: 'number' }],
  ['W', { unit: 'watts', kind: 'number' }],
])
const CLOSE = new Map<string, Meaning>([
  ['h', { unit: 'hours', kind: 'duration' }],
  ['x', { unit: 'times', kind: 'multiple' }],
])
const DEGREES = new Map<string, Meaning>([
  ['C', { unit: 'celsius', kind: 'number' }],
  ['F', { unit: 'fahrenheit', kind: 'number' }],
])
const SECONDS: Meaning = { unit: 'seconds', kind: 'duration' }
const MINUTES: Meaning = { unit: 'minutes', kind: 'duration' }
const PENCE: Meaning = { unit: 'GBP', kind: 'money', hundredths: true }
const ENDS = /^(?:[.,;:)]|$| \()/
/** 1080p is a picture. */
const PICTURE_LINES = /(?<!\d)(?:240|360|480|576|720|1080|1440|2160|4320)$/
/** 1h 20m */
const HOURS_BEFORE = /\dh ?\d{1,2}$/
/** 9.98s is a time, the 30s are years. */
const DECIMAL_BEFORE = /\d\.\d{1,3}$/

/** `source` is as printed, since C and W are capitals; `gap` is 1 where a blank or a hyphen stands before the letter. */
export function readLetterUnit(source: string, plain: string, start: number, gap: number): UnitMatch | null {
  const next = plain[start + 1] ?? ''
  if (plain[start - 1] === '-' || next === "'" || next === '’' || (gap === 1 && next === '-')) return null
  const meant = meaning(source[start] ?? '', plain, start, gap)
  return meant ? { ...meant, end: start + 1, rate: null } : null
}

function meaning(letter: string, plain: string, start: number, gap: number): Meaning | null {
  const degrees = DEGREES.get(letter)
  if (degrees) return gap === 0 || ENDS.test(plain.slice(start + 1, start + 3)) ? degrees : null
  const before = plain.slice(Math.max(0, start - 6), start)
  if (letter === 'm' && gap === 0 && HOURS_BEFORE.test(before)) return MINUTES
  const apart = APART.get(letter)
  if (apart) return apart
  if (gap === 1) return null
  if (letter === 's') return DECIMAL_BEFORE.test(before) ? SECONDS : null
  if (letter === 'p') return PICTURE_LINES.test(before) ? null : PENCE
  return CLOSE.get(letter) ?? null
}
