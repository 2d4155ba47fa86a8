/** Reads every figure of a text: exact value, unit, bound, rate and date, with its position. */
import type { OwnUnit, ReadFigure } from './figure.ts'
import { readChineseFigure } from './figure-parts/chinese/chinese-figure.ts'
import { isAttached, readDigitFigure, readWordFigure } from './figure-parts/english/english-figure.ts'
import { grammarOf, readEuropeanFigure } from './figure-parts/european/european-figure.ts'
import type { Grammar } from './figure-parts/european/grammar.ts'
import { readJapaneseFigure } from './figure-parts/japanese/japanese-figure.ts'
import { readKoreanFigure } from './figure-parts/korean/korean-figure.ts'
import { notFigureEnd, webAddresses } from './figure-parts/not-figures/not-figures.ts'
import { isDigit } from './figure-parts/numbers/digits.ts'
import type { Page, Reading } from './figure-parts/shared/draft.ts'
import { Findings } from './figure-parts/shared/findings.ts'
import { readGrowthWord } from './figure-parts/shared/growth.ts'
import { languageOf } from './figure-parts/shared/language-of.ts'
import { nextOpening } from './figure-parts/shared/opening.ts'
import { isCjk, plainWidth } from './figure-parts/shared/plain-width.ts'
import { follows } from './figure-parts/shared/sticky.ts'
import { MAX_MENTIONS } from './most-mentions.ts'

/** After digits these make the number Chinese: 1.4万亿, 20多万, 3成. */
const CHINESE_AFTER_BLANK = '万亿兆多余几和与及或'
/** 1 000亿, as journals set it. */
const GROUP_AND_SCALE = / \d{3}[万亿]/y
/** 零下1℃ and 负5% are below zero in Chinese words. */
const MEASURED = '%‰℃°'
const LISTED = '、'.charCodeAt(0)
/** No number in digits is longer; what stands after a longer run says nothing of it. */
const MAX_RUN = 64

/** zh-TW and zh-HK texts count 元 in their own currency. */
const YUAN_OF_REGION: Record<string, string> = { TW: 'TWD', HK: 'HKD' }

export type FigureOptions = {
  /** BCP-47; settles what the text itself leaves open: ¥ as JPY or CNY, 1.200 as 1200 or 1.2. */
  language?: string
  /** Counted things of the caller's own ('GPU-hours', '标准箱'), looked for right after a number, before all other units. */
  units?: OwnUnit[]
}

/**
 * Figures in order of appearance, never overlapping. Positions are UTF-16 units of `text`. Dates, times, telephone, version
 * and model numbers, list marks and addresses are not figures. Reads in linear time; of a text of endless figures the first
 * `MAX_MENTIONS`, as `mayHoldMore` tells.
 */
export function readFigures(text: string, options: FigureOptions = {}): ReadFigure[] {
  const page = pageOf(text, options)
  const { plain } = page
  const grammar = grammarOf(page.language)
  const korean = page.language === 'ko'
  let at = nextOpening(plain, 0, grammar, korean)
  if (at < 0) return []
  const own = grammar?.notFigures ?? []
  const figures = new Findings(page)
  const skipped = webAddresses(plain)
  for (let skip = 0; at >= 0 && figures.count < MAX_MENTIONS; ) {
    while (skip < skipped.length && (skipped[skip]?.[1] ?? 0) <= at) skip += 1
    const span = skipped[skip]
    let end = span && span[0] <= at ? span[1] : notFigureEnd(page, at, own)
    if (end === 0) {
      const reading = readAt(page, at, grammar)
      if (reading.draft) figures.add(reading.draft)
      end = reading.end
    }
    at = nextOpening(plain, Math.max(end, at + 1), grammar, korean)
  }
  return figures.all()
}

function pageOf(source: string, { language, units }: FigureOptions): Page {
  const plain = plainWidth(source)
  const ownUnits = units?.length ? new Map(units.map((own) => [plainWidth(own.word), own.unit])) : null
  const [primary, ...subtags] = language?.split('-') ?? []
  const region = subtags.map((tag) => tag.toUpperCase()).find((tag) => tag in YUAN_OF_REGION)
  const yuan = YUAN_OF_REGION[region ?? ''] ?? 'CNY'
  return { source, plain, language: primary ?? languageOf(plain), yuan, ownUnits }
}

function readAt(page: Page, at: number, grammar: Grammar | undefined): Reading {
  const { plain } = page
  if (grammar && !isCjk(plain[at])) return readEuropeanFigure(page, at, grammar)
  const code = plain.charCodeAt(at)
  const digit = code >= 0x30 && code <= 0x39
  if (page.language === 'ko' && (digit || (code >= 0xac00 && code <= 0xd7a3)))
    return readKoreanFigure(page, at)
  if (page.language === 'ja' && (digit || isCjk(plain[at]))) return readJapaneseFigure(page, at)
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
  if (code === 0x20)
    return (
      end + 1 < plain.length &&
      (CHINESE_AFTER_BLANK.includes(plain[end + 1] ?? '') || follows(GROUP_AND_SCALE, plain, end))
    )
  // 快6.9、2.1个百分点: the last of a list names the unit.
  if (code === LISTED) return isDigit(plain.charCodeAt(end + 1))
  if (MEASURED.includes(plain[end] ?? ' ')) return /[下负]/.test(plain[at - 1] ?? '')
  return code >= 0x3400 && code <= 0x9fff
}

function isRun(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2c || code === 0x2e
}
