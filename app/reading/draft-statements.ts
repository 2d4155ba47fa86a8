/** Reads every checkable statement of a draft, each with an id that outlives edits elsewhere. */
import { sentenceStarts } from './attribution-parts/place.ts'
import { readQuoted } from './attribution-parts/quoted.ts'
import { readAttributions } from './attributions.ts'
import { plainWidth } from './figure-parts/shared/plain-width.ts'
import { readFigures } from './figures.ts'
import { readPeriods } from './periods.ts'
import { sentencesOf } from './statement-parts/sentences.ts'
import { superlatives } from './statement-parts/superlatives.ts'

export const STATEMENT_MARKS = ['figure', 'quotation', 'attribution', 'superlative', 'date', 'link'] as const
export type StatementMark = { kind: (typeof STATEMENT_MARKS)[number]; start: number; end: number }

export type ReadStatement = {
  /** The sentence levelled, with `~2` from its second occurrence on; the same while its words and digits are the same. */
  id: string
  /** As it stands in the draft, markup included; positions are UTF-16 units of the draft. */
  text: string
  start: number
  end: number
  /** What in it can be checked, in order; never empty. */
  marks: StatementMark[]
}

const LINK =
  /\[([^[\]\n]{0,500})\]\((https?:\/\/[^\s)]{1,2000})\)|<?https?:\/\/[^\s<>()"“”，。；（）【】]{1,2000}>?/g
/** Shorter ones are names and ironic words, unless somebody is said to have said them. */
const MIN_QUOTATION_CHARS = 10
/** Any day will do: only the place of "yesterday" is asked for. */
const ANY_DAY = '2000-06-15'

/**
 * One statement per sentence that has a figure, quotation, attribution, superlative, date or link. Headings, quoted blocks,
 * tables and lists of links are left out. An id changes with the sentence's own letters, digits and signs of number, not
 * with its punctuation, markup or the address of a link, nor with anything outside it. Reads in linear time.
 */
export function readStatements(draft: string, options: { language?: string } = {}): ReadStatement[] {
  const written = withoutAddresses(draft)
  const plain = plainWidth(written)
  const quoted = readQuoted(written)
  const periods = readPeriods(written, { ...options, referenceDate: ANY_DAY })
  const attributions = readAttributions(written, { ...options, periods })
  const kept = attributions
    .filter(({ said }) => said !== null)
    .map(({ words, said }) => ({
      start: Math.min(words.start, said?.start ?? words.start),
      end: Math.max(words.end, said?.end ?? words.end),
    }))
  const sentences = sentencesOf(draft, sentenceStarts(quoted.bare), merged([...kept, ...quoted.spans]))
  const said = new Set(attributions.map((one) => one.said?.start))
  const marks: StatementMark[] = [
    ...readFigures(written, options)
      .filter(({ kind }) => kind !== 'ordinal')
      .map(({ start, end }) => ({ kind: 'figure' as const, start, end })),
    ...quoted.spans
      .filter(({ start, end }) => end - start - 2 >= MIN_QUOTATION_CHARS || said.has(start))
      .map(({ start, end }) => ({ kind: 'quotation' as const, start, end })),
    ...attributions.map(({ words }) => ({
      kind: 'attribution' as const,
      start: words.start,
      end: words.end,
    })),
    ...superlatives(plain).map((span) => ({
      kind: 'superlative' as const,
      ...span,
    })),
    ...periods.map(({ start, end }) => ({ kind: 'date' as const, start, end })),
    ...Array.from(draft.matchAll(LINK), (match) => ({
      kind: 'link' as const,
      start: match.index,
      end: match.index + match[0].length,
    })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  return identified(draft, plain, sentences, marks)
}

/** `plain` is what is written in the draft, addresses left out, in plain width. */
function identified(
  draft: string,
  plain: string,
  sentences: { start: number; end: number }[],
  marks: StatementMark[],
): ReadStatement[] {
  const seen = new Map<string, number>()
  const statements: ReadStatement[] = []
  let next = 0
  for (const { start, end } of sentences) {
    while (next < marks.length && (marks[next]?.start ?? 0) < start) next += 1
    if ((marks[next]?.start ?? draft.length) >= end) continue
    const own: StatementMark[] = []
    for (; next < marks.length && (marks[next]?.start ?? 0) < end; next += 1) {
      const mark = marks[next]
      if (mark && mark.end <= end) own.push(mark)
    }
    if (own.length === 0) continue
    const levelled = levelledSentence(plain.slice(start, end))
    const occurrence = (seen.get(levelled) ?? 0) + 1
    seen.set(levelled, occurrence)
    const id = occurrence > 1 ? `${levelled}~${occurrence}` : levelled
    statements.push({ id, text: draft.slice(start, end), start, end, marks: own })
  }
  return statements
}

/** Signs that may change a number stay, everything else but letters and digits goes. */
const NOT_LEVELLED = /[^\p{L}\p{M}\p{N}%‰$€£¥°.+ -]+/gu
/** 1.5 is not 15 and -3 not 3: other points and hyphens are punctuation. */
const NOT_OF_NUMBER = /\.(?!\d)|(?<!\d)\.|[-+](?!\d)|(?<=[\p{L}\p{N}])[-+]/gu

/** `plain` is a sentence in lower case, plain width and one script. */
function levelledSentence(plain: string): string {
  return plain
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(NOT_LEVELLED, ' ')
    .replace(NOT_OF_NUMBER, ' ')
    .trim()
    .replace(/ +/g, '_')
}

/** The same length, with the addresses of links blanked: their digits and stops are not the draft's. */
function withoutAddresses(draft: string): string {
  return draft.replace(LINK, (link, label: string | undefined) =>
    label === undefined ? ' '.repeat(link.length) : ` ${label} ${' '.repeat(link.length - label.length - 2)}`,
  )
}

function merged(spans: { start: number; end: number }[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = []
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}
