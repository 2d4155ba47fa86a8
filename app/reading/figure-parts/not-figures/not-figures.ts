/** The stretches of a text whose digits are no figures: dates, times, addresses, telephone and version numbers, list marks. */
import { isDigit } from '#reading/figure-parts/numbers/digits.ts'
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { endAt } from '#reading/figure-parts/shared/sticky.ts'
import { loneYearEnd } from './lone-year.ts'
import { namedNumberEnd } from './named-numbers.ts'
import { notDigitsEnd } from './not-digits.ts'
import { notNumeralsEnd } from './not-numerals.ts'
import { streetAddressEnd } from './street-address.ts'

const WEB = /https?:\/\/[^\s<>"'“”，。；（）【】]+|(?<![a-z0-9])www\.[^\s<>"'“”，。；（）【】]+/g
/** Numbers or letters that mark the items of a list, at the start of a line. */
const LIST_MARK =
  /\(?\d{1,3}[)）、]|（\d{1,3}）|\d{1,3}\.(?=\s|[\u3400-\u9fff])|[（(]?[一二三四五六七八九十]{1,3}[)）、.]/y
const MAX_INDENT = 12
const TITLE_OPENS = 0x300a
const TITLE_CLOSES = 0x300b
const MAX_TITLE_NUMBER = 12
const TITLE_NUMBER = new Set(
  Array.from('0123456789.零〇一二三四五六七八九十百千万亿', (sign) => sign.charCodeAt(0)),
)
const WAR_OR_HOUR =
  /(?:thirty|hundred|seven|eight|six)[ -](?:years?|days?)['’]?s? war(?![a-z])|half past (?:[a-z]+|\d{1,2})/y

/** Web addresses (start, end) in order; a text without any costs two searches. */
export function webAddresses(plain: string): [number, number][] {
  if (!plain.includes('://') && !plain.includes('www.')) return []
  return Array.from(plain.matchAll(WEB), (match) => [match.index, match.index + match[0].length])
}

/**
 * Asked where a figure could begin: the end of the stretch that is none, 0 where nothing speaks against a figure. Looks at a
 * bounded stretch around `at` only. `own` are the language's own rules, sticky, beginning at the first digit.
 */
export function notFigureEnd(page: Page, at: number, own: readonly RegExp[]): number {
  const { plain } = page
  const code = plain.charCodeAt(at)
  if (plain.charCodeAt(at - 1) === TITLE_OPENS) return titleNumberEnd(plain, at)
  const mark = listMarkEnd(plain, at)
  if (mark) return mark
  if (isDigit(code)) {
    if (isDigit(plain.charCodeAt(at - 1))) return 0
    const named = namedNumberEnd(page, at)
    if (named) return named
    let runEnd = at + 1
    while (isDigit(plain.charCodeAt(runEnd))) runEnd += 1
    // 《哪吒2》
    if (plain.charCodeAt(runEnd) === TITLE_CLOSES) return runEnd
    // The tail of 1.2.3 or 12,5: what comes before it has been read.
    const before = plain[at - 1]
    const isYear = before === ',' && runEnd - at === 4
    if ((before === '.' || before === ',') && !isYear && isDigit(plain.charCodeAt(at - 2))) return 0
    for (const rule of own) {
      const end = endAt(rule, plain, at)
      if (end) return end
    }
    return (
      notDigitsEnd(plain, at, runEnd) ||
      republicYearEnd(page, at, runEnd) ||
      streetAddressEnd(page, at, runEnd) ||
      (runEnd - at === 4 && !/^(?:de|fr|es|ja|ko)$/.test(page.language ?? '') ? loneYearEnd(page, at) : 0)
    )
  }
  if (code >= 0x3000) return notNumeralsEnd(plain, at) || namedNumberEnd(page, at)
  return endAt(WAR_OR_HOUR, plain, at) || streetAddressEnd(page, at, at)
}

/** At the head of a clause in traditional signs, 113年 is a year of the Republic. */
function republicYearEnd({ source, plain }: Page, at: number, runEnd: number): number {
  if (plain[runEnd] !== '年' || runEnd - at !== 3) return 0
  if (at > 0 && !/[\s，。；：、（(「,;:至自到于从比较]/.test(plain[at - 1] ?? '')) return 0
  const from = Math.max(0, at - REPUBLIC_AROUND)
  if (source.slice(from, at + REPUBLIC_AROUND) === plain.slice(from, at + REPUBLIC_AROUND)) return 0
  return endAt(REPUBLIC_YEAR, plain, at)
}

const REPUBLIC_AROUND = 40
const REPUBLIC_YEAR = /(?:9\d|1[01]\d)年(?![来前后间内以之的历多余]|周[年岁])/y

/** A number at the beginning of a title is part of it: 《十二条屏》. */
function titleNumberEnd(plain: string, at: number): number {
  let end = at + 1
  while (end - at < MAX_TITLE_NUMBER && TITLE_NUMBER.has(plain.charCodeAt(end))) end += 1
  return end
}

function listMarkEnd(plain: string, at: number): number {
  const before = plain.charCodeAt(at - 1)
  const start = before === 0x28 || before === 0xff08 ? at - 1 : at
  let indent = start
  while (start - indent < MAX_INDENT && isBlank(plain.charCodeAt(indent - 1))) indent -= 1
  if (indent > 0 && plain.charCodeAt(indent - 1) !== 0x0a) return 0
  return endAt(LIST_MARK, plain, start)
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x3000
}
