/** Independence: confirmed relays followed to where they end, so that reports of one origin count once. */
import type { OriginKind } from './origin.ts'
import { chineseLabel } from './origin-label.ts'
import type { SourceKind } from './source.ts'

/** One confirmed relay. Exactly one of the three places it comes from is set. */
export type ConfirmedRelay = {
  sourceId: string
  originId: string | null
  fromSourceId: string | null
  fromName: string | null
}

/** What is known of the places that relays lead to. */
export type RelayPlaces = {
  /** `utteranceId`: two origins of one utterance are one */
  origins: {
    id: string
    label: string
    utteranceId: string | null
    kind?: OriginKind
    utterance?: { speaker: string; spokenOn: string | null } | null
  }[]
  sources: { id: string; name: string; kind: SourceKind }[]
}

/** Where a chain of relays ends as far as people have followed it. */
export type OriginEnd = {
  kind: 'origin' | 'source' | 'name'
  /** id of the origin or source; the name itself where nothing else is known */
  id: string
  label: string
  /** the name for Chinese print */
  labelZh: string
  /**
   * True where the information first appeared here: a recorded origin, or a primary document. A publisher known by name
   * and a report whose own origin nobody settled may both go back to one place, so they prove no independence.
   */
  seen: boolean
}

/**
 * Reports that share an end, directly or through each other. `via` are houses and reports on the way that nobody followed
 * further: beside an origin on record they are no origins of their own.
 */
export type IndependenceGroup = { sourceIds: string[]; ends: OriginEnd[]; via: OriginEnd[] }

export type Independence = {
  reports: number
  /** distinct ends that were followed to */
  origins: number
  /** ends among them where nobody saw the information first appear */
  notSeen: number
  /** reports of which nothing is confirmed: "we do not know where it is from" is not independence */
  unsettled: number
  /** settled groups first, in the order of their reports; every unsettled report is a group without ends */
  groups: IndependenceGroup[]
  /** of the ends, each once */
  labels: string[]
  labelsZh: string[]
}

const FIRST_HAND: readonly SourceKind[] = ['primary', 'official', 'dataset', 'person']

/**
 * `sourceIds` are the reports counted; `relays` may lead through sources that are not among them. Circles end in the
 * report that comes first in them.
 */
export function independenceOf(
  sourceIds: readonly string[],
  relays: readonly ConfirmedRelay[],
  places: RelayPlaces,
): Independence {
  const reports = [...new Set(sourceIds)]
  const from = new Map<string, ConfirmedRelay[]>()
  for (const relay of relays) from.set(relay.sourceId, [...(from.get(relay.sourceId) ?? []), relay])
  const relayed = new Set(reports.flatMap((id) => [...passedBy(id, from)]))
  const groups: IndependenceGroup[] = []
  const alone: IndependenceGroup[] = []
  for (const id of reports) {
    if (!from.has(id) && !relayed.has(id)) alone.push({ sourceIds: [id], ends: [], via: [] })
    else join(groups, { sourceIds: [id], ends: endsOf(id, from, places), via: [] })
  }
  for (const group of groups) setApart(group)
  const ends = groups.flatMap((group) => group.ends)
  return {
    reports: reports.length,
    origins: ends.length,
    notSeen: ends.filter(({ seen }) => !seen).length,
    unsettled: alone.length,
    groups: [...groups, ...alone],
    labels: [...new Set(ends.map(({ label }) => label))],
    labelsZh: [...new Set(ends.map(({ labelZh }) => labelZh))],
  }
}

/** Origins that may count towards independence: those that were seen, and one for all that were not where none was. */
export function provenOrigins({ origins, notSeen }: Pick<Independence, 'origins' | 'notSeen'>): number {
  return Math.max(origins - notSeen, Math.min(origins, 1))
}

/** True where a relay of `sourceId` from `fromSourceId` would close a circle with the relays there are. */
export function wouldCircle(
  relay: { sourceId: string; fromSourceId: string },
  relays: readonly Pick<ConfirmedRelay, 'sourceId' | 'fromSourceId'>[],
): boolean {
  const waiting = [relay.fromSourceId]
  const seen = new Set<string>()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === relay.sourceId) return true
    if (seen.has(id)) continue
    seen.add(id)
    for (const one of relays) if (one.sourceId === id && one.fromSourceId) waiting.push(one.fromSourceId)
  }
  return false
}

type From = ReadonlyMap<string, readonly ConfirmedRelay[]>

/** The sources that a report's relays lead through, without itself. */
function passedBy(id: string, from: From): Set<string> {
  const passed = new Set<string>()
  const waiting = [id]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const { fromSourceId } of from.get(at) ?? [])
      if (fromSourceId && !passed.has(fromSourceId)) {
        passed.add(fromSourceId)
        waiting.push(fromSourceId)
      }
  passed.delete(id)
  return passed
}

function endsOf(id: string, from: From, places: RelayPlaces): OriginEnd[] {
  const ends = new Map<string, OriginEnd>()
  const add = (end: OriginEnd) => ends.set(`${end.kind} ${end.id}`, end)
  const passed = passedBy(id, from)
  for (const at of [id, ...passed])
    for (const { originId, fromName } of from.get(at) ?? []) {
      if (originId) add(originEnd(originId, places))
      if (fromName) add({ kind: 'name', id: fromName, label: fromName, labelZh: fromName, seen: false })
    }
  const last = [...passed].filter((at) => !from.has(at))
  for (const at of passed.size === 0 && !from.has(id) ? [id] : last) add(sourceEnd(at, places))
  // Nothing but a circle: its members are one group, named by the one that sorts first.
  if (ends.size === 0) add(sourceEnd([id, ...passed].sort()[0] ?? id, places))
  return [...ends.values()]
}

function originEnd(id: string, { origins }: RelayPlaces): OriginEnd {
  const known = origins.find((origin) => origin.id === id)
  const twin = known?.utteranceId
    ? origins.find(({ utteranceId }) => utteranceId === known.utteranceId)
    : known
  const label = twin?.label ?? 'an origin'
  const labelZh = chineseLabel(label, twin?.kind, twin?.utterance)
  return { kind: 'origin', id: twin?.id ?? id, label, labelZh, seen: true }
}

function sourceEnd(id: string, { sources }: RelayPlaces): OriginEnd {
  const source = sources.find((one) => one.id === id)
  const label = source?.name ?? 'another report'
  const seen = source !== undefined && FIRST_HAND.includes(source.kind)
  return { kind: 'source', id, label, labelZh: label, seen }
}

function setApart(group: IndependenceGroup): void {
  const seen = group.ends.filter((end) => end.seen)
  if (seen.length === 0) return
  group.via = group.ends.filter((end) => !end.seen)
  group.ends = seen
}

/** Adds a report to the group it shares an end with; two groups that it ties together become one. */
function join(groups: IndependenceGroup[], added: IndependenceGroup): void {
  const isSame = (a: OriginEnd) => (b: OriginEnd) => a.kind === b.kind && a.id === b.id
  const met = groups.filter((group) => group.ends.some((end) => added.ends.some(isSame(end))))
  const [first, ...others] = met
  if (!first) {
    groups.push(added)
    return
  }
  for (const group of [...others, added]) {
    first.sourceIds.push(...group.sourceIds)
    for (const end of group.ends) if (!first.ends.some(isSame(end))) first.ends.push(end)
    if (group !== added) groups.splice(groups.indexOf(group), 1)
  }
}
