/** Reads one German word as a number: zweihundertvierzig, anderthalb, dritte, verdreifacht, zweitägig. */
import { type GrammarUnit, TIMES, type WholeWord } from './grammar.ts'

const ONES = 'ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun'.split('|')
const TENS = 'zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig'.split('|')
const BELOW_HUNDRED = new Map<string, number>([
  ...'null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn'
    .split('|')
    .map((word, value): [string, number] => [word, value]),
  ...'ein|eine|einer|einem|einen|eines'.split('|').map((word): [string, number] => [word, 1]),
  ['zwo', 2],
  ['dreissig', 30],
  ...TENS.flatMap((tens, index): [string, number][] => [
    [tens, (index + 2) * 10],
    ...ONES.map((one, value): [string, number] => [`${one}und${tens}`, (index + 2) * 10 + value + 1]),
  ]),
])
/** Every number word begins so; all other words end here. */
const STEM = /^(?:ein|zw|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|hundert|tausend|anderthalb|dritt|erst)/
const LONGEST = 60

export function germanNumber(word: string): number | undefined {
  const listed = BELOW_HUNDRED.get(word)
  if (listed !== undefined) return listed
  if (word.length > LONGEST || !STEM.test(word)) return undefined
  if (word === 'anderthalb') return 1.5
  if (word.endsWith('einhalb')) {
    const whole = BELOW_HUNDRED.get(word.slice(0, -7))
    return whole === undefined ? undefined : whole + 0.5
  }
  const at = word.indexOf('tausend')
  if (at < 0) return belowThousand(word)
  const upper = at === 0 ? 1 : belowThousand(word.slice(0, at))
  const rest = word.slice(at + 7).replace(/^und/, '')
  const lower = rest ? belowThousand(rest) : 0
  return upper === undefined || lower === undefined ? undefined : upper * 1000 + lower
}

function belowThousand(word: string): number | undefined {
  const at = word.indexOf('hundert')
  if (at < 0) return BELOW_HUNDRED.get(word)
  const hundreds = at === 0 ? 1 : BELOW_HUNDRED.get(word.slice(0, at))
  const rest = word.slice(at + 7).replace(/^und/, '')
  const lower = rest ? BELOW_HUNDRED.get(rest) : 0
  return hundreds === undefined || lower === undefined ? undefined : hundreds * 100 + lower
}

const ORDINAL_STEMS = new Map([
  ['ers', 1],
  ['drit', 3],
  ['sieb', 7],
  ['ach', 8],
])

/** dritte, zehnten, zwanzigster: nineteen and less end in -te, the rest in -ste. */
export function germanOrdinal(word: string): number | undefined {
  if (!STEM.test(word)) return undefined
  const match = /^(.+?)(s)?te[nrsm]?$/.exec(word)
  if (!match) return undefined
  const stem = match[1] ?? ''
  const irregular = ORDINAL_STEMS.get(stem + (match[2] ?? ''))
  if (irregular) return irregular
  const value = germanNumber(stem) ?? (match[2] ? germanNumber(`${stem}s`) : undefined)
  if (value === undefined || value < 2 || value % 1 !== 0) return undefined
  const small = value % 100 > 0 && value % 100 < 20
  return small === (match[2] === undefined || value % 100 === 6) ? value : undefined
}

const SUFFIX =
  /^-?(jährig|monatig|wöchig|tägig|stündig|minütig|sekündig|prozentig|fach|köpfig)(?:e[nrsm]?)?(?![a-zß-ÿ])/
const SUFFIX_UNITS = new Map<string, GrammarUnit | null>([
  ['jährig', { unit: 'years', kind: 'duration' }],
  ['monatig', { unit: 'months', kind: 'duration' }],
  ['wöchig', { unit: 'weeks', kind: 'duration' }],
  ['tägig', { unit: 'days', kind: 'duration' }],
  ['stündig', { unit: 'hours', kind: 'duration' }],
  ['minütig', { unit: 'minutes', kind: 'duration' }],
  ['sekündig', { unit: 'seconds', kind: 'duration' }],
  ['prozentig', { unit: 'percent', kind: 'percent' }],
  ['fach', TIMES],
  ['köpfig', null],
])

/** What `rest`, the text right after a number, begins with: '-jährigen', 'fache'. */
export function germanSuffix(rest: string): { length: number; unit: GrammarUnit | null } | null {
  const match = SUFFIX.exec(rest)
  return match ? { length: match[0].length, unit: SUFFIX_UNITS.get(match[1] ?? '') ?? null } : null
}

const SUFFIXED = /^(.+?)(jährig|monatig|wöchig|tägig|stündig|minütig|prozentig|fach|köpfig|mal)(?:e[nrsm]?)?$/
const GROWN = /^ver(.+)fach(?:t|te|ten|en|ung)$/
const DOUBLED = /^verdopp(?:el|l)(?:t|te|ten|n|ung)$/
const HALVED = /^halbier(?:t|te|ten|en|ung)$/

export function germanWhole(word: string): WholeWord | undefined {
  const opens = word.charCodeAt(0)
  if (opens === 0x76 && word.startsWith('ver')) {
    if (DOUBLED.test(word)) return { value: '2', unit: TIMES }
    const times = GROWN.exec(word)
    const value = times ? germanNumber(times[1] ?? '') : undefined
    if (value !== undefined) return { value: String(value), unit: TIMES }
  }
  if (opens === 0x68 && word === 'hälfte') return { value: '0.5', unit: null }
  if (opens === 0x68 && HALVED.test(word)) return { value: '0.5', unit: TIMES }
  if (opens === 0x64 && /^doppelt(?:e[ns]?)?$/.test(word)) return { value: '2', unit: TIMES }
  if (!STEM.test(word)) return undefined
  const match = SUFFIXED.exec(word)
  const value = match ? germanNumber(match[1] ?? '') : undefined
  if (!match || value === undefined || value === 1) return undefined
  const suffix = match[2] ?? ''
  return { value: String(value), unit: suffix === 'mal' ? TIMES : (SUFFIX_UNITS.get(suffix) ?? null) }
}
