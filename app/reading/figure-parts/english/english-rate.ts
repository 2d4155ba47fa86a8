/** The rate named after an English figure: a day, per diluted share, /hour, annually, "cars a year". */
import { matchAt } from '#reading/figure-parts/shared/sticky.ts'

/** Spans of time may follow the thing counted as well ("200,000 cars a year"); other things only the figure itself. */
const TIMES = 'day week month quarter year hour minute second night annum season decade game match shift'
const THINGS =
  'person share barrel tonne ton ounce pound kilogram kilo gram litre liter gallon pint bottle bushel mile kilometre kilometer metre meter hectare acre household family home house child adult pupil student patient passenger customer employee worker user vehicle car unit head voter resident taxpayer kilowatt megawatt transaction ticket seat room vote'
const NAMES: Record<string, string> = {
  head: 'person',
  capita: 'person',
  annum: 'year',
  kilo: 'kilogram',
  kg: 'kilogram',
  lb: 'pound',
  oz: 'ounce',
  bbl: 'barrel',
  liter: 'litre',
  kilometer: 'kilometre',
  km: 'kilometre',
  meter: 'metre',
  hr: 'hour',
  sec: 'second',
  min: 'minute',
  kwh: 'kilowatt_hour',
  mwh: 'megawatt_hour',
  mmbtu: 'million_btu',
}
const RATE = new Map<string, string>()
for (const word of `${TIMES} ${THINGS}`.split(' ')) RATE.set(word, `per_${NAMES[word] ?? word}`)
for (const [word, name] of Object.entries(NAMES)) RATE.set(word, `per_${name}`)
const TIME = new Set([
  ...TIMES.split(' '),
  'person',
  'head',
  'share',
  'barrel',
  'tonne',
  'ton',
  'household',
  'ounce',
  'pound',
])
const ADVERB = new Map<string, string>([
  ['daily', 'per_day'],
  ['weekly', 'per_week'],
  ['monthly', 'per_month'],
  ['quarterly', 'per_quarter'],
  ['yearly', 'per_year'],
  ['annually', 'per_year'],
  ['hourly', 'per_hour'],
  ['nightly', 'per_night'],
])
const OPENS = new Set(['a', 'an', 'per', 'each', 'every'])
const ADJECTIVE = new Set([
  'diluted',
  'basic',
  'ordinary',
  'common',
  'metric',
  'troy',
  'short',
  'working',
  'calendar',
  'single',
  'average',
])
const AREA = new Set(['square', 'cubic'])
/** Between number and rate stand things counted, never these. */
const STOP = new Set(
  'times in of for to was were is are on at by than from met and or as but with that which who over under during after before since this last if when while has have had will once twice die died live lived'.split(
    ' ',
  ),
)
/** A year earlier is a date; 5% a year in office is a span; year on year compares. */
const NO_RATE =
  / (?:earlier|ago|before|later|after|old|on[ -](?:year|month|week|quarter|the (?:year|month|week))|on,|in (?:jail|prison|custody|hospital|office|power)|and a half)(?![a-z])|-(?:on|over|ago|old|long)-/y
/** Weekly active users are counted once, not weekly. */
const ACTIVE = / (?:active|unique|users|subscribers|readers|players|listeners)(?![a-z])/y
/** "Requests weekly,": after the thing counted an adverb of time ends the phrase. */
const ADVERB_ENDS = /[.,;:)]|$| (?:and|or|in|on|at|by|for|from|to|with|as|across|worldwide)(?![a-z])/y
const WORD = /[a-z]+/y
const ANNUM = /(?:p\.a\.|pa(?![a-z]))/y
const MAX_THINGS = 4

export function englishRateAfter(plain: string, end: number, counted: boolean): string | null {
  if (plain[end] === '/') return slashed(plain, plain[end + 1] === ' ' ? end + 2 : end + 1)
  if (plain[end] === '-') return hyphened(plain, end)
  let at = end + 1
  for (let things = 0; ; things += 1) {
    const word = wordAt(plain, at)
    if (!word) return null
    const next = at + word.length
    if (OPENS.has(word)) {
      if (plain[next] === '-') return null
      const rate = plain[next] === ' ' ? rateAt(plain, next + 1, things > 0) : null
      return rate
    }
    if (things > 0 && ADVERB.has(word) && matchAt(ADVERB_ENDS, plain, next)) return ADVERB.get(word) ?? null
    if (things === 0) {
      const adverb = ADVERB.get(word) ?? (matchAt(ANNUM, plain, at) ? 'per_year' : null)
      if (adverb) return matchAt(ACTIVE, plain, next) ? null : adverb
      if (word === 'on' && plain.startsWith(' average ', next)) {
        at = next + 9
        return ADVERB.get(wordAt(plain, at)) ?? (wordAt(plain, at) === 'per' ? rateAt(plain, at + 4) : null)
      }
    }
    if (!counted || things === MAX_THINGS || plain[next] !== ' ') return null
    if (STOP.has(word) && !(things === 0 && word === 'of')) return null
    at = next + 1
  }
}

const SHORT: Record<string, string> = {
  s: 'per_second',
  h: 'per_hour',
  d: 'per_day',
  y: 'per_year',
  yr: 'per_year',
  mo: 'per_month',
}

/** $15/hour, 80 tokens/s. */
function slashed(plain: string, at: number): string | null {
  return SHORT[wordAt(plain, at)] ?? rateAt(plain, at)
}

/** A £9,250-a-year fee, a $15-an-hour wage. */
function hyphened(plain: string, end: number): string | null {
  const word = wordAt(plain, end + 1)
  if (!OPENS.has(word) || plain[end + 1 + word.length] !== '-') return null
  return rateAt(plain, end + 2 + word.length)
}

function rateAt(plain: string, at: number, timesOnly = false): string | null {
  let word = wordAt(plain, at)
  let end = at + word.length
  if (ADJECTIVE.has(word) && plain[end] === ' ') {
    word = wordAt(plain, end + 1)
    end += 1 + word.length
  }
  if (AREA.has(word) && plain[end] === ' ') {
    const measure = wordAt(plain, end + 1)
    const name = measure === 'foot' ? 'per_foot' : RATE.get(measure)
    return name ? `per_${word}_${name.slice(4)}` : null
  }
  if (plain[end] === '-' || plain[end] === ' ') {
    if ((word === 'kilowatt' || word === 'megawatt') && plain.startsWith('hour', end + 1))
      return `per_${word}_hour`
  }
  const rate = RATE.get(word)
  if (!rate || (timesOnly && !TIME.has(word))) return null
  return matchAt(NO_RATE, plain, end) ? null : rate
}

function wordAt(plain: string, at: number): string {
  return matchAt(WORD, plain, at)?.[0] ?? ''
}
