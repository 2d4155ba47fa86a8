/** Holds the cited passages of two archived copies against each other, with a little of what stands around each. */
import { comparePassage, type Span } from '#domain/passage-change.ts'
import type { PassageSide } from './two-passages.tsx'

/** Characters shown on each side of a passage. */
const AROUND = 160
/** Further back a blank is no longer looked for: Chinese has none. */
const LONGEST_WORD = 30

type Cited = {
  id: string
  quote: string | null
  prefix: string | null
  suffix: string | null
  claim: { id: string; number: number; text: string }
}

/** `then` and `now` are all text of the two copies. Citations without words have no passage and are left out. */
export function comparedPassages(citations: Cited[], then: string, now: string) {
  return citations.flatMap(({ id, quote, prefix, suffix, claim }) => {
    if (!quote) return []
    const { before, after, ...compared } = comparePassage({ quote, prefix, suffix }, then, now)
    const { id: claimId, number, text } = claim
    return [
      {
        ...compared,
        id,
        claim: { id: claimId, number, text },
        left: around(then, before),
        right: around(now, after),
      },
    ]
  })
}

export type ComparedPassage = ReturnType<typeof comparedPassages>[number]

function around(text: string, span: Span | null): PassageSide {
  if (!span) return null
  const { start, end } = span
  return {
    before: tailOf(text.slice(0, start)),
    words: text.slice(start, end),
    after: headOf(text.slice(end)),
  }
}

/** The beginning of a text; where it is cut, not within a word, as far as it has blanks at all. */
function headOf(text: string): string {
  if (text.length <= AROUND) return text
  const cut = text.slice(0, AROUND)
  const blank = cut.search(/\s\S*$/)
  return `${(blank > AROUND - LONGEST_WORD ? cut.slice(0, blank) : cut).trimEnd()}…`
}

/** The end of a text, the same way. */
function tailOf(text: string): string {
  if (text.length <= AROUND) return text
  const cut = text.slice(-AROUND)
  const blank = cut.search(/\s/)
  return `…${(blank !== -1 && blank < LONGEST_WORD ? cut.slice(blank) : cut).trimStart()}`
}
