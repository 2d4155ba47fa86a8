/** The words English dates are made of: months, weekdays, ordinals, counts, and how each is read. */

export const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])\\.?'
export const MONTH_WORDS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  )
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const WEEKDAY_WORDS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
export const SEASON_WORDS = ['spring', 'summer', 'autumn', 'fall', 'winter']
export const NTH = '(first|second|third|fourth|1st|2nd|3rd|4th|final|opening)'
const NTH_WORDS = ['first', 'second', 'third', 'fourth']
export const COUNT =
  '(a couple of|couple of|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|\\d{1,3})'
const COUNTS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ROUND_COUNTS: Record<string, number> = {
  a: 1,
  an: 1,
  'a couple of': 2,
  'couple of': 2,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
}
const CENTURIES =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'.split(
    ' ',
  )
export const ORDINAL = `(\\d{1,2}(?:st|nd|rd|th)|${[...CENTURIES].reverse().join('|')})`

/** 1 to 12; 0 for no month. */
export function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3)) + 1
}

/** "final" is the last of `last`. */
export function nthNumber(word: string | undefined, last: number): number {
  const digit = /\d/.exec(word ?? '')?.[0]
  if (digit) return Number(digit)
  if (word === 'final') return last
  return word === 'opening' ? 1 : NTH_WORDS.indexOf(word ?? '') + 1
}

/** NaN for a word that is no number. */
export function countOf(word: string | undefined): number {
  const spelled = COUNTS.indexOf(word ?? '')
  return spelled >= 0 ? spelled : (ROUND_COUNTS[word ?? ''] ?? Number(word))
}

/** 19th, nineteenth → 19. */
export function ordinalNumber(word: string | undefined): number {
  return /^\d/.test(word ?? '') ? Number.parseInt(word ?? '', 10) : CENTURIES.indexOf(word ?? '') + 1
}

/** last -1, this 0, next 1. */
export function awayOf(word: string | undefined): number {
  return /^(?:last|past|previous)/.test(word ?? '') ? -1 : /^(?:next|coming)/.test(word ?? '') ? 1 : 0
}
