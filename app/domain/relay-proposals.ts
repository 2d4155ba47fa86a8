/** Proposes where sources have their information from: relays for a person to confirm or reject, never confirmed by a machine. */
import { type ConfirmedRelay, wouldCircle } from './independence.ts'
import { proposeOccasions } from './relay-occasions.ts'
import { isSameOutlet } from './relay-outlets.ts'
import type { ProposedPlace, RelayProposal, RelayRecords } from './relay-proposal.ts'
import type { RelayReading } from './relay-reading.ts'
import { type CopiedText, compareCopies, namesHouseOf } from './relay-same-text.ts'
import { canonicalAddress } from './source.ts'

/** A page that names more houses than this is a press review. */
const MAX_HOUSES = 5

/**
 * Holds every page of `subjectIds` against all others. What is on record in any state is not proposed again, rejected
 * relays least of all; nothing that would close a circle is. Grows with subjects times pages.
 */
export function proposeRelays(
  readings: readonly RelayReading[],
  subjectIds: ReadonlySet<string>,
  records: RelayRecords,
): RelayProposal[] {
  const kept: RelayProposal[] = []
  const standing: ConfirmedRelay[] = records.relays.filter(({ state }) => state !== 'rejected')
  const keep = (proposal: RelayProposal) => {
    const { sourceId, to } = proposal
    const fromSourceId = to.kind === 'source' ? to.sourceId : null
    if (isKnown(proposal, records, kept)) return
    if (fromSourceId !== null && wouldCircle({ sourceId, fromSourceId }, standing)) return
    kept.push(proposal)
    standing.push({ sourceId, originId: null, fromSourceId, fromName: null })
  }
  const copies: CopiedText[] = []
  for (const one of readings.filter(({ page }) => subjectIds.has(page.sourceId))) {
    for (const proposal of namedHouses(one, readings)) keep(proposal)
    for (const proposal of namedAddressOf(one, readings)) keep(proposal)
    for (const other of readings) {
      const isDone = subjectIds.has(other.page.sourceId) && readings.indexOf(other) < readings.indexOf(one)
      const found = other === one || isDone ? null : compareCopies(one, other)
      if (found) copies.push(found)
    }
  }
  for (const found of fromFirst(copies, standing)) keep(copied(found))
  for (const proposal of proposeOccasions(readings, subjectIds, records)) keep(proposal)
  return kept
}

function isKnown({ sourceId, to }: RelayProposal, records: RelayRecords, kept: RelayProposal[]): boolean {
  const isSamePlace = (place: ProposedPlace) =>
    (place.kind === 'source' && to.kind === 'source' && place.sourceId === to.sourceId) ||
    (place.kind === 'origin' && to.kind === 'origin' && place.originId === to.originId) ||
    (place.kind === 'name' && to.kind === 'name' && isSameOutlet(place.name, to.name)) ||
    (place.kind === 'occasion' && to.kind === 'occasion')
  if (kept.some((one) => one.sourceId === sourceId && isSamePlace(one.to))) return true
  return records.relays.some(
    (relay) =>
      relay.sourceId === sourceId &&
      ((to.kind === 'source' && relay.fromSourceId === to.sourceId) ||
        (to.kind === 'origin' && relay.originId === to.originId) ||
        (to.kind === 'name' && relay.fromName !== null && isSameOutlet(relay.fromName, to.name))),
  )
}

/** A house that the page names: its own page among the sources where there is one of the same story, else its name. */
function namedHouses(one: RelayReading, readings: readonly RelayReading[]): RelayProposal[] {
  return one.houses.slice(0, MAX_HOUSES).map(({ house, basis, words, at }) => {
    const original = readings.find(
      (other) =>
        other !== one &&
        namesHouseOf({ ...one, houses: [{ house, basis, words, at }] }, other) &&
        isSameStory(one, other),
    )
    const clues = [`“${words}” names ${house}.`]
    const to: ProposedPlace = original
      ? { kind: 'source', sourceId: original.page.sourceId }
      : { kind: 'name', name: house }
    const evidence = {
      score: 1,
      clues,
      captureId: one.page.captureId,
      at: at && { start: at.start, end: at.end },
    }
    return { sourceId: one.page.sourceId, to, basis, words, evidence }
  })
}

/** One house has many pages: only one with a figure or a speaker of this page is what it may have taken. */
function isSameStory(a: RelayReading, b: RelayReading): boolean {
  const values = new Set(b.uncommon.map(({ value }) => value))
  return (
    a.uncommon.some(({ value }) => values.has(value)) ||
    a.utterances.some(({ speaker }) => b.utterances.some((other) => other.speaker === speaker)) ||
    compareCopies(a, b) !== null
  )
}

function namedAddressOf(one: RelayReading, readings: readonly RelayReading[]): RelayProposal[] {
  const { namedAddress: named, sourceId, captureId, address } = one.page
  const [host, own] = [URL.parse(named ?? '')?.hostname, URL.parse(address)?.hostname]
  if (!named || !host) return []
  const folded = canonicalAddress(named)
  const original = readings.find((other) => other !== one && canonicalAddress(other.page.address) === folded)
  // Another address at the same site is the same page in another dress.
  if (!original && bareHost(host) === bareHost(own ?? '')) return []
  const to: ProposedPlace = original
    ? { kind: 'source', sourceId: original.page.sourceId }
    : { kind: 'name', name: bareHost(host) }
  const evidence = { score: 1, clues: [`The page names ${named} as its address.`], captureId, at: null }
  return [{ sourceId, to, basis: 'canonical_link', words: named, evidence }]
}

const bareHost = (host: string) => host.replace(/^(?:www|m|mobile|amp)\./, '')

/**
 * Of many copies of one text each is said to have it from the first alone, not from every other copy. One that is tied to
 * another copy already is left as it is.
 */
function fromFirst(copies: CopiedText[], standing: readonly ConfirmedRelay[]): CopiedText[] {
  const isCopy = (id: string) =>
    copies.some(({ copy }) => copy.page.sourceId === id) ||
    standing.some(({ sourceId, fromSourceId }) => sourceId === id && fromSourceId !== null)
  return [...new Set(copies.map(({ copy }) => copy))].flatMap((copy) => {
    const found = copies.filter((one) => one.copy === copy).sort((a, b) => b.score - a.score)
    const originals = found.map(({ original }) => original.page.sourceId)
    const isTied = standing.some(
      ({ sourceId, fromSourceId }) =>
        sourceId === copy.page.sourceId && fromSourceId !== null && originals.includes(fromSourceId),
    )
    const first = found.find(({ original }) => !isCopy(original.page.sourceId)) ?? found[0]
    return first && !isTied ? [first] : []
  })
}

function copied({ copy, original, score, words, clues }: CopiedText): RelayProposal {
  const start = copy.page.text.indexOf(words.slice(0, 40))
  const at = start < 0 ? null : { start, end: Math.min(start + words.length, copy.page.text.length) }
  return {
    sourceId: copy.page.sourceId,
    to: { kind: 'source', sourceId: original.page.sourceId },
    basis: 'same_text',
    words,
    evidence: { score: Math.round(score * 100) / 100, clues, captureId: copy.page.captureId, at },
  }
}
