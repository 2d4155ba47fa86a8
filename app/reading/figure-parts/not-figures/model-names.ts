/** Whether a number ends the name of a machine, program or star in a Chinese text: iPhone 17发布, Dota 2 及, 小米15前置. */
import { countsThings } from '#reading/figure-parts/chinese/chinese-meant.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { isCjk } from '#reading/figure-parts/shared/plain-width.ts'
import { endAt } from '#reading/figure-parts/shared/sticky.ts'
import { readUnit } from '#reading/figure-parts/units/units.ts'

const NUMBER =
  /\d{1,5}(?:\.\d)?[a-z]?(?![\d.,%‰a-z])(?: ?(?:max|pro|plus|ultra|mini|air|se|ti|gpu)(?![a-z]))*/y
/** What makes the number count or measure after all. */
const COUNTS = /[万亿兆千百多余几个名人元年月日号时分秒点倍成折强以至到-]/
const AROUND = 16
/** Indices stand before their values: PMI 50.2. */
const INDICES = new Set('gdp cpi ppi pmi aqi bmi roe roa eps gmv lpr mlf ebitda vix'.split(' '))

/** Asked after a Latin word (from `start` to `at` less the blank) that stands in a Chinese text; 0 where the number counts. */
export function latinModelEnd(page: Page, start: number, at: number): number {
  const { source, plain } = page
  const word = source.slice(start, at - 1)
  if (word.length < 2 || !/[A-Z]/.test(word) || INDICES.has(plain.slice(start, at - 1))) return 0
  const end = modelEnd(page, at)
  if (!end) return 0
  const next = plain[end] === ' ' ? end + 1 : end
  if (isCjk(plain[next])) return end
  // What is all in capitals may be an index: at the end of a clause only a name in small letters ends with a number.
  const goesOn = /[a-z]/.test(plain[next] ?? '')
  if (!goesOn && !/[a-z]/.test(word)) return 0
  return /[\u3400-\u9fff]/.test(plain.slice(Math.max(0, start - AROUND), next + AROUND)) ? end : 0
}

/** The end of a type number at `at` that nothing counted follows; 0 otherwise. */
export function modelEnd(page: Page, at: number): number {
  const { plain } = page
  const end = endAt(NUMBER, plain, at)
  if (!end) return 0
  const next = plain[end] === ' ' ? end + 1 : end
  const sign = plain[next] ?? ''
  return COUNTS.test(sign) || countsThings(plain, next) || readUnit(page, end) ? 0 : end
}
