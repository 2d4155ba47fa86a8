/** How Spanish writes figures: 1.234,5; mil, millón, mil millones; billón is 10^12. */
import type { Bound } from '#reading/figure.ts'
import { type Grammar, SHARED_UNITS, table, unit } from './grammar.ts'

const ONES = 'uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve'.split('|')
const numbers = new Map<string, number>(
  'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintidós|veintitrés|veinticuatro|veinticinco|veintiséis|veintisiete|veintiocho|veintinueve'
    .split('|')
    .map((word, value): [string, number] => [word, value]),
)
for (const word of ['un', 'una']) numbers.set(word, 1)
for (const [index, tens] of 'treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa'
  .split('|')
  .entries()) {
  numbers.set(tens, (index + 3) * 10)
  for (const [one, word] of ONES.entries()) numbers.set(`${tens} y ${word}`, (index + 3) * 10 + one + 1)
  numbers.set(`${tens} y un`, (index + 3) * 10 + 1)
}
for (const [
  index,
  hundreds,
] of 'cien|doscientos|trescientos|cuatrocientos|quinientos|seiscientos|setecientos|ochocientos|novecientos'
  .split('|')
  .entries())
  numbers.set(hundreds, (index + 1) * 100)

export const SPANISH: Grammar = {
  language: 'es',
  group: '.',
  numbers,
  scales: table([
    ['mil', 10n ** 3n],
    ['millón|millones|mm|mill.', 10n ** 6n],
    ['millardo|millardos', 10n ** 9n],
    ['billón|billones', 10n ** 12n],
    ['trillón|trillones', 10n ** 18n],
    ['docena|docenas', 12n],
  ]),
  units: table([
    ...SHARED_UNITS,
    unit('por ciento|porciento', 'percent', 'percent'),
    unit('por mil', 'permille', 'percent'),
    unit('punto porcentual|puntos porcentuales', 'percentage_point', 'percentage_point'),
    unit('punto básico|puntos básicos', 'basis_points', 'percentage_point'),
    unit('euro|euros', 'EUR', 'money'),
    unit('dólar|dólares', 'USD', 'money'),
    unit('libra|libras', 'GBP', 'money'),
    unit('yuan|yuanes', 'CNY', 'money'),
    unit('yen|yenes', 'JPY', 'money'),
    unit('veces', 'times', 'multiple'),
    unit('año|años', 'years', 'duration'),
    unit('mes|meses', 'months', 'duration'),
    unit('semana|semanas', 'weeks', 'duration'),
    unit('día|días', 'days', 'duration'),
    unit('hora|horas', 'hours', 'duration'),
    unit('minuto|minutos', 'minutes', 'duration'),
    unit('segundo|segundos', 'seconds', 'duration'),
    unit('persona|personas', 'people'),
    unit('hogares', 'households'),
    unit('usuario|usuarios', 'users'),
    unit('empresa|empresas', 'companies'),
    unit('parámetros', 'parameters'),
    unit('kilómetro|kilómetros', 'kilometres'),
    unit('metro|metros', 'metres'),
    unit('tonelada|toneladas', 'tonnes'),
    unit('kilo|kilos|kilogramos', 'kilograms'),
    unit('litro|litros', 'litres'),
    unit('hectárea|hectáreas', 'hectares'),
    unit('metros cuadrados', 'square_metres'),
    unit('kilómetros cuadrados', 'square_kilometres'),
    unit('barril|barriles', 'barrels'),
    unit('grados celsius', 'celsius'),
    unit('grado|grados', 'degrees'),
    unit('gigavatios', 'gigawatts'),
    unit('megavatios', 'megawatts'),
  ]),
  fractions: table<[bigint, bigint]>([
    ['un tercio', [1n, 3n]],
    ['dos tercios', [2n, 3n]],
    ['un cuarto', [1n, 4n]],
    ['tres cuartos|tres cuartas partes', [3n, 4n]],
    ['un quinto', [1n, 5n]],
    ['una décima parte', [1n, 10n]],
  ]),
  before: table<Bound>([
    ['más de|superior a|por encima de|superó los|supera los|superan los|supere los', 'gt'],
    ['menos de|inferior a|por debajo de', 'lt'],
    ['al menos|por lo menos|como mínimo|no menos de|mínimo de', 'gte'],
    ['hasta|como máximo|a lo sumo|no más de|máximo de', 'lte'],
    ['unos|unas|cerca de|casi|aproximadamente|alrededor de|en torno a|en torno al', 'approx'],
  ]),
  after: [
    [/^ o más(?![a-z])/, 'gte'],
    [/^ o menos(?![a-z])/, 'lte'],
    [/^ aproximadamente(?![a-z])/, 'approx'],
  ],
  rates: [
    [/^ (?:al día|por día|diari[oa]s?|cada día)(?![a-z])/, 'per_day'],
    [/^ (?:a la semana|por semana|semanales)(?![a-z])/, 'per_week'],
    [/^ (?:al mes|por mes|mensuales|cada mes)(?![a-z])/, 'per_month'],
    [/^ (?:al año|por año|anuales|cada año)(?![a-z])/, 'per_year'],
    [/^ (?:por|a la) hora(?![a-z])/, 'per_hour'],
    [/^ por segundo(?![a-z])/, 'per_second'],
    [/^ por (?:persona|habitante|cabeza)/, 'per_person'],
    [/^ (?:por|la) tonelada/, 'per_tonne'],
    [/^ (?:por|el) barril/, 'per_barrel'],
    [/^ por acción/, 'per_share'],
  ],
  ratesBefore: [
    [/diari[oa]|al día/, 'per_day'],
    [/mensual/, 'per_month'],
    [/anual/, 'per_year'],
  ],
  link: /^ de /,
  notFigures: [
    /(?<!\d)\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?: (?:de|del) \d{4}(?!\d))?|(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) (?:de|del) \d{4}(?!\d)/y,
  ],
  ordinal: /^(?:\.?[ºª]|\.?(?:er|ro|do|to)(?![a-z]))/,
}
