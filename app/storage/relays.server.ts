/** Reads relays: the confirmed ones that sources lead through to their origins, and all there are around a claim. */
import { type ConfirmedRelay, independenceOf, provenOrigins, type RelayPlaces } from '#domain/independence.ts'
import { proposedLabel } from '#domain/origin-label.ts'
import { calledName, relayedFrom } from '#domain/relay.ts'
import type { NewOccasion, ProposedPlace, RelayProposal } from '#domain/relay-proposal.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { reopenIfSettled } from './claims.server.ts'
import type { Reader, Transaction } from './database.server.ts'
import type { Recorder } from './transaction.server.ts'

/** Longer chains of who has it from whom are not followed. */
const MAX_STEPS = 12

const RELAY_PARTS = {
  origin: { include: { utterance: true } },
  source: true,
  fromSource: true,
} satisfies Prisma.RelayInclude

export type RelayRecord = Prisma.RelayGetPayload<{ include: typeof RELAY_PARTS }>

/** Relays of the sources and of every source they lead through, oldest first. `states` leaves out the others. */
export async function relaysAround(
  db: Reader,
  sourceIds: readonly string[],
  states: RelayRecord['state'][],
): Promise<RelayRecord[]> {
  const found = new Map<string, RelayRecord>()
  const looked = new Set<string>()
  let next = [...new Set(sourceIds)]
  for (let step = 0; step < MAX_STEPS && next.length > 0; step += 1) {
    for (const id of next) looked.add(id)
    const relays = await db.relay.findMany({
      where: { sourceId: { in: next }, state: { in: states } },
      orderBy: { createdAt: 'asc' },
      include: RELAY_PARTS,
    })
    for (const relay of relays) found.set(relay.id, relay)
    const beyond = relays.flatMap(({ fromSourceId }) => fromSourceId ?? [])
    next = [...new Set(beyond)].filter((id) => !looked.has(id))
  }
  return [...found.values()]
}

/** The confirmed relays among `relays`, with the places they lead to, as domain/independence counts them. */
export function confirmedAmong(relays: readonly RelayRecord[]): {
  relays: ConfirmedRelay[]
  places: RelayPlaces
} {
  const confirmed = relays.filter(({ state }) => state === 'confirmed')
  return {
    relays: confirmed.map(({ sourceId, originId, fromSourceId, fromName }) => ({
      sourceId,
      originId,
      fromSourceId,
      fromName,
    })),
    places: {
      origins: confirmed.flatMap(({ origin }) => origin ?? []),
      sources: confirmed
        .flatMap(({ source, fromSource }) => (fromSource ? [source, fromSource] : [source]))
        .map((source) => ({ id: source.id, kind: source.kind, name: calledName(source) })),
    },
  }
}

/** Writes proposals. What came on record since they were made is left out; answers with how many were written. */
export async function insertProposals(
  tx: Transaction,
  record: Recorder,
  proposals: readonly RelayProposal[],
  now: Date,
): Promise<number> {
  const occasions = new Map<NewOccasion, string>()
  let written = 0
  for (const { sourceId, to, basis, words, evidence } of proposals) {
    const place = await placeOf(tx, record, { proposals, occasions, now }, to)
    if (await tx.relay.findFirst({ where: { sourceId, ...place } })) continue
    const { id, ...relay } = await tx.relay.create({
      data: { sourceId, ...place, state: 'proposed', basis, words, evidence, createdAt: now },
      include: RELAY_PARTS,
    })
    const from = relayedFrom(relay)
    record({
      kind: 'relay.proposed',
      subjectKind: 'source',
      subjectId: sourceId,
      payload: { relayId: id, ...place, from, basis, words, score: evidence.score },
    })
    written += 1
  }
  return written
}

type Placing = { proposals: readonly RelayProposal[]; occasions: Map<NewOccasion, string>; now: Date }

async function placeOf(tx: Transaction, record: Recorder, placing: Placing, to: ProposedPlace) {
  if (to.kind === 'source') return { fromSourceId: to.sourceId }
  if (to.kind === 'name') return { fromName: to.name }
  if (to.kind === 'origin') return { originId: to.originId }
  const known = placing.occasions.get(to.occasion)
  const originId = known ?? (await originFor(tx, record, placing, to.occasion))
  placing.occasions.set(to.occasion, originId)
  return { originId }
}

/** An occasion that somebody recorded in the meantime is used, and an utterance that a claim names; else both are new. */
async function originFor(
  tx: Transaction,
  record: Recorder,
  { proposals, now }: Placing,
  occasion: NewOccasion,
): Promise<string> {
  const { kind, speaker, role, event, spokenOn, language } = occasion
  const sourceIds = proposals.flatMap(({ sourceId, to }) =>
    to.kind === 'occasion' && to.occasion === occasion ? sourceId : [],
  )
  const sameOccasion = { speaker, spokenOn }
  const known = await tx.origin.findFirst({
    where: { utterance: sameOccasion, relays: { some: { sourceId: { in: sourceIds } } } },
  })
  if (known) return known.id
  const named = await tx.utterance.findFirst({
    where: { ...sameOccasion, claims: { some: { citations: { some: { sourceId: { in: sourceIds } } } } } },
  })
  const label = proposedLabel(kind, occasion)
  const utterance = named
    ? { connect: { id: named.id } }
    : { create: { speaker, role, event, spokenOn, language } }
  const { id } = await tx.origin.create({ data: { label, kind, createdAt: now, utterance } })
  record({
    kind: 'origin.proposed',
    subjectKind: 'origin',
    subjectId: id,
    payload: { label, kind, utterance: { speaker, role, event, spokenOn, language } },
  })
  return id
}

/** Reopens confirmed claims whose reports have turned out to come from one origin, unless they say so already. */
export async function reopenWhereOneOrigin(
  tx: Transaction,
  record: Recorder,
  sourceId: string,
  now: Date,
): Promise<void> {
  const claims = await tx.claim.findMany({
    where: { status: 'confirmed', citations: { some: { sourceId, stance: 'supports' } } },
    include: { citations: true, caveats: { where: { withdrawnAt: null, kind: 'single_origin' } } },
  })
  for (const claim of claims.filter(({ caveats }) => caveats.length === 0)) {
    const ids = claim.citations.flatMap((one) => (one.stance === 'supports' ? one.sourceId : []))
    const { relays, places } = confirmedAmong(await relaysAround(tx, ids, ['confirmed']))
    if (provenOrigins(independenceOf(ids, relays, places)) < 2)
      await reopenIfSettled(tx, record, claim, now, 'its reports come down to one origin')
  }
}
