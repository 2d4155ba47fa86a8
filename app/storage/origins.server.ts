/** Reads what a claim's reports come down to: relays, independent origins, the graph, and where the reports contradict each other. */
import { conflictsAmong, type SourceConflict } from '#domain/conflict.ts'
import { type Independence, independenceOf } from '#domain/independence.ts'
import { type Fragility, fragilityOf } from '#domain/independence-words.ts'
import { type OriginGraph, originGraph } from '#domain/origin-graph.ts'
import type { ClaimRecord } from './claims.server.ts'
import type { Desk } from './desk.server.ts'
import { readRelayPages, readRelayRecords } from './relay-pages.server.ts'
import { confirmedAmong, type RelayRecord, relaysAround } from './relays.server.ts'

export type ClaimOrigins = {
  independence: Independence
  fragility: Fragility
  graph: OriginGraph
  /** proposals about the claim's own sources first, then about those they lead through */
  proposals: RelayRecord[]
  conflicts: SourceConflict[]
}

/** `independence` and `fragility` are of the sources in support; graph, proposals and conflicts of all that are cited. */
export async function readClaimOrigins(desk: Desk, claim: ClaimRecord): Promise<ClaimOrigins> {
  const cited = [...new Map(claim.citations.map(({ source }) => [source.id, source])).values()]
  const ids = cited.map(({ id }) => id)
  const supporting = claim.citations.filter(({ stance }) => stance === 'supports')
  const relays = await relaysAround(desk.db, ids, ['confirmed', 'proposed'])
  const confirmed = confirmedAmong(relays)
  const independence = independenceOf(
    supporting.map(({ sourceId }) => sourceId),
    confirmed.relays,
    confirmed.places,
  )
  const copies = new Map(
    supporting.flatMap(({ source }) => source.captures.map((one) => [one.id, one] as const)),
  )
  const proposals = relays.filter(({ state }) => state === 'proposed')
  const isOwn = ({ sourceId }: RelayRecord) => ids.includes(sourceId)
  return {
    independence,
    fragility: fragilityOf(independence, [...copies.values()]),
    graph: originGraph(cited, relays),
    proposals: [...proposals.filter(isOwn), ...proposals.filter((one) => !isOwn(one))],
    conflicts: await readConflicts(desk, claim, relays),
  }
}

/** Reports are held against each other where they are said, or proposed, to have one origin. */
async function readConflicts(
  desk: Desk,
  claim: ClaimRecord,
  relays: RelayRecord[],
): Promise<SourceConflict[]> {
  const ids = claim.citations.map(({ sourceId }) => sourceId)
  const standing = confirmedAmong(relays.map((relay) => ({ ...relay, state: 'confirmed' as const })))
  const { groups } = independenceOf(ids, standing.relays, standing.places)
  const shared = groups.filter(({ sourceIds }) => sourceIds.length > 1)
  if (shared.length === 0) return []
  const readings = await readRelayPages(
    desk,
    shared.flatMap(({ sourceIds }) => sourceIds),
  )
  const { names } = await readRelayRecords(desk.db, readings)
  return shared.flatMap(({ sourceIds, ends }) => {
    const end = ends.find(({ kind }) => kind === 'origin')
    const origin = relays.find(({ originId }) => originId === end?.id)?.origin
    const speaker = origin?.utterance?.speaker ?? null
    const own = readings.filter(({ page }) => sourceIds.includes(page.sourceId))
    return conflictsAmong(own, { speaker, names, figures: claim.figures })
  })
}
