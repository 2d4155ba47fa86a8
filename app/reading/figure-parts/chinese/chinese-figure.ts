/** Reads one figure in Chinese or Japanese at a position: 140万亿, 三分之一, 百分之五, 三成, 八折, 两年半, 第三, 3割. */

import { isDigit, readDigits } from '#reading/figure-parts/numbers/digits.ts'
import { HALF, Rational, ZERO } from '#reading/figure-parts/numbers/rational.ts'
import type { Page, Reading } from '#reading/figure-parts/shared/draft.ts'
import { readUnit } from '#reading/figure-parts/units/units.ts'
import { interestAt, isHalved, readCounted } from './chinese-counted.ts'
import { chineseDraft, plainNumber } from './chinese-draft.ts'
import { isVague } from './chinese-meant.ts'
import { type ChineseNumber, readChineseNumber } from './chinese-number.ts'

const PARTS_OF: [string, string][] = [
  ['百分之', 'percent'],
  ['千分之', 'permille'],
  ['万分之', 'permyriad'],
]
/** 成 opens another word: 三成立, 张三成为; 六成为女性 is a share where no name can stand before it. */
const NOT_TENTHS = /^成(?:[立员功本果交都品绩就长熟效形分语]|份(?!额))/
const BECOMES_AFTER = /(?:^|[\s，。；：、（“"(,;:中有近约超逾达到占且而但以])$/
const MORE = ['几', '多', '余']
const TO = ['到', '至', '-', '–', '—', '~', '～']
const HALF_WORD = /^半(?:[年天日周][度来报]|斤八两|年级|秒杀|米板|日[游制闲]|年生)/
const NOT_ORDINAL = /^(?:三方|三者|一时间|一线|一手|一夫人|二课堂|三世界|[一二三]产业|一财经)/
/** 三成五, 九成八五, 6成6. */
const TENTHS_MORE =
  /^(?:[一二三四五六七八九]{1,2}(?![成年月个十百千万亿兆分])|\d(?![\d.%成年月日个名人家万亿]|,\d{3}(?!\d)))/
/** 第2803号决议 is called so. */
const DECREE = /^号(?:决议|令|公告|文件|通知|修正)/
/** Always consumes at least one sign; `draft` is null where the words are no figure. */
export function readChineseFigure(page: Page, at: number): Reading {
  const { plain, source } = page
  const opens = plain[at] ?? ''
  const ordinal = opens === '第'
  const start = ordinal ? at + (plain[at + 1] === ' ' ? 2 : 1) : at
  if (opens === '百' || opens === '千' || opens === '万')
    for (const [words, unit] of PARTS_OF)
      if (plain.startsWith(words, start)) return readPart(page, start, start + words.length, unit)
  if (plain.startsWith('百分百', start))
    return chineseDraft(page, start, start + 3, plainNumber(new Rational(100n), start + 3), PERCENT)
  if (plain[start] === '半') return readHalf(page, start)
  // 三年零两个月: the zero only joins.
  if (opens === '零' && /[年月岁时天]/.test(plain[at - 1] ?? '')) return { end: at + 1, draft: null }
  // 第04版 and 第01期 are page and issue numbers, the 055 of a ship its type.
  if (
    opens !== '零' &&
    plain[start] === '0' &&
    isDigit(plain.charCodeAt(start + 1)) &&
    plain[start - 1] !== '分'
  )
    return { end: readDigits(source, plain, start).end, draft: null }
  // 2分06秒: only seconds after minutes are written with a zero before them.
  const zero = opens === '0' && plain[start - 1] === '分' && /^\d秒/.test(plain.slice(start + 1, start + 3))
  const number = readChineseNumber(source, plain, zero ? start + 1 : start)
  if (!number) return { end: start + 1, draft: null }
  if (ordinal) {
    // 2025年第19号 and 法刑二初字第495号 are documents.
    if (plain[number.end] === '号' && /[年字]/.test(plain[at - 1] ?? ''))
      return { end: number.end + 1, draft: null }
    if (DECREE.test(plain.slice(number.end, number.end + 3))) return { end: number.end + 1, draft: null }
    if (NOT_ORDINAL.test(plain.slice(start, start + 4))) return { end: number.end, draft: null }
    return chineseDraft(page, at, number.end, number, { unit: null, kind: 'ordinal' })
  }
  if (plain.startsWith('一半', start) && number.end === start + 1)
    return chineseDraft(page, start, start + 2, plainNumber(HALF, start + 2), { unit: null, kind: 'number' })
  if (!number.hasDigits) {
    // 《八佰》 is a title.
    if (plain[start - 1] === '《' && plain[number.end] === '》') return { end: number.end, draft: null }
    if (isVague(plain, start)) return { end: number.end, draft: null }
    if (opens === '万' && plain.startsWith('成千上', start - 3)) return { end: number.end, draft: null }
  }
  if (plain.startsWith('分之', number.end)) {
    const fraction = readFraction(page, start, number)
    // 6~7分之中: points, and no fraction.
    if (fraction) return fraction
  }
  const after = plain[number.end]
  const tenths = after === '成' ? isTenths(plain, start, number.end) : after === '割'
  if (tenths && !new Rational(10n).below(number.low)) return readTenths(page, start, number)
  if (after === '折' && !/[扣磨叠腾射线页算合旧]/.test(plain[number.end + 1] ?? '')) {
    // 八折 is 80 % of the price, 八五折 85 %.
    const share = number.low.atLeast(10n) ? number.low : number.low.times(10n)
    const read = chineseDraft(page, start, number.end + 1, { ...number, low: share, high: null }, PERCENT)
    // 五至八折: the low end counts in tenths as well.
    if (read.draft && !number.low.atLeast(10n)) read.draft.factor = 10n
    return read
  }
  return readCounted(page, start, number)
}

const FIVE = new Rational(5n)
const HALF_TENTH = /^半成(?![\u3400-\u9fff])|^半成[多左以]/
const PERCENT = { unit: 'percent', kind: 'percent' } as const

/** 百分之五, 百分之十几, 百分之五到十. */
function readPart(page: Page, start: number, at: number, unit: string): Reading {
  const { plain, source } = page
  const part = readChineseNumber(source, plain, at)
  if (!part) return { end: at, draft: null }
  const next = plain[part.end] ?? ''
  if (MORE.includes(next))
    return chineseDraft(page, start, part.end + 1, { ...part, more: 'gt' }, { unit, kind: 'percent' })
  const upper = TO.includes(next) ? readChineseNumber(source, plain, part.end + 1) : null
  const spans = upper && part.low.below(upper.low) && !readUnit(page, upper.end)
  const number = spans ? { ...part, high: upper.low, end: upper.end } : part
  return chineseDraft(page, start, number.end, number, { unit, kind: 'percent' })
}

function isTenths(plain: string, start: number, end: number): boolean {
  if (plain[end + 1] === '为') return BECOMES_AFTER.test(plain.slice(Math.max(0, start - 1), start))
  return !NOT_TENTHS.test(plain.slice(end, end + 3))
}

function readHalf(page: Page, at: number): Reading {
  const { plain } = page
  const before = plain[at - 1] ?? ''
  if (/[上下前后大一多过小折减]/.test(before) || HALF_WORD.test(plain.slice(at, at + 4)))
    return { end: at + 1, draft: null }
  // 跌半成, 升逾半成.
  if (plain[at + 1] === '成' && HALF_TENTH.test(plain.slice(at, at + 3)))
    return chineseDraft(page, at, at + 2, plainNumber(FIVE, at + 2), PERCENT)
  const unit = readUnit(page, at + 1) ?? interestAt(plain, at, at + 1)
  if (!unit || !isHalved(plain, unit)) return { end: at + 1, draft: null }
  return chineseDraft(page, at, unit.end, plainNumber(HALF, at + 1), unit)
}

function readFraction(page: Page, start: number, lower: ChineseNumber): Reading | null {
  const upper = readChineseNumber(page.source, page.plain, lower.end + 2)
  if (!upper || lower.low.top <= 0n) return null
  const value = upper.low.over(lower.low)
  return chineseDraft(
    page,
    start,
    upper.end,
    { ...upper, low: value, high: null },
    { unit: null, kind: 'number' },
  )
}

/** One digit even where a list goes on without a blank: 8成2,2004年. */
function readShareDigits({ plain, source }: Page, at: number): { low: Rational; end: number } | null {
  if (isDigit(plain.charCodeAt(at))) return { low: Rational.of(plain[at] ?? '0'), end: at + 1 }
  return readChineseNumber(source, plain, at)
}

function readTenths(page: Page, start: number, number: ChineseNumber): Reading {
  const { plain } = page
  const next = number.end + 1
  const japanese = plain[number.end] === '割'
  // 三成五 and 3割5分 are 35 %, 九成八五 is 98.5 %.
  const follows = japanese
    ? /^(?:\d|[一二三四五六七八九])分/.test(plain.slice(next, next + 2))
    : TENTHS_MORE.test(plain.slice(next, next + 3))
  const rest = follows ? readShareDigits(page, next) : null
  const units = rest && rest.end - next === 2 && !japanese ? rest.low.over(new Rational(10n)) : rest?.low
  const low = number.low.times(10n).plus(units ?? (plain[next] === '半' ? FIVE : ZERO))
  const high = number.high ? number.high.times(10n) : null
  const half = !rest && plain[next] === '半'
  const end = rest ? rest.end + (japanese ? 1 : 0) : half ? next + 1 : next
  // 已过九成: here 过 is more than, as before 亿.
  const loose = plain[start - 1] === '过'
  const read = chineseDraft(page, start, end, { ...number, low, high, startsWithScale: loose }, PERCENT)
  // 三至五成: the low end counts in tenths as well.
  if (read.draft) read.draft.factor = 10n
  return read
}
