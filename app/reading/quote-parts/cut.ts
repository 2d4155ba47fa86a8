/** Finds where a literal match cuts a number or a name in two: "40" inside "140" is another number. */
import type { QuoteDifference } from './differences.ts'

const NUMERAL = /[零〇一二三四五六七八九十百千万亿兆两兩萬億壹贰叁肆伍陆柒捌玖拾佰仟]/
const LETTER = /[\p{L}\p{M}]/u
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/
const SCALE_FOLLOWS =
  /^(?: ?[万亿兆萬億%‰％倍]|[百千十成]| ?(?:thousand|million|billion|trillion|percent|per cent|percentage|bn|tn)(?![a-z]))/
const NEGATIVE_PREFIX = /^(?:un|in|im|ir|il|non|dis|mis)$/i
const REACH = 40

/** Null where the match ends and begins between words; `start` and `end` are positions in `text`. */
export function cutAt(text: string, start: number, end: number): QuoteDifference | null {
  const first = text[start] ?? ''
  const last = text[end - 1] ?? ''
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const numberBefore = isDigit(first) ? (/(?:\d[.,]?)+$/.exec(before)?.[0] ?? '') : ''
  const numeralBefore = NUMERAL.test(first) ? trailing(before, NUMERAL) : ''
  const numberAfter = isDigit(last)
    ? (/^(?:[.,]?\d)+/.exec(after)?.[0] ?? SCALE_FOLLOWS.exec(after)?.[0] ?? '')
    : ''
  const numeralAfter = NUMERAL.test(last) ? leading(after, NUMERAL) : ''
  const headCut = numberBefore || numeralBefore
  const tailCut = numberAfter || numeralAfter
  if (headCut || tailCut) return difference(text, start, end, headCut, tailCut)
  const wordBefore = isLetter(first) ? trailing(before, LETTER) : ''
  const wordAfter = isLetter(last) ? leading(after, LETTER) : ''
  const ownHead = leading(text.slice(start, Math.min(end, start + REACH)), LETTER)
  const ownTail = trailing(text.slice(Math.max(start, end - REACH), end), LETTER)
  const nameCut = (wordBefore && /\p{Lu}/u.test(ownHead)) || (wordAfter && /\p{Lu}/u.test(ownTail))
  if (nameCut || NEGATIVE_PREFIX.test(wordBefore)) return difference(text, start, end, wordBefore, wordAfter)
  return null
}

function difference(text: string, start: number, end: number, head: string, tail: string): QuoteDifference {
  const own = text.slice(start, end)
  // Only the cut end is shown, so that a long quotation is not repeated whole.
  const shownHead = head ? edge(own, /^[\p{L}\p{M}\p{N}.,]+/u) : ''
  const shownTail = edge(own, /[\p{L}\p{M}\p{N}.,]+$/u)
  return head
    ? { kind: 'changed', inQuote: shownHead, inText: head + shownHead, hard: true }
    : { kind: 'changed', inQuote: shownTail, inText: shownTail + tail, hard: true }
}

function edge(own: string, rule: RegExp): string {
  const clipped = rule.source.startsWith('^') ? own.slice(0, REACH) : own.slice(-REACH)
  return rule.exec(clipped)?.[0] ?? clipped
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9' && sign.length === 1
}

function isLetter(sign: string): boolean {
  return LETTER.test(sign) && !CJK.test(sign)
}

function trailing(text: string, rule: RegExp): string {
  let from = text.length
  while (from > 0 && belongs(text[from - 1] ?? '', rule)) from -= 1
  return text.slice(from)
}

function leading(text: string, rule: RegExp): string {
  let to = 0
  while (to < text.length && belongs(text[to] ?? '', rule)) to += 1
  return text.slice(0, to)
}

function belongs(sign: string, rule: RegExp): boolean {
  return rule.test(sign) && (rule !== LETTER || !CJK.test(sign))
}
