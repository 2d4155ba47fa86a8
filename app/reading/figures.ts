/** Reads every figure of a text: exact value, unit, bound, rate and date, with its position. */
import type { OwnUnit, ReadFigure } from './figure.ts'
import { readChineseFigure } from './figure-parts/chinese-figure.ts'
import type { Page, Reading } from './figure-parts/draft.ts'
import { isAttached, readDigitFigure, readWordFigure } from './figure-parts/english-figure.ts'
import { grammarOf, readEuropeanFigure } from './figure-parts/european-figure.ts'
import { Findings } from './figure-parts/findings.ts'
import type { Grammar } from './figure-parts/grammar.ts'
import { readGrowthWord } from './figure-parts/growth.ts'
import { readKoreanFigure } from './figure-parts/korean-figure.ts'
import { languageOf } from './figure-parts/language-of.ts'
import { notFigureEnd, webAddresses } from './figure-parts/not-figures.ts'
import { nextOpening } from './figure-parts/opening.ts'
import { isCjk, plainWidth } from './figure-parts/plain-width.ts'

/** Korean dates and clock times stand in no rule for other languages. */
const KOREAN_DATES = [
  /(?:(?:19|20)\d{2}년(?:\s?\d{1,2}월)?(?:\s?\d{1,2}일)?|\d{1,2}월(?:\s?\d{1,2}일)?|\d{1,2}일(?!간)|\d{1,2}시(?!간)(?:\s?\d{1,2}분)?|\d분기|[1-4]분기)/y,
]

/** After digits these make the number Chinese: 1.4万亿, 20多万, 3成. */
const CHINESE_SCALES = '万亿兆'
/** No number in digits is longer; what stands after a longer run says nothing of it. */
const MAX_RUN = 64

export type FigureOptions = {
  /** BCP-47; settles what the text itself leaves open: ¥ as JPY or CNY, 1.200 as 1200 or 1.2. */
  language?: string
  /** Counted things of the caller's own ('GPU-hours', '标准箱'), looked for right after a number, before all other units. */
  units?: OwnUnit[]
}

/**
 * Figures in order of appearance, never overlapping. Positions are UTF-16 units of `text`. Dates, times, telephone, version
 * and model numbers, list marks and addresses are not figures. Reads in linear time.
 */
export function readFigures(text: string, options: FigureOptions = {}): ReadFigure[] {
  const page = pageOf(text, options)
  const { plain } = page
  const grammar = grammarOf(page.language)
  let at = nextOpening(plain, 0, grammar)
  if (at < 0) return []
  const own = grammar?.notFigures ?? (page.language === 'ko' ? KOREAN_DATES : [])
  const figures = new Findings(page)
  const skipped = webAddresses(plain)
  for (let skip = 0; at >= 0; ) {
    while (skip < skipped.length && (skipped[skip]?.[1] ?? 0) <= at) skip += 1
    const span = skipped[skip]
    let end = span && span[0] <= at ? span[1] : notFigureEnd(page, at, own)
    if (end === 0) {
      const reading = readAt(page, at, grammar)
      if (reading.draft) figures.add(reading.draft)
      end = reading.end
    }
    at = nextOpening(plain, Math.max(end, at + 1), grammar)
  }
  return figures.all()
}

function pageOf(source: string, { language, units }: FigureOptions): Page {
  const plain = plainWidth(source)
  const ownUnits = units?.length ? new Map(units.map((own) => [plainWidth(own.word), own.unit])) : null
  return { source, plain, language: language?.split('-')[0] ?? languageOf(plain), ownUnits }
}

function readAt(page: Page, at: number, grammar: Grammar | undefined): Reading {
  const { plain } = page
  if (grammar && !isCjk(plain[at])) return readEuropeanFigure(page, at, grammar)
  const code = plain.charCodeAt(at)
  if (code >= 0x30 && code <= 0x39 && page.language === 'ko') return readKoreanFigure(page, at)
  if (code >= 0x30 && code <= 0x39)
    return !isAttached(plain, at) && isChineseNumber(plain, at)
      ? readChineseFigure(page, at)
      : readDigitFigure(page, at)
  if (code >= 0x61 && code <= 0x7a)
    return GROWTH.test(plain.slice(at, at + 4)) ? readGrowthWord(page, at) : readWordFigure(page, at)
  if (plain[at] === '翻' || plain[at] === '减') return readGrowthWord(page, at)
  return isCjk(plain[at]) ? readChineseFigure(page, at) : readDigitFigure(page, at)
}

const GROWTH = /^(?:doub|trip|treb|quad|quin|halv|twic|thri(?=c))/

function isChineseNumber(plain: string, at: number): boolean {
  let end = at + 1
  while (end - at < MAX_RUN && isRun(plain.charCodeAt(end))) end += 1
  const code = plain.charCodeAt(end)
  if (code === 0x20) return end + 1 < plain.length && CHINESE_SCALES.includes(plain[end + 1] ?? '')
  return code >= 0x3400 && code <= 0x9fff
}

function isRun(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2c || code === 0x2e
}
