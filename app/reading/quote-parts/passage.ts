/** Finds one unbroken passage in a text: literally, then levelled, then with a few errors. */
import search from 'approx-string-match'
import { cutAt } from './cut.ts'
import { differences, type QuoteDifference } from './differences.ts'
import { type NormalText, normalText } from './normal-text.ts'

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
/** Beyond these the search with errors would take seconds. */
const MAX_APPROXIMATE_TEXT = 2 * 1024 * 1024
const MAX_APPROXIMATE_QUOTE = 8000
const MAX_ERRORS = 256
const SLICE = 8192
const MAX_CANDIDATES = 2000
const EDGE_MARKS = /^["\s]+|["\s.,;:!?、]+$/g

/** Passages literally or levelled equal, best first (whole numbers and names before cut ones, then by context). */
export function findEqual(searched: SearchText, quote: string, context: QuoteContext): Passage[] {
  const exact = rank(searched.text, positions(searched.text, quote), quote.length, context, 'verbatim', null)
  if (exact.some((passage) => passage.verdict === 'verbatim')) return exact
  const normal = normalOf(searched)
  const levelled = normalText(quote).text.trim()
  const trimmed = levelled.replace(EDGE_MARKS, '')
  for (const needle of levelled === trimmed ? [levelled] : [levelled, trimmed]) {
    if (!needle) continue
    const found = positions(normal.text, needle)
    if (found.length === 0) continue
    const ranked = rank(searched.text, found, needle.length, context, 'normalised', normal)
    if (ranked.some((passage) => passage.verdict === 'normalised')) return ranked
    if (exact.length === 0) return ranked
  }
  return exact
}

/** The closest passage within the allowed errors; null where there is none or the text or quote is too long to try. */
export function findClose(searched: SearchText, quote: string, context: QuoteContext): Passage | null {
  const normal = normalOf(searched)
  const needle = normalText(quote).text.replace(EDGE_MARKS, '')
  const maxErrors = Math.min(MAX_ERRORS, Math.floor(needle.length * MAX_ERROR_SHARE))
  if (maxErrors < 1 || !canLookClosely(searched.text, needle)) return null
  const candidates = closest(normal.text, needle, maxErrors)
  let best: { passage: Passage; near: number } | null = null
  for (const candidate of candidates.slice(0, 50)) {
    const [from, to] = wholeWords(normal.text, candidate.start, candidate.end)
    const found = differences(needle, normal.text.slice(from, to))
    const start = normal.starts[from] ?? 0
    const end = normal.ends[to - 1] ?? searched.text.length
    const hard = found.some((one) => one.hard)
    const verdict = hard ? 'altered' : found.length ? 'approximate' : 'normalised'
    const near = nearness(searched.text, start, end, context) - (hard ? 0.5 : 0)
    const passage: Passage = {
      verdict,
      start,
      end,
      score: Math.max(0, 1 - candidate.errors / needle.length),
      differences: found,
    }
    if (!best || near > best.near) best = { passage, near }
  }
  return best?.passage ?? null
}

/** Whether a search with errors is possible at all within its time. */
export function canLookClosely(text: string, quote: string): boolean {
  return text.length <= MAX_APPROXIMATE_TEXT && quote.length <= MAX_APPROXIMATE_QUOTE
}

function normalOf(searched: SearchText): NormalText {
  searched.normal ??= normalText(searched.text)
  return searched.normal
}

function positions(text: string, needle: string): number[] {
  const found: number[] = []
  for (
    let at = text.indexOf(needle);
    at >= 0 && found.length < MAX_OCCURRENCES;
    at = text.indexOf(needle, at + Math.max(1, needle.length >> 1))
  )
    found.push(at)
  return found
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
    const start = normal ? (normal.starts[at] ?? 0) : at
    const end = normal ? (normal.ends[at + length - 1] ?? at) : at + length
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
  if (context.prefix)
    near += agreement(context.prefix, text.slice(Math.max(0, start - 2 * context.prefix.length), start), true)
  if (context.suffix)
    near += agreement(context.suffix, text.slice(end, end + 2 * context.suffix.length), false)
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

/**
 * The search runs slice by slice and narrows as it finds; it stops after enough equally good candidates, so that a text
 * that repeats itself cannot make it slow.
 */
function closest(text: string, needle: string, maxErrors: number) {
  const overlap = needle.length + maxErrors
  const step = Math.max(SLICE, 4 * needle.length)
  let allowed = maxErrors
  let best: { start: number; end: number; errors: number }[] = []
  for (let from = 0; from < text.length && best.length < MAX_CANDIDATES; from += step) {
    const found = search(text.slice(from, from + step + overlap), needle, allowed)
    const errors = found[0]?.errors
    if (errors === undefined) continue
    if (errors < allowed || best.length === 0) best = []
    allowed = errors
    for (const one of found) best.push({ start: from + one.start, end: from + one.end, errors })
  }
  return best
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
