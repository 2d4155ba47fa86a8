/** Says whether a quotation stands in a text, how exactly, and where. */
import type { QuoteDifference } from './quote-parts/differences.ts'
import {
  findClose,
  findEqual,
  type Passage,
  type QuoteContext,
  type SearchText,
} from './quote-parts/passage.ts'

/**
 * `verbatim`: sign by sign. `normalised`: the same but for white space, quotation marks, dashes, width or script.
 * `approximate`: small differences, none of them hard. `altered`: a number, name, negation or unit differs; never a match,
 * whatever the score. `could_not_look`: no text, or too much of it to be searched with errors.
 */
export const QUOTE_VERDICTS = [
  'verbatim',
  'normalised',
  'approximate',
  'altered',
  'absent',
  'could_not_look',
] as const
export type QuoteVerdict = (typeof QUOTE_VERDICTS)[number]

export type QuoteReading = {
  verdict: QuoteVerdict
  /** UTF-16 positions in the text as given; null unless a passage was found. */
  start: number | null
  end: number | null
  /** 1 is verbatim, 0 is absent; the share of signs that agree in between. */
  score: number
  differences: QuoteDifference[]
}

/** What an editor's mark stands for: words left out, or words of the editor's own. */
const GAP = /\[[^\][]{0,200}\]|【[…\s.]{1,10}】|[（(](?:\.{3,6}|…{1,2})[）)]|\.{3,6}|(?:\. ){2,3}\.|…+/g
/** [T]he: the editor changed the case of one letter. */
const CASE_MARK = /\[(\p{L})\](?=\p{L})/gu
const HAS_WORD = /[\p{L}\p{N}]/u
/** How far apart two parts of one quotation may stand; beyond it the parts were never one statement. */
const MAX_GAP_CHARS = 2000
const MAX_ANCHORS = 20
/** Nobody quotes in more pieces; looking for each of thousands would take seconds. */
const MAX_PIECES = 200
/** Pieces looked for in all, over every place where the quotation may be anchored. */
const MAX_LOOKS = 2000
const WORSE: QuoteVerdict[] = ['verbatim', 'normalised', 'approximate', 'altered']

/**
 * Looks for `quote` in `text` the way W3C TextQuoteSelector and TextPositionSelector describe a quotation: `prefix`, `suffix`
 * and `hint` (a UTF-16 position) choose among several occurrences. Ellipses in the quotation match left-out words, square
 * brackets the editor's own. An empty quotation is absent.
 */
export function readQuote(text: string, quote: string, context: QuoteContext = {}): QuoteReading {
  const wanted = quote.trim()
  if (!HAS_WORD.test(wanted)) return nothing('absent')
  if (!HAS_WORD.test(text)) return nothing('could_not_look')
  const searched: SearchText = { text, normal: null }
  const equal = findEqual(searched, wanted, context)[0]
  if (equal && equal.verdict !== 'altered') return equal
  const marked = withMarks(searched, wanted, context)
  if (marked && marked.verdict !== 'altered') return marked
  if (equal) return equal
  if (marked) return marked
  const pieces = parts(wanted).length
  if (pieces > 1) return nothing(pieces > MAX_PIECES ? 'could_not_look' : 'absent')
  const { passage, complete } = findClose(searched, wanted, context)
  return passage ?? nothing(complete ? 'absent' : 'could_not_look')
}

function nothing(verdict: 'absent' | 'could_not_look'): QuoteReading {
  return { verdict, start: null, end: null, score: 0, differences: [] }
}

function parts(quote: string): string[] {
  return quote
    .split(GAP)
    .map((part) => part.trim())
    .filter((part) => HAS_WORD.test(part))
}

/** Null where the quotation has no editor's marks, or where its parts do not stand in order near each other. */
function withMarks(searched: SearchText, quote: string, context: QuoteContext): Passage | null {
  const variants =
    quote.search(CASE_MARK) >= 0
      ? [
          quote.replace(CASE_MARK, (_, letter) => letter.toLowerCase()),
          quote.replace(CASE_MARK, (_, letter) => letter.toUpperCase()),
        ]
      : [quote]
  let best: Passage | null = null
  for (const variant of variants) {
    const pieces = parts(variant)
    if (pieces.length === 0 || pieces.length > MAX_PIECES) continue
    if (pieces.length === 1 && pieces[0] === quote) continue
    const found = inOrder(searched, pieces, context)
    if (found && (!best || rankOf(found) < rankOf(best))) best = found
  }
  return best
}

/** Starts from the longest part, the rarest in the text, and looks for its neighbours to both sides. */
function inOrder(searched: SearchText, pieces: string[], context: QuoteContext): Passage | null {
  const longest = pieces.reduce(
    (best, piece, index) => (piece.length > (pieces[best]?.length ?? 0) ? index : best),
    0,
  )
  const anchor = pieces[longest] ?? ''
  const anchors = Math.min(MAX_ANCHORS, Math.ceil(MAX_LOOKS / pieces.length))
  const equal = findEqual(searched, anchor, context).slice(0, anchors)
  const close = equal.length ? null : findClose(searched, anchor, context).passage
  let best: Passage | null = null
  for (const start of close ? [close] : equal) {
    const chain = chainFrom(searched.text, pieces, longest, start)
    if (chain && (!best || rankOf(chain) < rankOf(best))) best = chain
    if (best?.verdict === 'verbatim') break
  }
  return best
}

function chainFrom(text: string, pieces: string[], anchorAt: number, anchor: Passage): Passage | null {
  const chain: Passage[] = [anchor]
  let edge = anchor.end
  for (const piece of pieces.slice(anchorAt + 1)) {
    const next = within(text, edge, edge + MAX_GAP_CHARS + 2 * piece.length, piece, false)
    if (!next) return null
    chain.push(next)
    edge = next.end
  }
  edge = anchor.start
  for (const piece of pieces.slice(0, anchorAt).reverse()) {
    const previous = within(text, Math.max(0, edge - MAX_GAP_CHARS - 2 * piece.length), edge, piece, true)
    if (!previous) return null
    chain.unshift(previous)
    edge = previous.start
  }
  const worst = chain.reduce((worse, one) => (rankOf(one) > rankOf(worse) ? one : worse))
  return {
    verdict: worst.verdict,
    start: chain[0]?.start ?? anchor.start,
    end: chain.at(-1)?.end ?? anchor.end,
    score: Math.min(...chain.map((one) => one.score)),
    differences: chain.flatMap((one) => one.differences),
  }
}

function within(text: string, from: number, to: number, piece: string, last: boolean): Passage | null {
  const window: SearchText = { text: text.slice(from, to), normal: null }
  const equal = findEqual(window, piece, last ? { hint: to - from } : { hint: 0 })[0]
  const found = equal ?? findClose(window, piece, {}).passage
  return found && { ...found, start: found.start + from, end: found.end + from }
}

function rankOf(passage: Passage): number {
  return WORSE.indexOf(passage.verdict)
}
