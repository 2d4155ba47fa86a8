/** Proposes the speech, interview or statement that several pages relay: an origin on record, or a new one. */
import { compareOccasions, kindOf } from './relay-occasion.ts'
import type { NewOccasion, RelayProposal, RelayRecords } from './relay-proposal.ts'
import type { ReadUtterance, RelayReading } from './relay-reading.ts'
import {
  bestOccasion,
  isSameSpeaker,
  matchUtterances,
  type Speaking,
  type UtteranceMatch,
} from './relay-utterance.ts'

type Candidate = Speaking & { utterance: ReadUtterance; reading: RelayReading }
/** `originId` null: the occasion is new. */
type Tie = { candidate: Candidate; originId: string | null; match: UtteranceMatch; with: Candidate | null }

/** Every page among `subjectIds` or tied to one of them gets one occasion at most. */
export function proposeOccasions(
  readings: readonly RelayReading[],
  subjectIds: ReadonlySet<string>,
  records: RelayRecords,
): RelayProposal[] {
  const candidates = readings.flatMap((reading) => mainSpeakers(reading, records))
  const proposals: RelayProposal[] = []
  const settled = new Map<Candidate, string>()
  for (const candidate of candidates) {
    const known = originOnRecord(candidate, records)
    if (known) settled.set(candidate, known)
  }
  const isOpen = (one: Candidate) => !settled.has(one) && !isRefused(one, records)
  const put = ({ candidate, originId, match }: Tie) => {
    if (!originId) return
    settled.set(candidate, originId)
    proposals.push(proposal(candidate, { kind: 'origin', originId }, match))
  }
  // First what is on record, then pages that agree with a page tied to it, as long as any is added.
  for (const one of candidates) if (isOpen(one)) put(tieToOrigin(one, records) ?? nothing(one))
  for (let before = -1; before !== settled.size; ) {
    before = settled.size
    for (const one of candidates) if (isOpen(one)) put(tieToPage(one, settled, records) ?? nothing(one))
  }
  for (const group of newGroups(candidates.filter(isOpen), subjectIds, records)) {
    const occasion = occasionOf(group.map(({ candidate }) => candidate))
    for (const { candidate, match } of group)
      proposals.push(proposal(candidate, { kind: 'occasion', occasion }, match))
  }
  return proposals
}

const nothing = (candidate: Candidate): Tie => ({
  candidate,
  originId: null,
  match: { score: 0, basis: 'same_utterance', clues: [] },
  with: null,
})

/** Whoever a claim says it was, and whoever the page lets speak most. */
function mainSpeakers(reading: RelayReading, { claimants, names }: RelayRecords): Candidate[] {
  const most = reading.utterances[0]?.count ?? 0
  const wanted = claimants.get(reading.page.sourceId) ?? []
  return reading.utterances
    .filter(
      ({ speaker, count }) => count === most || wanted.some((name) => isSameSpeaker(name, speaker, names)),
    )
    .map((utterance) => ({ utterance, reading }))
}

/** The origin that the page is tied to already, by a proposal or a person's word, for this speaker. */
function originOnRecord({ utterance, reading }: Candidate, records: RelayRecords): string | null {
  const { relays, origins, names } = records
  const tied = relays.filter(
    ({ sourceId, state }) => sourceId === reading.page.sourceId && state !== 'rejected',
  )
  const origin = origins.find(
    (one) =>
      tied.some(({ originId }) => originId === one.id) &&
      (!one.utterance || isSameSpeaker(one.utterance.speaker, utterance.speaker, names)),
  )
  return origin?.id ?? null
}

/** A person has said no to this page relaying this speaker's occasion: it is not proposed under another name. */
function isRefused({ utterance, reading }: Candidate, { relays, origins, names }: RelayRecords): boolean {
  return relays.some(({ sourceId, originId, state }) => {
    const origin = origins.find(({ id }) => id === originId)
    if (sourceId !== reading.page.sourceId || state !== 'rejected' || !origin?.utterance) return false
    if (!isSameSpeaker(origin.utterance.speaker, utterance.speaker, names)) return false
    const { spokenOn } = origin.utterance
    return !spokenOn || utterance.days.length === 0 || utterance.days.some(({ date }) => date === spokenOn)
  })
}

function tieToOrigin(candidate: Candidate, { origins, names }: RelayRecords): Tie | null {
  const ties = origins.flatMap(({ id, utterance }) => {
    if (!utterance) return []
    const match = matchUtterances(candidate, speakingOf(utterance), names)
    return match ? [{ candidate, originId: id, match, with: null }] : []
  })
  return best(ties)
}

function speakingOf(utterance: NonNullable<RelayRecords['origins'][number]['utterance']>): Speaking {
  const { speaker, role, event, spokenOn } = utterance
  const words = { text: '', start: 0, end: 0 }
  return {
    reading: null,
    utterance: {
      speaker,
      role,
      events: event ? [{ name: event, words }] : [],
      days: spokenOn ? [{ date: spokenOn, words }] : [],
    },
  }
}

function tieToPage(candidate: Candidate, settled: Map<Candidate, string>, records: RelayRecords): Tie | null {
  const ties = [...settled].flatMap(([other, originId]) => {
    const match =
      other.reading === candidate.reading ? null : matchUtterances(candidate, other, records.names)
    return match ? [{ candidate, originId, match, with: other }] : []
  })
  return best(ties)
}

function best(ties: Tie[]): Tie | null {
  return [...ties].sort((a, b) => b.match.score - a.match.score)[0] ?? null
}

/** Pages that agree with each other and with no origin on record. A group without a subject is left for its own turn. */
function newGroups(open: Candidate[], subjectIds: ReadonlySet<string>, { names }: RelayRecords): Tie[][] {
  const groups: Tie[][] = []
  for (const candidate of open) {
    const ties = open.flatMap((other) => {
      const match = other.reading === candidate.reading ? null : matchUtterances(candidate, other, names)
      return match ? [{ candidate, originId: null, match, with: other }] : []
    })
    const tie = best(ties)
    if (!tie) continue
    const met = groups.filter((group) =>
      group.some((one) => ties.some((own) => own.with === one.candidate) || one.with === candidate),
    )
    const [first = [], ...others] = met
    if (met.length === 0) groups.push(first)
    first.push(tie, ...others.flat())
    for (const group of others) groups.splice(groups.indexOf(group), 1)
  }
  return groups
    .map(onePerPage)
    .filter(
      (group) =>
        group.length > 1 && group.some(({ candidate }) => subjectIds.has(candidate.reading.page.sourceId)),
    )
}

/** A page with two speakers may agree with others on both; the better tie stays. */
function onePerPage(group: Tie[]): Tie[] {
  const byPage = new Map<string, Tie>()
  for (const tie of group) {
    const { sourceId } = tie.candidate.reading.page
    const known = byPage.get(sourceId)
    if (!known || known.match.score < tie.match.score) byPage.set(sourceId, tie)
  }
  return [...byPage.values()]
}

function occasionOf(group: Candidate[]): NewOccasion {
  const utterances = group.map(({ utterance }) => utterance)
  const event = bestOccasion(utterances)
  const kind = event && kindOf(event)
  const longest = (names: string[]) => [...names].sort((a, b) => b.length - a.length)[0]
  const named = utterances.filter(
    ({ events }) => !event || events.some(({ name }) => compareOccasions(name, event) !== 'other_name'),
  )
  return {
    kind: kind === 'interview' ? 'interview' : kind ? 'speech' : 'other',
    speaker: longest(utterances.map(({ speaker }) => speaker)) ?? '',
    role: longest(utterances.flatMap(({ role }) => role ?? [])) ?? null,
    event,
    spokenOn: [...named, ...utterances].flatMap(({ days }) => days)[0]?.date ?? null,
    language: group[0]?.reading.page.language ?? null,
  }
}

function proposal(
  { utterance, reading }: Candidate,
  to: RelayProposal['to'],
  match: UtteranceMatch,
): RelayProposal {
  const { words } = utterance
  const { sourceId, captureId } = reading.page
  const at = { start: words.start, end: words.end }
  return {
    sourceId,
    to,
    basis: match.basis,
    words: words.text,
    evidence: { score: match.score, clues: match.clues, captureId, at },
  }
}
