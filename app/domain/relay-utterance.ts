/** Holds what two pages say of one speaker against each other: do they relay one utterance? */
import { foldScript } from '#reading/fold-script.ts'
import { dayInWords } from './origin-label.ts'
import { compareOccasions, isGeneric, kindOf } from './relay-occasion.ts'
import { isSameName, type ReadUtterance, type RelayReading } from './relay-reading.ts'

/** One speaker of one page, or the occasion of an origin on record (then `reading` is null). */
export type Speaking = {
  utterance: Pick<ReadUtterance, 'speaker' | 'role' | 'events' | 'days'>
  reading: RelayReading | null
}

/** `clues` are short lines for the person who decides. */
export type UtteranceMatch = {
  score: number
  basis: 'same_utterance' | 'shared_figures'
  clues: string[]
}

/** Names that people have tied together: a claimant in the desk's language, and the speaker of the quote cited for it. */
export type NamePairs = readonly (readonly [string, string])[]

const MIN_SCORE = 3
const MAX_COUNTED = 2
const DAY_MS = 86_400_000

/** Null where nothing ties them, or where the days or kinds of occasion speak against it. */
export function matchUtterances(a: Speaking, b: Speaking, pairs: NamePairs = []): UtteranceMatch | null {
  if (!isSameSpeaker(a.utterance.speaker, b.utterance.speaker, pairs)) return null
  const clues = [`Both quote ${a.utterance.speaker}.`]
  const day = dayScore(a, b, clues)
  const event = eventScore(a.utterance, b.utterance, clues)
  if (day === null || event === null) return null
  const figures = shared(figuresOf(a), figuresOf(b))
  const quotes = shared(quotesOf(a), quotesOf(b))
  if (figures.length > 0) clues.push(`Both have ${figures.slice(0, 4).join(', ')}.`)
  if (quotes.length > 0)
    clues.push(
      `Both quote ${quotes
        .slice(0, 3)
        .map((one) => `“${one}”`)
        .join(', ')}.`,
    )
  const role = isSameRole(a.utterance.role, b.utterance.role) ? 1 : 0
  const score =
    day + event + role + Math.min(figures.length, MAX_COUNTED) + Math.min(quotes.length, MAX_COUNTED)
  if (score < MIN_SCORE) return null
  if (day > 0 || event > 0) return { score, basis: 'same_utterance', clues }
  return figures.length >= 2 ? { score, basis: 'shared_figures', clues } : null
}

/** The same name, or two that people have tied together. */
export function isSameSpeaker(a: string, b: string, pairs: NamePairs): boolean {
  if (isSameName(a, b)) return true
  return pairs.some(
    ([one, other]) =>
      (isSameName(one, a) && isSameName(other, b)) || (isSameName(one, b) && isSameName(other, a)),
  )
}

/** Days that both pages name weigh most; a day of publication only says when it was said at the latest. */
function dayScore(a: Speaking, b: Speaking, clues: string[]): number | null {
  const [one, other] = [a.utterance.days[0], b.utterance.days[0]]
  if (one && other) {
    const same = a.utterance.days.find(({ date }) => b.utterance.days.some((day) => day.date === date))
    if (!same) return null
    clues.push(`Both speak of ${dayInWords(same.date)}.`)
    return 3
  }
  const days = [one?.date ?? publishedOf(a), other?.date ?? publishedOf(b)]
  if (!days[0] || !days[1]) return 0
  const apart = (Date.parse(days[1]) - Date.parse(days[0])) / DAY_MS
  // Nobody reports before it was said; later reports are common and prove nothing.
  if ((one && apart < -1) || (other && apart > 1)) return null
  if (Math.abs(apart) > 1) return 0
  clues.push(apart === 0 ? `Both are of ${dayInWords(days[0])}.` : 'They are a day apart.')
  return 1
}

const publishedOf = ({ reading }: Speaking) => reading?.page.published?.slice(0, 10) ?? null

function eventScore(a: Speaking['utterance'], b: Speaking['utterance'], clues: string[]): number | null {
  let best: number | null = 0
  let clue = ''
  for (const { name } of a.events)
    for (const { name: other } of b.events) {
      const compared = compareOccasions(name, other)
      const score =
        compared === 'other_kind'
          ? null
          : compared === 'same'
            ? 2
            : compared === 'other_name'
              ? -1
              : kindOf(name)
                ? 1
                : 0
      if (clue && (score === null || (best !== null && score <= best))) continue
      best = score
      clue =
        compared === 'other_name'
          ? `They name different occasions: “${name}” and “${other}”.`
          : `The occasion: “${name}” and “${other}”.`
    }
  if (clue && best !== null) clues.push(clue)
  return best
}

function isSameRole(a: string | null, b: string | null): boolean {
  if (!a || !b) return false
  const [one, other] = [foldScript(a).toLowerCase(), foldScript(b).toLowerCase()]
  return one.includes(other) || other.includes(one)
}

/** The most telling occasion of several pages: one with a name of its own before "a forum", the longest first. */
export function bestOccasion(utterances: readonly Pick<ReadUtterance, 'events'>[]): string | null {
  const names = utterances.flatMap(({ events }) => events.map(({ name }) => name))
  const named = names.filter((name) => !isGeneric(name))
  const [best] = (named.length > 0 ? named : names).sort((a, b) => b.length - a.length)
  return best ?? null
}

function figuresOf({ reading }: Speaking): Map<string, string> {
  return new Map(reading?.uncommon.map(({ value, unit, text }) => [`${value} ${unit ?? ''}`, text]))
}

const QUOTED = /[“「『"]([^“”「」『』"\n]{3,60})[”」』"]/g
const MIN_QUOTED_LETTERS = 12

/** Short quotations that name something: four Chinese signs, or a few words. */
function quotesOf({ reading }: Speaking): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, words = ''] of reading?.page.text.matchAll(QUOTED) ?? []) {
    const folded = foldScript(words).toLowerCase().replace(/\s+/g, '')
    const weight = /\p{Script=Han}/u.test(folded) ? folded.length * 3 : folded.length
    if (weight >= MIN_QUOTED_LETTERS) found.set(folded, words)
  }
  return found
}

function shared(a: Map<string, string>, b: Map<string, string>): string[] {
  return [...a].flatMap(([key, printed]) => (b.has(key) ? printed : []))
}
