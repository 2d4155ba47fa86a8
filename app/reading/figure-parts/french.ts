/** How French writes figures: 1 234,5; mille, million, milliard; billion is 10^12. */
import type { Bound } from '#reading/figure.ts'
import { type Grammar, SHARED_UNITS, table, unit } from './grammar.ts'

const TO_NINETEEN =
  'zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf'.split(
    '|',
  )
const numbers = new Map<string, number>(TO_NINETEEN.map((word, value): [string, number] => [word, value]))
numbers.set('une', 1)
for (const [index, tens] of 'vingt|trente|quarante|cinquante|soixante'.split('|').entries()) {
  const base = (index + 2) * 10
  numbers.set(tens, base)
  for (const joint of [' et ', '-et-']) numbers.set(`${tens}${joint}un`, base + 1)
  for (let one = 2; one <= 9; one += 1) numbers.set(`${tens}-${TO_NINETEEN[one]}`, base + one)
}
for (let one = 10; one <= 19; one += 1) {
  numbers.set(one === 11 ? 'soixante-et-onze' : `soixante-${TO_NINETEEN[one]}`, 60 + one)
  numbers.set(`quatre-vingt-${TO_NINETEEN[one]}`, 80 + one)
}
numbers.set('soixante et onze', 71)
numbers.set('quatre-vingts', 80)
numbers.set('quatre-vingt', 80)
for (let one = 1; one <= 9; one += 1) numbers.set(`quatre-vingt-${TO_NINETEEN[one]}`, 80 + one)

export const FRENCH: Grammar = {
  language: 'fr',
  group: ' ',
  numbers,
  scales: table([
    ['cent|cents', 100n],
    ['mille|k', 10n ** 3n],
    ['million|millions|mio|m', 10n ** 6n],
    ['milliard|milliards|md|mds|mrd', 10n ** 9n],
    ['billion|billions', 10n ** 12n],
    ['billiard|billiards', 10n ** 15n],
    ['trillion|trillions', 10n ** 18n],
    ['douzaine|douzaines', 12n],
  ]),
  units: table([
    ...SHARED_UNITS,
    unit('pour cent|pourcent|pour-cent', 'percent', 'percent'),
    unit('pour mille', 'permille', 'percent'),
    unit('point de pourcentage|points de pourcentage|point|points', 'percentage_point', 'percentage_point'),
    unit('point de base|points de base', 'basis_points', 'percentage_point'),
    unit('euro|euros', 'EUR', 'money'),
    unit('dollar|dollars|dollars américains', 'USD', 'money'),
    unit('livre sterling|livres sterling|livres', 'GBP', 'money'),
    unit('franc suisse|francs suisses|francs', 'CHF', 'money'),
    unit('yuan|yuans', 'CNY', 'money'),
    unit('yen|yens', 'JPY', 'money'),
    unit('fois', 'times', 'multiple'),
    unit('an|ans|année|années', 'years', 'duration'),
    unit('mois', 'months', 'duration'),
    unit('semaine|semaines', 'weeks', 'duration'),
    unit('jour|jours', 'days', 'duration'),
    unit('heure|heures', 'hours', 'duration'),
    unit('minute|minutes', 'minutes', 'duration'),
    unit('seconde|secondes', 'seconds', 'duration'),
    unit('personne|personnes|gens', 'people'),
    unit('ménages|foyers', 'households'),
    unit('utilisateur|utilisateurs', 'users'),
    unit('entreprise|entreprises|sociétés', 'companies'),
    unit('paramètres', 'parameters'),
    unit('jeton|jetons', 'tokens'),
    unit('kilomètre|kilomètres', 'kilometres'),
    unit('mètre|mètres', 'metres'),
    unit('tonne|tonnes', 'tonnes'),
    unit('kilo|kilos|kilogrammes', 'kilograms'),
    unit('litre|litres', 'litres'),
    unit('hectare|hectares', 'hectares'),
    unit('mètres carrés', 'square_metres'),
    unit('kilomètres carrés', 'square_kilometres'),
    unit('baril|barils', 'barrels'),
    unit('degrés celsius', 'celsius'),
    unit('degré|degrés', 'degrees'),
    unit('gigawatts', 'gigawatts'),
    unit('mégawatts', 'megawatts'),
  ]),
  fractions: table<[bigint, bigint]>([
    ['un tiers', [1n, 3n]],
    ['deux tiers', [2n, 3n]],
    ['un quart', [1n, 4n]],
    ['trois quarts', [3n, 4n]],
    ['un cinquième', [1n, 5n]],
    ['un dixième', [1n, 10n]],
  ]),
  before: table<Bound>([
    [
      "plus de|plus d'|plus d’|supérieur à|supérieure à|au-delà de|dépassé|dépasse|dépassant|dépassé les",
      'gt',
    ],
    ["moins de|moins d'|moins d’|inférieur à|inférieure à|sous les|en dessous de", 'lt'],
    ['au moins|au minimum|pas moins de|minimum', 'gte'],
    ["jusqu'à|jusqu’à|au plus|au maximum|maximum|tout au plus", 'lte'],
    [
      "environ|près de|près d'|près d’|quelque|autour de|presque|à peu près|aux alentours de|approximativement",
      'approx',
    ],
  ]),
  after: [
    [/^ (?:ou|et) plus(?![a-z])| au moins(?![a-z])/, 'gte'],
    [/^ ou moins(?![a-z])| au plus(?![a-z])/, 'lte'],
    [/^ environ(?![a-z])/, 'approx'],
  ],
  rates: [
    [/^ (?:par|chaque) jour|^ quotidien/, 'per_day'],
    [/^ (?:par|chaque) semaine/, 'per_week'],
    [/^ (?:par|chaque) mois/, 'per_month'],
    [/^ (?:par an|par année|chaque année|annuels?)(?![a-z])/, 'per_year'],
    [/^ (?:par|de l')heure/, 'per_hour'],
    [/^ par seconde/, 'per_second'],
    [/^ par (?:personne|habitant|tête)/, 'per_person'],
    [/^ (?:la|par) tonne/, 'per_tonne'],
    [/^ (?:le|par) baril/, 'per_barrel'],
    [/^ par action/, 'per_share'],
  ],
  ratesBefore: [
    [/quotidien|par jour|chaque jour/, 'per_day'],
    [/mensuel|par mois/, 'per_month'],
    [/annuel|par an(?![a-z])|chaque année/, 'per_year'],
  ],
  link: /^ (?:de |d['’])/,
  notFigures: [
    /(?<!\d)(?:\d{1,2}|1er) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4}(?!\d))?|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}(?!\d)/y,
    /(?<!\d)\d{1,2} ?h(?: ?\d{2})?(?![a-z\d])/y,
  ],
  ordinal: /^(?:er|ère|e|ème|ième)(?![a-z])/,
}
