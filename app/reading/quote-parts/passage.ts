/** Finds one unbroken passage in a text: literally, then levelled, then with a few errors. */
import { closeMatches } from './close-matches.ts'
import { cutAt } from './cut.ts'
import { differences, type QuoteDifference } from './differences.ts'
import { type NormalText, normalText } from './normal-text.ts'
import { occurrences } from './occurrences.ts'

type PassageVerdict = 'verbatim' | 'normalised' | 'approximate' | 'altered'
export type Passage = {
  verdict: PassageVerdict
  start: number
  end: number
  score: number
  differences: QuoteDifference[]
}
export type QuoteContext = { prefix?: string; suffix?: string; hint?: number }

/** A text that may be searched more than once; levelled only when something needs it. */
export type SearchText = { text: string; normal: NormalText | null }

const MAX_OCCURRENCES = 2000
const MAX_ERROR_SHARE = 0.2
const MAX_ERRORS = 256
/** More of the surroundings says nothing more about which place is meant. */
const MAX_CONTEXT_CHARS = 200
const OPENING_MARKS = '" '
const CLOSING_MARKS = '" .,;:!?、'

/** Passages literally or levelled equal, best first (whole numbers and names before cut ones, then by context). */
export function findEqual(searched: SearchText, quote: string, context: QuoteContext): Passage[] {
  const exact = rank(
    searched.text,
    occurrences(searched.text, quote, MAX_OCCURRENCES),
    quote.length,
    context,
    'verbatim',
    null,
  )
  if (exact.some((passage) => passage.verdict === 'verbatim')) return exact
  const normal = normalOf(searched)
  const levelled = normalText(quote).text.trim()
  const trimmed = withoutEdgeMarks(levelled)
  for (const needle of levelled === trimmed ? [levelled] : [levelled, trimmed]) {
    if (!needle) continue
    const found = occurrences(normal.text, needle, MAX_OCCURRENCES)
    if (found.length === 0) continue
    const ranked = rank(searched.text, found, needle.length, context, 'normalised', normal)
    if (ranked.some((passage) => passage.verdict === 'normalised')) return ranked
    if (exact.length === 0) return ranked
  }
  return exact
}

/** The closest passage within the allowed errors; `complete` is false where the text was too much to look through. */
export function findClose(
  searched: SearchText,
  quote: string,
  context: QuoteContext,
): { passage: Passage | null; complete: boolean } {
  const needle = withoutEdgeMarks(normalText(quote).text)
  const maxErrors = Math.min(MAX_ERRORS, Math.floor(needle.length * MAX_ERROR_SHARE))
  if (maxErrors < 1) return { passage: null, complete: true }
  const normal = normalOf(searched)
  const { matches, complete } = closeMatches(normal.units, unitsOf(needle), maxErrors)
  let best: { passage: Passage; near: number } | null = null
  for (const match of matches) {
    const [from, to] = wholeWords(normal.text, match.start, match.end)
    const found = differences(needle, normal.text.slice(from, to))
    const start = normal.startOf(from)
    const end = normal.endOf(to - 1)
    const hard = found.some((one) => one.hard)
    const verdict = hard ? 'altered' : found.length ? 'approximate' : 'normalised'
    const near = nearness(searched.text, start, end, context) - (hard ? 0.5 : 0)
    const score = Math.max(0, 1 - match.errors / needle.length)
    if (!best || near > best.near)
      best = { passage: { verdict, start, end, score, differences: found }, near }
  }
  return { passage: best?.passage ?? null, complete }
}

/** The text read last stays levelled: a page is searched for one quotation after another. */
let last: { text: string; normal: NormalText } | null = null
const MIN_KEPT_CHARS = 4096

function normalOf(searched: SearchText): NormalText {
  const { text } = searched
  if (searched.normal) return searched.normal
  const normal = last?.text === text ? last.normal : normalText(text)
  searched.normal = normal
  if (text.length >= MIN_KEPT_CHARS) last = { text, normal }
  return normal
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

/** Quotation marks and stops at the edges belong to the sentence that quotes. */
function withoutEdgeMarks(levelled: string): string {
  let from = 0
  let to = levelled.length
  while (from < to && OPENING_MARKS.includes(levelled[from] ?? '')) from += 1
  while (to > from && CLOSING_MARKS.includes(levelled[to - 1] ?? '')) to -= 1
  return levelled.slice(from, to)
}

function rank(
  text: string,
  found: number[],
  length: number,
  context: QuoteContext,
  verdict: 'verbatim' | 'normalised',
  normal: NormalText | null,
): Passage[] {
  const ranked = found.map((at) => {
    const start = normal ? normal.startOf(at) : at
    const end = normal ? normal.endOf(at + length - 1) : at + length
    const cut = normal ? cutAt(normal.text, at, at + length) : cutAt(text, at, at + length)
    const passage: Passage = {
      verdict: cut ? 'altered' : verdict,
      start,
      end,
      score: cut ? 0.99 : verdict === 'verbatim' ? 1 : 0.999,
      differences: cut ? [cut] : [],
    }
    return { passage, near: nearness(text, start, end, context) - (cut ? 10 : 0) }
  })
  // A stable sort: of equals the first in the text stays first.
  return ranked.sort((a, b) => b.near - a.near).map((one) => one.passage)
}

/** How well the surroundings agree: 2 for a whole prefix and suffix, less for a part, a little for closeness to the hint. */
function nearness(text: string, start: number, end: number, context: QuoteContext): number {
  let near = 0
  const prefix = context.prefix?.slice(-MAX_CONTEXT_CHARS)
  const suffix = context.suffix?.slice(0, MAX_CONTEXT_CHARS)
  if (prefix) near += agreement(prefix, text.slice(Math.max(0, start - 2 * prefix.length), start), true)
  if (suffix) near += agreement(suffix, text.slice(end, end + 2 * suffix.length), false)
  if (context.hint !== undefined)
    near += 0.1 * (1 - Math.abs(context.hint - start) / Math.max(1, text.length))
  return near
}

function agreement(expected: string, actual: string, fromEnd: boolean): number {
  const level = (words: string) => normalText(words).text.replace(/\s+/g, '')
  const wanted = level(expected)
  const given = level(actual)
  if (!wanted) return 0
  let same = 0
  while (
    same < wanted.length &&
    (fromEnd
      ? wanted[wanted.length - 1 - same] === given[given.length - 1 - same]
      : wanted[same] === given[same])
  )
    same += 1
  return same / wanted.length
}

/** Widened to whole words and numbers, so that 12 is compared as 112 where that is what stands there. */
function wholeWords(text: string, start: number, end: number): [number, number] {
  const joins = (at: number) => {
    const pair = text.slice(at - 1, at + 1)
    return (
      /^[a-z\u00c0-\u024f]{2}$/i.test(pair) ||
      /^\d\d$/.test(pair) ||
      /^\d[.,]\d$/.test(text.slice(at - 1, at + 2)) ||
      /^\d[.,]\d$/.test(text.slice(at - 2, at + 1))
    )
  }
  let from = start
  let to = end
  while (from > 0 && start - from < 40 && joins(from)) from -= 1
  while (to < text.length && to - end < 40 && joins(to)) to += 1
  while (from < to && text[from] === ' ') from += 1
  while (to > from && text[to - 1] === ' ') to -= 1
  return [from, to]
}
