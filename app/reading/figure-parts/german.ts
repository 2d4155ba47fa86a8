/** How German writes figures: 1.234,5; Tsd., Mio., Mrd.; Billion is 10^12. */
import type { Bound } from '#reading/figure.ts'
import { type Grammar, SHARED_UNITS, table, unit } from './grammar.ts'

const ONES = 'ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun'.split('|')
const TENS = 'zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig'.split('|')
const numbers = new Map<string, number>([
  ...'null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn'
    .split('|')
    .map((word, value): [string, number] => [word, value]),
  ...'ein|eine|einer|einem|einen'.split('|').map((word): [string, number] => [word, 1]),
  ...TENS.flatMap((tens, index): [string, number][] => [
    [tens, (index + 2) * 10],
    ...ONES.map((one, value): [string, number] => [`${one}und${tens}`, (index + 2) * 10 + value + 1]),
  ]),
])

export const GERMAN: Grammar = {
  language: 'de',
  group: '.',
  numbers,
  scales: table([
    ['hundert', 100n],
    ['tausend|tsd.|tsd', 10n ** 3n],
    ['million|millionen|mio.|mio', 10n ** 6n],
    ['milliarde|milliarden|mrd.|mrd', 10n ** 9n],
    ['billion|billionen|bio.', 10n ** 12n],
    ['billiarde|billiarden', 10n ** 15n],
    ['trillion|trillionen', 10n ** 18n],
    ['dutzend', 12n],
  ]),
  units: table([
    ...SHARED_UNITS,
    unit('prozent', 'percent', 'percent'),
    unit('promille', 'permille', 'percent'),
    unit('prozentpunkt|prozentpunkte|prozentpunkten', 'percentage_point', 'percentage_point'),
    unit('basispunkt|basispunkte|basispunkten', 'basis_points', 'percentage_point'),
    unit('euro', 'EUR', 'money'),
    unit('dollar|us-dollar', 'USD', 'money'),
    unit('pfund', 'GBP', 'money'),
    unit('franken|schweizer franken', 'CHF', 'money'),
    unit('yuan|renminbi', 'CNY', 'money'),
    unit('yen', 'JPY', 'money'),
    unit('mal|-mal|fach|-fach|fache|fachen', 'times', 'multiple'),
    unit('jahr|jahre|jahren', 'years', 'duration'),
    unit('monat|monate|monaten', 'months', 'duration'),
    unit('woche|wochen', 'weeks', 'duration'),
    unit('tag|tage|tagen', 'days', 'duration'),
    unit('stunde|stunden', 'hours', 'duration'),
    unit('minute|minuten', 'minutes', 'duration'),
    unit('sekunde|sekunden', 'seconds', 'duration'),
    unit('mensch|menschen|personen|person|leute', 'people'),
    unit('haushalte|haushalten', 'households'),
    unit('nutzer|nutzern', 'users'),
    unit('unternehmen|firmen', 'companies'),
    unit('parameter|parametern', 'parameters'),
    unit('kilometer|kilometern', 'kilometres'),
    unit('meter|metern', 'metres'),
    unit('tonne|tonnen', 'tonnes'),
    unit('kilogramm|kilo', 'kilograms'),
    unit('liter|litern', 'litres'),
    unit('hektar', 'hectares'),
    unit('quadratkilometer', 'square_kilometres'),
    unit('quadratmeter', 'square_metres'),
    unit('grad celsius', 'celsius'),
    unit('grad', 'degrees'),
    unit('kilowattstunden', 'kilowatt_hours'),
    unit('gigawatt', 'gigawatts'),
    unit('megawatt', 'megawatts'),
  ]),
  fractions: table<[bigint, bigint]>([
    ['ein drittel|einem drittel|eines drittels', [1n, 3n]],
    ['zwei drittel', [2n, 3n]],
    ['ein viertel|einem viertel', [1n, 4n]],
    ['drei viertel', [3n, 4n]],
    ['ein fünftel', [1n, 5n]],
    ['ein zehntel', [1n, 10n]],
  ]),
  before: table<Bound>([
    ['mehr als|über|oberhalb von|größer als|höher als', 'gt'],
    ['weniger als|unter|unterhalb von|niedriger als|knapp unter', 'lt'],
    ['mindestens|wenigstens|nicht weniger als|zumindest', 'gte'],
    ['höchstens|maximal|bis zu|nicht mehr als', 'lte'],
    ['etwa|rund|circa|ca.|ungefähr|knapp|fast|nahezu|beinahe|gut|annähernd|schätzungsweise|an die', 'approx'],
  ]),
  after: [
    [/^ (?:oder|und) mehr(?![a-z])/, 'gte'],
    [/^ oder weniger(?![a-z])/, 'lte'],
  ],
  rates: [
    [/^ (?:pro|je|am) tag|^ täglich/, 'per_day'],
    [/^ (?:pro|je|in der) woche|^ wöchentlich/, 'per_week'],
    [/^ (?:pro|je|im) monat|^ monatlich/, 'per_month'],
    [/^ (?:pro|je|im) jahr|^ jährlich/, 'per_year'],
    [/^ (?:pro|je) stunde/, 'per_hour'],
    [/^ (?:pro|je) sekunde/, 'per_second'],
    [/^ (?:pro|je) (?:kopf|person|einwohner)/, 'per_person'],
    [/^ (?:pro|je) tonne/, 'per_tonne'],
    [/^ (?:pro|je) aktie/, 'per_share'],
  ],
  ratesBefore: [
    [/täglich|pro tag|tages/, 'per_day'],
    [/monatlich|pro monat/, 'per_month'],
    [/jährlich|pro jahr/, 'per_year'],
  ],
  link: null,
  notFigures: [
    /(?<!\d)\d{1,2}\. ?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?: \d{4}(?!\d))?|(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember) \d{4}(?!\d)/y,
    /(?<!\d)\d{1,2}(?:[.:]\d{2})? uhr(?![a-z])/y,
  ],
  ordinal: /^\.(?= [a-zäöü])/,
}
