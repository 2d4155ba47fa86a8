/** Reads every figure of a text, English and Chinese: exact value, unit, bound, rate and date, with its position. */
import type { ReadFigure } from './figure.ts'
import { asOfAround, type Dates, readDates } from './figure-parts/as-of.ts'
import { readChineseFigure } from './figure-parts/chinese-figure.ts'
import type { Draft, Page, Reading } from './figure-parts/draft.ts'
import { isAttached, readDigitFigure, readWordFigure } from './figure-parts/english-figure.ts'
import { plainDecimal } from './figure-parts/exact.ts'
import { notFigures } from './figure-parts/not-figures.ts'
import { plainWidth } from './figure-parts/plain-width.ts'
import { joinRange } from './figure-parts/ranges.ts'
import { foldScript } from './fold-script.ts'

const OPENS =
  /第?[\d零〇一二三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟貳參叄陸萬億两兩廿卅半]|(?<![a-z])(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|an?(?= (?:dozen|hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|third|quarter|fifth|tenth)(?![a-z])))(?![a-z])|(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)(?=fold)/g

/** After digits these make the number Chinese: 1.4万亿, 20多万, 3成. */
const CHINESE_AFTER_DIGITS = /^\d[\d,.]*(?: ?[万亿兆]|[\u3400-\u9fff])/
const TOKENS_BEFORE = /(?:(?<![a-z])tokens?(?![a-z])|token|词元|詞元)[^，。；！？,.;!?\n\d]*$/
const CLAUSE = 40

/**
 * Figures in order of appearance, never overlapping. Positions are UTF-16 units of `text`. `language` (BCP-47) only
 * settles what the text itself leaves open (¥ as JPY or CNY). Dates, times, telephone, version and model numbers, list
 * marks and addresses are not figures. Reads in linear time.
 */
export function readFigures(text: string, options: { language?: string } = {}): ReadFigure[] {
  const page: Page = { source: text, plain: foldScript(plainWidth(text)), language: options.language }
  const drafts: Draft[] = []
  const skipped = notFigures(page.plain)
  let skip = 0
  OPENS.lastIndex = 0
  for (let match = OPENS.exec(page.plain); match; match = OPENS.exec(page.plain)) {
    const at = match.index
    while (skip < skipped.length && (skipped[skip]?.[1] ?? 0) <= at) skip += 1
    const span = skipped[skip]
    if (span && span[0] <= at) {
      OPENS.lastIndex = span[1]
      continue
    }
    const reading = readAt(page, at)
    OPENS.lastIndex = Math.max(reading.end, at + 1)
    if (reading.draft) place(page.plain, drafts, reading.draft)
  }
  const kept = drafts.filter((draft) => !draft.tentative)
  if (kept.length === 0) return []
  const dates = readDates(page.plain)
  const ends = new Set(kept.map((draft) => draft.end))
  return kept.map((draft) => finished(page, dates, ends, draft))
}

function readAt(page: Page, at: number): Reading {
  const sign = page.plain[at] ?? ''
  if (sign >= '0' && sign <= '9')
    return !isAttached(page.plain, at) && CHINESE_AFTER_DIGITS.test(page.plain.slice(at, at + 64))
      ? readChineseFigure(page, at)
      : readDigitFigure(page, at)
  return /[a-z]/.test(sign) ? readWordFigure(page, at) : readChineseFigure(page, at)
}

function place(plain: string, drafts: Draft[], draft: Draft): void {
  const last = drafts.at(-1)
  const joined = last ? joinRange(plain, last, draft) : null
  if (!joined) {
    drafts.push(draft)
    return
  }
  drafts.pop()
  if (joined !== 'neither') drafts.push(joined)
}

function finished(
  { source, plain, language }: Page,
  dates: Dates,
  ends: ReadonlySet<number>,
  draft: Draft,
): ReadFigure {
  const { start, end, high } = draft
  const tokens = draft.kind === 'number' && !draft.unit && draft.value.abs().gte(1000)
  const inferred = tokens && TOKENS_BEFORE.test(plain.slice(Math.max(0, start - CLAUSE), start))
  return {
    text: source.slice(start, end),
    start,
    end,
    value: plainDecimal(draft.value),
    ...(high ? { valueHigh: plainDecimal(high) } : {}),
    unit: inferred ? 'tokens' : draft.unit,
    kind: draft.kind,
    bound: draft.bound,
    // Something grows 1,000-fold once, not daily, even where the sentence begins with "daily".
    rate: draft.kind === 'multiple' ? null : draft.rate,
    asOf: draft.kind === 'ordinal' ? null : asOfAround(source, dates, ends, start, end),
    scaleWords: draft.scaleWords,
    language: draft.chinese ? 'zh' : (language?.split('-')[0] ?? 'en'),
  }
}
