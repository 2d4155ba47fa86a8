/** Whether four digits are a year, a pair of years, a season or a decade, and where it ends: 2024, 2024-25, 1990s. */

import { isDigit } from '#reading/figure-parts/numbers/digits.ts'
import { boundBefore } from '#reading/figure-parts/shared/bounds.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { isCjk } from '#reading/figure-parts/shared/plain-width.ts'
import { follows } from '#reading/figure-parts/shared/sticky.ts'
import { readUnit } from '#reading/figure-parts/units/units.ts'
import { MAX_MENTIONS } from '#reading/most-mentions.ts'
import { namedNumberEnd } from './named-numbers.ts'

const FIRST_YEAR = 1500
const LAST_YEAR = 2099
const SHAPE = /\d{4}(?:[-–/](?:(?:1[5-9]|20)\d{2}|\d{2}))?(?:s|['’]s)?(?![\d%]|[,.]\d)/y
/** Digits after one of these are an amount, a decimal or the end of something longer. */
const NUMBER_BEFORE = new Set(Array.from('.,$€£¥₹-', (sign) => sign.charCodeAt(0)))
/** What makes the digits a number after all: a letter, a scale word, a counting word. */
const NUMBER_AFTER =
  /[a-z°]|[ -]?(?:hundred|thousand|million|billion|trillion|lakh|crore|mn|bn|tn|mio|mrd|fold)(?![a-z])|-[a-z]| ?[多余来]?(?:[万亿兆千百元人个名家倍天次项台辆户件座条所位斤亩平美欧年例册株艘枚栋幢匹粒头羽尾套份篇只]|票(?!据)|张(?!家)|吨|公里|米|日元|港元|英镑|小时|分|词元|token)/y
/** Here digits without a comma are a year, whatever follows: "the 2024 games". */
const YEAR_BEFORE =
  /(?<![a-z])(?:in|since|of|by|from|until|till|during|before|after|early|late|mid|fy|circa|the|its|their|his|her|our|fiscal|spring|summer|autumn|fall|winter|this)[ -]$/
const SURELY_YEAR = /(?<![a-z])(?:in|since|until|during) $/
const COUNTED_AFTER =
  /(?: [a-z]+)? (?:people|votes|jobs|employees|workers|staff|students|companies|homes|soldiers|troops|children|patients|pupils|beds|copies|men|women|cases|deaths|rooms|seats|words)(?![a-z])/y
const PLURAL_AFTER = / (?:[a-z]+ )?[a-z]{2,}s(?![a-z])/y
/** Plural nouns that follow a year more often than a count. */
const OF_A_YEAR =
  / (?:[a-z]+ )?(?:games|elections|results|earnings|sales|levels|figures|olympics|finals|awards|accounts|profits|revenues|prices|models|projections|forecasts|estimates|talks|protests|riots|floods|fires|is|was|has|does|plans|goals|targets|rates|rules|guidelines|reforms|championships|playoffs|primaries|series|regulations|deliveries|shipments|exports|imports|statistics|numbers|highs|lows|terms|vs|crisis)(?![a-z])/y

/** The end of the stretch, 0 where the four digits are no year. `at` is a digit with no digit before it. */
export function loneYearEnd(page: Page, at: number): number {
  const { plain } = page
  const value = fourDigits(plain, at)
  if (value < FIRST_YEAR || value > LAST_YEAR) return 0
  const listed = plain[at - 1] === ',' && !isDigit(plain.charCodeAt(at - 2))
  if (NUMBER_BEFORE.has(plain.charCodeAt(at - 1)) && !listed) return 0
  // 逾2000, 约2000, 近2000: years follow none of these.
  if (isCjk(plain[at - 1]) && boundBefore(plain, at) && plain[at + 4] !== '年') return 0
  SHAPE.lastIndex = at
  const shape = SHAPE.exec(plain)?.[0]
  if (!shape) return 0
  const end = at + shape.length
  if (follows(NUMBER_AFTER, plain, end)) return 0
  if (shape.length > 4) return end
  if (isCjk(plain[end])) return isMeasured(page, end) ? 0 : end
  if (plain.charCodeAt(end) !== 0x20) return end
  const before = plain.slice(Math.max(0, at - 8), at)
  if (SURELY_YEAR.test(before)) return end
  if (readUnit(page, end) || follows(COUNTED_AFTER, plain, end)) return 0
  // "2000 volunteers": round numbers, and those that are nobody's year, before things in the plural.
  const odd = value < 1900 || value > 2040 || value % 100 === 0
  const counts = odd && follows(PLURAL_AFTER, plain, end) && !follows(OF_A_YEAR, plain, end)
  return counts && !YEAR_BEFORE.test(before) ? 0 : end
}

const FOUR_DIGITS = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/g

/** The stretches of all years in order; `plain` is `source` in lower case and plain width. Resolution 1973 is none. */
export function loneYears(source: string, plain: string): [number, number][] {
  const page: Page = { source, plain, language: undefined, yuan: 'CNY', ownUnits: null }
  const years: [number, number][] = []
  for (const { index } of plain.matchAll(FOUR_DIGITS)) {
    if (years.length >= MAX_MENTIONS) break
    const end = namedNumberEnd(page, index) > 0 ? 0 : loneYearEnd(page, index)
    if (end > 0 && index >= (years.at(-1)?.[1] ?? 0)) years.push([index, end])
  }
  return years
}

/** 1600公斤 and 1500至1700毫升 are amounts; 2024世界大会 and 2024至2025赛季 name years. */
function isMeasured(page: Page, end: number): boolean {
  SECOND.lastIndex = end
  return readUnit(page, SECOND.test(page.plain) ? SECOND.lastIndex : end) !== null
}

const SECOND = /[至到]\d{1,5}/y

function fourDigits(plain: string, at: number): number {
  let value = 0
  for (let index = at; index < at + 4; index += 1) {
    const digit = plain.charCodeAt(index) - 0x30
    if (!(digit >= 0 && digit <= 9)) return 0
    value = value * 10 + digit
  }
  return value
}
