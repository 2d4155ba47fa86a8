/** Says which of two pages copied the other, whole or in long stretches, across simplified and traditional script. */
import { compareTexts } from '#reading/near-duplicates.ts'
import { isSameOutlet, outletAt } from './relay-outlets.ts'
import type { RelayReading } from './relay-reading.ts'

/** `copy` has it from `original` as far as dates and marks tell. */
export type CopiedText = {
  copy: RelayReading
  original: RelayReading
  score: number
  words: string
  clues: string[]
}

/** A stretch this long in another's words is taken over, not met by chance; a Chinese sign carries about three letters. */
const MIN_STRETCH_LETTERS = 240
const MIN_STRETCH_SHARE = 0.15
const SHOWN_LETTERS = 300
const QUOTED = /[“「『"][^“”「」『』"]*[”」』"]/g

/** Null where the texts are no copies. Quoted words do not count as copied: every report of a speech has them. */
export function compareCopies(a: RelayReading, b: RelayReading): CopiedText | null {
  const { same, containment, shared } = compareTexts(a.page.article, b.page.article)
  const quoted = same ? [] : [...a.page.article.matchAll(QUOTED)]
  const stretch = shared.find((passage) => ownLetters(a.page.article, passage, quoted) >= MIN_STRETCH_LETTERS)
  if (!same && (stretch === undefined || containment < MIN_STRETCH_SHARE)) return null
  const { first, clue } = whichFirst(a, b)
  const [copy, original] = first === a ? [b, a] : [a, b]
  const words = (stretch ?? shared[0] ?? '').slice(0, SHOWN_LETTERS)
  const share = `${Math.round(containment * 100)}% of the shorter text stands in the longer one.`
  return { copy, original, score: containment, words, clues: [share, clue] }
}

/** Letters of a passage that stand outside of the quotations of its text. */
function ownLetters(text: string, passage: string, quoted: RegExpExecArray[]): number {
  const start = text.indexOf(passage)
  const end = start + passage.length
  return quoted.reduce((letters, match) => {
    const [from, to] = [Math.max(start, match.index), Math.min(end, match.index + match[0].length)]
    return from < to ? letters - lettersIn(text.slice(from, to)) : letters
  }, lettersIn(passage))
}

function lettersIn(text: string): number {
  let letters = 0
  for (const sign of text) letters += /\p{Script=Han}/u.test(sign) ? 3 : 1
  return letters
}

/** A mark of the other house decides before dates do; dates before kinds; else the one that Stet has known longer. */
function whichFirst(a: RelayReading, b: RelayReading): { first: RelayReading; clue: string } {
  const [aFromB, bFromA] = [namesHouseOf(a, b), namesHouseOf(b, a)]
  if (aFromB !== bFromA)
    return { first: aFromB ? b : a, clue: `One names the other’s house as where it has it from.` }
  const earlier = earlierOf(a.page.published, b.page.published)
  if (earlier !== 0)
    return {
      first: earlier < 0 ? a : b,
      clue: `Published ${a.page.published} and ${b.page.published}.`,
    }
  const kinds = [a, b].map(({ page }) => page.kind)
  if (kinds[0] !== kinds[1] && kinds.includes('repost'))
    return { first: kinds[0] === 'repost' ? b : a, clue: 'One of them is a repost.' }
  if (kinds[0] !== kinds[1] && kinds.includes('wire'))
    return { first: kinds[0] === 'wire' ? a : b, clue: 'One of them is a wire report.' }
  return { first: a, clue: 'Which of them came first is not known.' }
}

/** True where one page carries the other's house as its source. */
export function namesHouseOf(page: RelayReading, other: RelayReading): boolean {
  const at = outletAt(other.page.address)
  const [publisher] = (other.page.publisher ?? '').split(/\s*[/／|]\s*/)
  return page.houses.some(
    ({ house }) => (at && isSameOutlet(at, house)) || (publisher && isSameOutlet(publisher, house)),
  )
}

/** Negative where `a` is earlier. Where one has no time of day, only the days count. */
function earlierOf(a: string | null, b: string | null): number {
  if (!a || !b) return 0
  const timed = a.length > 10 && b.length > 10
  const [one, other] = [a, b].map((date) => Date.parse(timed ? date : date.slice(0, 10)))
  return Number.isFinite(one) && Number.isFinite(other) ? (one ?? 0) - (other ?? 0) : 0
}
