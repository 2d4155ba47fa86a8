/** What became of a cited passage between two looks at its page. Only the passage is compared, never the page. */
import { type FigureChange, figureChanges } from '#reading/changed-figures.ts'
import { type QuoteReading, readQuote } from '#reading/quote.ts'
import { differences } from '#reading/quote-parts/differences.ts'
import { normalText } from '#reading/quote-parts/normal-text.ts'

/**
 * `unchanged`: same words, same place. `moved`: same words, other neighbours. `reworded`: other words, same figures.
 * `figure_changed`: a figure of the passage has another value, unit or bound, or is no longer there. `removed`: the page is
 * there, the passage is not. `page_gone`: see domain/look. `could_not_look`: nothing is known, hence nothing is said.
 */
export const PASSAGE_CHANGES = [
  'unchanged',
  'moved',
  'reworded',
  'figure_changed',
  'removed',
  'page_gone',
  'could_not_look',
] as const
export type PassageChange = (typeof PASSAGE_CHANGES)[number]

/** What somebody is told of without asking; the rest stands in the timeline. */
export const ALERTING_CHANGES = [
  'figure_changed',
  'reworded',
  'removed',
  'page_gone',
] as const satisfies PassageChange[]

/** The citation's words with their neighbours (W3C TextQuoteSelector). */
export type CitedPassage = { quote: string; prefix: string | null; suffix: string | null }

/** A passage in a text; positions are UTF-16 units. */
export type Span = { start: number; end: number }

/** Words that differ; an empty side means that the words were added or left out. `hard`: a name, number, negation or unit. */
export type WordChange = { before: string; after: string; hard: boolean }

export type PassageComparison = {
  change: Exclude<PassageChange, 'page_gone'>
  words: WordChange[]
  figures: FigureChange[]
  /** null where the passage does not stand in that text */
  before: Span | null
  after: Span | null
}

/** Neighbours that tell a place: long enough to be rare, short enough to survive edits further off. */
const NEIGHBOUR_CHARACTERS = 60
const ANCHOR_LENGTHS = [32, 12]
const MIN_ANCHOR_CHARACTERS = 6
/** So much of what stands next to a passage must be the same for the passage to have stayed in its place. */
const SAME_PLACE_CHARACTERS = 12
/** Between its old neighbours, other words that share less than this with the passage are not the passage. */
const MIN_SHARED = 0.35
/** A passage that was rewritten may have grown, but not to a page. */
const MAX_GROWTH = 3
const MAX_GROWTH_CHARACTERS = 400
const SAME: readonly string[] = ['verbatim', 'normalised']

type Place = { words: string; prefix: string; suffix: string; span: Span | null }

/**
 * Holds the passage of one citation in `before` against `after`, both all visible text of a page. The words compared are
 * those that stood on the page, not the citation's, so that a slip in the citation is no change. A passage that was not in
 * `before` is compared in the citation's own words, and is `unchanged` where it is still not there.
 */
export function comparePassage(cited: CitedPassage, before: string, after: string): PassageComparison {
  const place = placeIn(before, cited)
  const found = readQuote(after, place.words, { prefix: place.prefix, suffix: place.suffix })
  if (found.verdict === 'could_not_look') return answer('could_not_look', place, null)
  const span = spanOf(found)
  const isSame = SAME.includes(found.verdict)
  if (isSame && isSamePlace(after, span, place)) return asItStood('unchanged', before, after, place, span)
  // The old neighbours come first: the same words elsewhere may be a headline, a teaser, another year's figure.
  const between = betweenNeighbours(after, place)
  const rewritten = between && judge(before, after, place, between)
  if (rewritten) return rewritten
  if (isSame) return asItStood('moved', before, after, place, span)
  if (!span) return answer(place.span ? 'removed' : 'unchanged', place, null)
  return (
    judge(before, after, place, span) ?? {
      ...answer('reworded', place, span),
      words: found.differences.map(({ inQuote, inText, hard }) => ({ before: inQuote, after: inText, hard })),
    }
  )
}

function placeIn(text: string, { quote, prefix, suffix }: CitedPassage): Place {
  const span = spanOf(readQuote(text, quote, { prefix: prefix ?? undefined, suffix: suffix ?? undefined }))
  if (!span) return { words: quote, prefix: prefix ?? '', suffix: suffix ?? '', span: null }
  return {
    words: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, span.start - NEIGHBOUR_CHARACTERS), span.start),
    suffix: text.slice(span.end, span.end + NEIGHBOUR_CHARACTERS),
    span,
  }
}

function spanOf({ start, end }: QuoteReading): Span | null {
  return start === null || end === null ? null : { start, end }
}

function answer(change: PassageComparison['change'], { span }: Place, after: Span | null): PassageComparison {
  return { change, words: [], figures: [], before: span, after }
}

/** The words are the same; a figure among them may still read differently by what stands right beside them. */
function asItStood(
  change: 'unchanged' | 'moved',
  before: string,
  after: string,
  place: Place,
  span: Span | null,
): PassageComparison {
  if (!place.span || !span) return answer(change, place, span)
  const figures = figureChanges({ text: before, span: place.span }, { text: after, span })
  if (!figures.some((figure) => figure.before && figure.after)) return answer(change, place, span)
  return { ...answer('figure_changed', place, span), figures }
}

/** One neighbour that stayed is enough: new paragraphs above or below do not move a passage. */
function isSamePlace(after: string, span: Span | null, place: Place): boolean {
  if (!span || !place.span) return true
  const tail = (text: string) => bare(text).slice(-SAME_PLACE_CHARACTERS)
  const head = (text: string) => bare(text).slice(0, SAME_PLACE_CHARACTERS)
  const prefix = after.slice(Math.max(0, span.start - NEIGHBOUR_CHARACTERS), span.start)
  const suffix = after.slice(span.end, span.end + NEIGHBOUR_CHARACTERS)
  return tail(prefix) === tail(place.prefix) || head(suffix) === head(place.suffix)
}

/** What now stands between the passage's old neighbours, or null where they no longer stand close to each other. */
function betweenNeighbours(after: string, place: Place): Span | null {
  for (const length of ANCHOR_LENGTHS) {
    const prefix = place.prefix.slice(-length)
    const suffix = place.suffix.slice(0, length)
    if (bare(prefix).length < MIN_ANCHOR_CHARACTERS || bare(suffix).length < MIN_ANCHOR_CHARACTERS)
      return null
    const start = anchor(after, prefix, { suffix: place.words })?.end
    if (start === undefined) continue
    const reach = Math.max(place.words.length * MAX_GROWTH, MAX_GROWTH_CHARACTERS) + suffix.length
    const end = anchor(after.slice(start, start + reach), suffix, { hint: 0 })?.start
    if (end === undefined) continue
    return trimmed(after, { start, end: start + end })
  }
  return null
}

/** A neighbour may begin in the middle of a number or a name; that does not count against it. */
function anchor(text: string, words: string, context: { suffix?: string; hint?: number }): Span | null {
  const found = readQuote(text, words, context)
  return found.score >= 0.99 ? spanOf(found) : null
}

function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = end - (words.length - words.trimEnd().length)
  return /[\p{L}\p{N}]/u.test(text.slice(from, Math.max(from, to))) ? { start: from, end: to } : null
}

/** Null where the words are the same after all, or too different to be the same passage. */
function judge(before: string, after: string, place: Place, span: Span): PassageComparison | null {
  const now = after.slice(span.start, span.end)
  const words = differences(level(place.words), level(now)).map(({ inQuote, inText, hard }) => ({
    before: inQuote,
    after: inText,
    hard,
  }))
  const was = place.span ? { text: before, span: place.span } : whole(place.words)
  const figures = figureChanges(was, { text: after, span })
  const common = { words, figures, before: place.span, after: span }
  if (figures.some((figure) => figure.before !== null)) {
    const isAnother = figures.some(
      (figure) => figure.after !== null && figure.before?.unit === figure.after.unit,
    )
    if (isAnother || sharedOf(place.words, words) >= MIN_SHARED)
      return { change: 'figure_changed', ...common }
    return null
  }
  if (words.length === 0 || sharedOf(place.words, words) < MIN_SHARED) return null
  return { change: 'reworded', ...common }
}

function whole(text: string) {
  return { text, span: { start: 0, end: text.length } }
}

/** The share of the passage's signs that still stand. */
function sharedOf(passage: string, words: WordChange[]): number {
  const lost = words.reduce((sum, { before }) => sum + bare(before).length, 0)
  return 1 - lost / Math.max(1, bare(level(passage)).length)
}

function level(text: string): string {
  return normalText(text).text.trim()
}

function bare(text: string): string {
  return level(text).replace(/\s+/g, '')
}
