/** Reads one figure in Korean at a position: 1조 2,000억 원, 3만5천 명, 30%, 2%p. */
import type { Bound, FigureKind } from '#reading/figure.ts'
import { currencyBefore } from './currencies.ts'
import { isDigit, readDigits } from './digits.ts'
import type { Page, Reading } from './draft.ts'
import { isAttached } from './english-figure.ts'
import { Rational, ZERO } from './rational.ts'
import { scaleFactor, scaleSignFactor } from './scale.ts'

const SMALL = /[천백십]/
const BIG = /[경조억만]/
/** 1조 2,000억: a lower scale word may follow after a space. */
const GOES_ON = /^ \d[\d,.]*[천백십]?[조억만]/
const UNITS: [string, string, FigureKind][] = (
  [
    ['%p|%포인트|퍼센트포인트|퍼센트 포인트', 'percentage_point', 'percentage_point'],
    ['%|퍼센트|프로', 'percent', 'percent'],
    ['bp', 'basis_points', 'percentage_point'],
    ['배', 'times', 'multiple'],
    ['원', 'KRW', 'money'],
    ['달러', 'USD', 'money'],
    ['유로', 'EUR', 'money'],
    ['엔', 'JPY', 'money'],
    ['위안', 'CNY', 'money'],
    ['파운드', 'GBP', 'money'],
    ['개월', 'months', 'duration'],
    ['년간|년', 'years', 'duration'],
    ['주간', 'weeks', 'duration'],
    ['일간', 'days', 'duration'],
    ['시간', 'hours', 'duration'],
    ['분간', 'minutes', 'duration'],
    ['초', 'seconds', 'duration'],
    ['명|인', 'people', 'number'],
    ['가구', 'households', 'number'],
    ['개 기업|개사', 'companies', 'number'],
    ['토큰', 'tokens', 'number'],
    ['킬로미터|km', 'kilometres', 'number'],
    ['미터', 'metres', 'number'],
    ['톤|t', 'tonnes', 'number'],
    ['킬로그램|kg', 'kilograms', 'number'],
    ['리터', 'litres', 'number'],
    ['배럴', 'barrels', 'number'],
    ['헥타르', 'hectares', 'number'],
    ['제곱미터|㎡', 'square_metres', 'number'],
    ['도', 'degrees', 'number'],
    ['kwh', 'kilowatt_hours', 'number'],
    ['gw', 'gigawatts', 'number'],
    ['mw', 'megawatts', 'number'],
  ] as [string, string, FigureKind][]
).flatMap(([words, unit, kind]) =>
  words.split('|').map((word): [string, string, FigureKind] => [word, unit, kind]),
)
const BEFORE: [RegExp, Bound][] = [
  [/(?:최소|적어도|최저)\s?$/, 'gte'],
  [/(?:최대|최고|많아야)\s?$/, 'lte'],
  [/(?:약|거의|대략|대체로)\s?$/, 'approx'],
]
const AFTER: [RegExp, Bound][] = [
  [/^\s?이상/, 'gte'],
  [/^\s?(?:이하|이내)/, 'lte'],
  [/^\s?(?:초과|넘|[을를이가]? ?(?:넘|웃도|돌파|초과))/, 'gt'],
  [/^\s?(?:미만|[을를에이가]? ?(?:밑도|못 미치))/, 'lt'],
  [/^\s?(?:가량|정도|안팎|내외|쯤)/, 'approx'],
]
const RATES_BEFORE: [RegExp, string][] = [
  [/하루|일평균|일일|매일/, 'per_day'],
  [/월평균|매월|매달|한 달/, 'per_month'],
  [/연간|연평균|매년|해마다/, 'per_year'],
  [/1인당|인당/, 'per_person'],
  [/시간당/, 'per_hour'],
]

/** Always consumes at least one sign; only numbers that begin with digits are read. */
export function readKoreanFigure(page: Page, at: number): Reading {
  const { plain, source } = page
  const number = readNumber(page, at)
  if (!number.value || isAttached(plain, at)) return { end: number.end, draft: null }
  // 300여 명: somewhat more than 300.
  const more = plain[number.end] === '여'
  const unitFrom = number.end + (more ? 1 : 0)
  const gap = plain[unitFrom] === ' ' ? 1 : 0
  const own = page.ownUnits
    ? [...page.ownUnits].find(([word]) => plain.startsWith(word, unitFrom + gap))
    : null
  const unit: [string, string, FigureKind] | undefined = own
    ? [own[0], own[1], 'number']
    : UNITS.find(([word]) => plain.startsWith(word, unitFrom + gap))
  const currency = unit ? null : currencyBefore(plain, at, 'ko')
  if (!unit && !currency && /[a-z:/]/.test(plain[number.end] ?? '')) return { end: number.end, draft: null }
  const start = currency ? currency.start : at
  const end = unit ? unitFrom + gap + unit[0].length : number.end
  const tail = plain.slice(Math.max(0, start - 8), start)
  const next = plain.slice(end, end + 8)
  const clause = plain.slice(Math.max(0, start - 20), start)
  const bound =
    BEFORE.find(([rule]) => rule.test(tail))?.[1] ??
    AFTER.find(([rule]) => rule.test(next))?.[1] ??
    (more ? 'gt' : 'exact')
  return {
    end,
    draft: {
      start,
      end,
      value: number.value,
      high: null,
      unit: currency ? currency.code : (unit?.[1] ?? null),
      kind: currency ? 'money' : (unit?.[2] ?? 'number'),
      bound,
      rate: RATES_BEFORE.find(([rule]) => rule.test(clause))?.[1] ?? null,
      scaleWords: number.scale ? source.slice(number.scale[0], number.scale[1]) : null,
      language: 'ko',
      factor: number.scale ? scaleFactor(plain.slice(number.scale[0], number.scale[1])) : 1n,
      signed: currency !== null,
      tentative: false,
    },
  }
}

function readNumber(
  { source, plain }: Page,
  at: number,
): { end: number; value: Rational | null; scale: [number, number] | null } {
  let end = at
  let total = ZERO
  let section = ZERO
  let digits: Rational | null = null
  let scale: [number, number] | null = null
  for (;;) {
    const sign = plain[end] ?? ''
    const factor = new Rational(scaleSignFactor(sign) ?? 1n).top
    if (isDigit(sign.charCodeAt(0)) && !digits) {
      const run = readDigits(source, plain, end)
      if (!run.value) return { end: run.end, value: null, scale: null }
      digits = run.value
      scale = null
      end = run.end
      continue
    }
    if (SMALL.test(sign) && digits) {
      section = section.plus(digits.times(factor))
      digits = null
    } else if (BIG.test(sign) && (digits || section.top > 0n)) {
      total = total.plus((digits ? section.plus(digits) : section).times(factor))
      section = ZERO
      digits = null
    } else if (sign === ' ' && !digits && GOES_ON.test(plain.slice(end, end + 24))) {
      end += 1
      continue
    } else break
    scale = scale ? [scale[0], end + 1] : [end, end + 1]
    end += 1
  }
  const rest = digits ? section.plus(digits) : section
  return { end, value: total.plus(rest), scale }
}
