/** Conflicts between sources that are said to relay one utterance: another venue, day, speaker, role or figure. */
import type { ComparableFigure } from '#reading/check-parts/units-agree.ts'
import { compareFigure } from '#reading/compare-figures.ts'
import { foldScript } from '#reading/fold-script.ts'
import { compareOccasions } from './relay-occasion.ts'
import type { ReadUtterance, RelayReading, Words } from './relay-reading.ts'
import { isSameSpeaker, type NamePairs } from './relay-utterance.ts'

export const CONFLICT_KINDS = ['venue', 'date', 'speaker', 'role', 'figure'] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

/** What one source says. `words` are its own, with their place in its archived text. */
export type ConflictReading = { sourceId: string; captureId: string; value: string; words: Words }

/** `subject`: the claim's figure that is told differently; null for the other kinds. */
export type SourceConflict = { kind: ConflictKind; subject: string | null; readings: ConflictReading[] }

/** `speaker`: of the origin that all of them are said to relay, null where it names none. */
export type ConflictAbout = {
  speaker: string | null
  names: NamePairs
  figures: readonly (ComparableFigure & { text: string })[]
}

/** Only what contradicts: a source that is silent or less exact ("at a forum") disagrees with nobody. */
export function conflictsAmong(readings: readonly RelayReading[], about: ConflictAbout): SourceConflict[] {
  const heard = readings.flatMap((reading) => {
    const utterance = utteranceOf(reading, about)
    return utterance ? [{ reading, utterance }] : []
  })
  return [
    ...speakers(readings, about),
    ...conflict('venue', heard, ({ events }) => events.map(({ name, words }) => [name, words]), isOtherVenue),
    ...conflict(
      'date',
      heard,
      ({ days }) => days.map(({ date, words }) => [date, words]),
      (a, b) => a !== b,
    ),
    ...conflict('role', heard, ({ role, words }) => (role ? [[role, words]] : []), isOtherRole),
    ...about.figures.flatMap((figure) => figureConflict(readings, figure)),
  ]
}

type Heard = { reading: RelayReading; utterance: ReadUtterance }

function utteranceOf(reading: RelayReading, { speaker, names }: ConflictAbout): ReadUtterance | null {
  if (!speaker) return reading.utterances[0] ?? null
  return reading.utterances.find((one) => isSameSpeaker(one.speaker, speaker, names)) ?? null
}

/** A source agrees with another as soon as one thing it says does: a report may name two days. */
function conflict(
  kind: ConflictKind,
  heard: readonly Heard[],
  saidBy: (utterance: ReadUtterance) => (readonly [string, Words])[],
  differs: (a: string, b: string) => boolean,
): SourceConflict[] {
  const said = heard.map(({ reading, utterance }) => ({ reading, said: saidBy(utterance) }))
  const clash = (a: (typeof said)[number], b: (typeof said)[number]) =>
    a.said.length > 0 &&
    b.said.length > 0 &&
    a.said.every(([one]) => b.said.every(([other]) => differs(one, other)))
  const apart = said.filter((one) => said.some((other) => other !== one && clash(one, other)))
  if (apart.length === 0) return []
  const readings = apart.map(({ reading, said: [first] }) => readingOf(reading, first?.[0] ?? '', first?.[1]))
  return [{ kind, subject: null, readings }]
}

function readingOf({ page }: RelayReading, value: string, words?: Words): ConflictReading {
  const { sourceId, captureId } = page
  return { sourceId, captureId, value, words: words ?? { text: value, start: 0, end: 0 } }
}

function isOtherVenue(a: string, b: string): boolean {
  const compared = compareOccasions(a, b)
  return compared === 'other_name' || compared === 'other_kind'
}

const HAN = /\p{Script=Han}/u

/** Roles in two languages cannot be held against each other. */
function isOtherRole(a: string, b: string): boolean {
  if (HAN.test(a) !== HAN.test(b)) return false
  const [one, other] = [a, b].map((role) =>
    foldScript(role)
      .toLowerCase()
      .replace(/^the\s+|\s+/g, ''),
  )
  return !(one ?? '').includes(other ?? '') && !(other ?? '').includes(one ?? '')
}

/** Sources that never let the origin's speaker speak, and give somebody else's words instead. */
function speakers(readings: readonly RelayReading[], about: ConflictAbout): SourceConflict[] {
  const { speaker, names } = about
  if (!speaker) return []
  const others = readings.flatMap((reading) => {
    const [first] = reading.utterances
    const silent = first && HAN.test(first.speaker) === HAN.test(speaker) && !utteranceOf(reading, about)
    return silent ? [readingOf(reading, first.speaker, first.words)] : []
  })
  if (others.length === 0) return []
  const own = readings.flatMap((reading) => {
    const said = reading.utterances.find((one) => isSameSpeaker(one.speaker, speaker, names))
    return said ? [readingOf(reading, said.speaker, said.words)] : []
  })
  return own.length === 0 ? [] : [{ kind: 'speaker', subject: null, readings: [...own, ...others] }]
}

const TELLS = ['equal', 'within_bound', 'bound_dropped', 'magnitude_slip', 'date_differs', 'different']
/** A figure this far off is of something else, unless its scale word slipped. */
const NEAR = { low: 0.5, high: 2 }

function figureConflict(
  readings: readonly RelayReading[],
  figure: ComparableFigure & { text: string },
): SourceConflict[] {
  const found = readings.flatMap((reading) => {
    const { verdict, found } = compareFigure(figure, reading.figures)
    if (!found || !TELLS.includes(verdict) || found.unit !== figure.unit) return []
    const ratio = Number(found.value) / Number(figure.value)
    if (verdict === 'different' && !(ratio > NEAR.low && ratio < NEAR.high)) return []
    const words = clauseAround(reading.page.text, found)
    return [{ told: `${found.value} ${found.bound}`, reading: readingOf(reading, found.text, words) }]
  })
  if (new Set(found.map(({ told }) => told)).size < 2) return []
  return [{ kind: 'figure', subject: figure.text, readings: found.map(({ reading }) => reading) }]
}

const MAX_CLAUSE_CHARS = 90
const STOP = /[，。；！？,;!?\n]/

/** The words around a figure up to the next stop on both sides, so that "more than" is seen too. */
function clauseAround(text: string, { start, end }: { start: number; end: number }): Words {
  let from = start
  let to = end
  while (from > 0 && start - from < MAX_CLAUSE_CHARS && !STOP.test(text[from - 1] ?? '')) from -= 1
  while (to < text.length && to - end < MAX_CLAUSE_CHARS && !STOP.test(text[to] ?? '')) to += 1
  const printed = text.slice(from, to)
  const lead = printed.length - printed.trimStart().length
  return { text: printed.trim(), start: from + lead, end: from + lead + printed.trim().length }
}
