/** Joins two neighbouring figures into a range where the words between them say so: 3-5 million, 30万至50万元. */

import { englishPair, isDash } from '#reading/figure-parts/english/english-range.ts'
import { Rational } from '#reading/figure-parts/numbers/rational.ts'
import type { Draft } from './draft.ts'

const CONNECTOR = /^ ?(-|–|—|~|～|至|到|to|-to-|and|or|bis|à|a|et|y|und|から|에서) ?$/
const CONNECTOR_SIGN = /[ \-–—~～至到か에]/
/** "from 3 to 5 percent" and 从3%到5% tell a change, two figures. */
const CHANGE_BEFORE =
  /(?:(?<![a-z])(?:from|desde|pass(?:é|ée|és|ées|e|ent|er|era|ait|ant) de|pas(?:ó|a|an|ar|aron|ará|ando) de|(?:sub|baj|ca|crec)(?:ió|ó|yó|e|a|ir|er|ar|ieron|aron|en|an) de)|[从從由])\s?$/
/** 从3%到8%不等 is a span all the same. */
const SPREAD_AFTER = /^(?:不等|之间)/
/** 增加九千人至15.57万人: by how much, then to what; 增长3%至5% is a span. */
const CHINESE_CHANGE =
  /(?:增长|增加|增|减少|减|上升|上涨|上调|上行|涨|升|下降|下跌|下调|下滑|下行|跌|降|回落|扩大|收窄)[了幅]?(?:约|近|逾|超|超过)?$/
const CHANGE_RATIO = 4n
const SPAN_BEFORE = /(?:rang(?:e|es|ed|ing)|anywhere|somewhere|aged|ages|varying|varies)(?: from)? $/
const BETWEEN_BEFORE =
  /(?<![a-z])(?:between|zwischen|entre) (?:the ages of |about |around |roughly |an estimated |some )?(?:[$€£¥]|us\$)?$/

/** Null where the two stay apart; 'neither' where both are no figures (a score, a code: 3-2). */
export function joinRange(plain: string, low: Draft, high: Draft): Draft | null | 'neither' {
  if (high.start - low.end > 6 || !CONNECTOR_SIGN.test(plain[low.end] ?? '')) return null
  if (low.kind === 'ordinal' || high.kind === 'ordinal' || low.high || high.high) return null
  const connector = CONNECTOR.exec(plain.slice(low.end, Math.min(high.start, low.end + 7)))?.[1]
  if (!connector) return null
  const before = plain.slice(Math.max(0, low.start - 32), low.start)
  const pair = englishPair(plain, before, connector, low, high)
  if (pair !== 'range') return pair === 'apart' ? null : pair
  if (
    (connector === 'and' || connector === 'et' || connector === 'y' || connector === 'und') &&
    !BETWEEN_BEFORE.test(before)
  )
    return null
  // "Two or three days" is a span; "5 or 50" is a choice.
  if (
    connector === 'or' &&
    !(low.value.plus(new Rational(1n)).toString() === high.value.over(new Rational(high.factor)).toString())
  )
    return null
  // "Fell by a quarter to 410 million": a part and what remains are no range.
  if (/[a-z]/.test(plain[low.start] ?? '') && !low.value.atLeast(1n) && high.value.atLeast(1n)) return null
  if (
    !isDash(connector) &&
    CHANGE_BEFORE.test(before) &&
    !SPAN_BEFORE.test(before) &&
    !SPREAD_AFTER.test(plain.slice(high.end, high.end + 2))
  )
    return null
  if (isChange(before, connector, low, high)) return null
  if (low.unit && high.unit && low.unit !== high.unit) return null
  // 百分之五十到六十: the second number is a share too.
  const sharesUnit =
    low.kind === 'percent' && low.language === 'zh' && (connector === '到' || connector === '至')
  if (low.unit && !low.signed && !high.unit && !sharesUnit) return null
  const takesScale =
    !low.scaleWords &&
    high.factor !== 1n &&
    !(low.unit && !low.signed) &&
    // "$3 to $5 billion" shares the scale, "$800 to $1.2 billion" cannot.
    !(low.signed && high.signed && !low.value.times(high.factor).below(high.value))
  const lowValue =
    takesScale && low.value.times(high.factor).below(high.value) ? low.value.times(high.factor) : low.value
  if (!lowValue.below(high.value)) return null
  const named = high.unit ? high : low
  return {
    ...high,
    start: low.start,
    value: lowValue,
    high: high.value,
    unit: named.unit,
    kind: named.kind,
    bound: 'range',
    rate: high.rate ?? low.rate,
    tentative: false,
  }
}

function isChange(before: string, connector: string, low: Draft, high: Draft): boolean {
  if (connector !== '至' && connector !== '到') return false
  return low.unit !== null && low.value.times(CHANGE_RATIO).below(high.value) && CHINESE_CHANGE.test(before)
}
