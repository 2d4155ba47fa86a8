/** Joins two neighbouring figures into a range where the words between them say so: 3-5 million, 30万至50万元. */
import type { Draft } from './draft.ts'
import { Rational } from './rational.ts'

const CONNECTOR = /^ ?(-|–|—|~|～|至|到|to|and|or|bis|à|a|et|y|und|から|에서) ?$/
const CONNECTOR_SIGN = /[ \-–—~～至到か에]/
/** "from 3 to 5 percent" and 从3%到5% tell a change, two figures. */
const CHANGE_BEFORE = /(?:(?<![a-z])from|[从從由])\s?$/
const SPAN_BEFORE = /(?:rang(?:e|es|ed|ing)|anywhere|somewhere)(?: from)? $/
const BETWEEN_BEFORE = /(?<![a-z])(?:between|zwischen|entre) (?:[$€£¥]|us\$)?$/

/** Null where the two stay apart; 'neither' where both are no figures (a score, a code: 3-2). */
export function joinRange(plain: string, low: Draft, high: Draft): Draft | null | 'neither' {
  if (high.start - low.end > 6 || !CONNECTOR_SIGN.test(plain[low.end] ?? '')) return null
  if (low.kind === 'ordinal' || high.kind === 'ordinal' || low.high || high.high) return null
  const connector = CONNECTOR.exec(plain.slice(low.end, Math.min(high.start, low.end + 7)))?.[1]
  if (!connector) return null
  const before = plain.slice(Math.max(0, low.start - 16), low.start)
  const bare = !low.unit && !high.unit && !low.scaleWords && !high.scaleWords
  if (connector === '-' && bare && !low.value.atLeast(1000n)) return 'neither'
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
  if (CHANGE_BEFORE.test(before) && !SPAN_BEFORE.test(before)) return null
  if (low.unit && high.unit && low.unit !== high.unit) return null
  // 百分之五十到六十: the second number is a share too.
  const sharesUnit =
    low.kind === 'percent' && low.language === 'zh' && (connector === '到' || connector === '至')
  if (low.unit && !low.signed && !high.unit && !sharesUnit) return null
  const takesScale =
    !low.scaleWords && high.factor !== 1n && !(low.signed && high.signed) && !(low.unit && !low.signed)
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
