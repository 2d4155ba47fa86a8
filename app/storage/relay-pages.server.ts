/** Reads what relays are proposed from: archived pages of sources, the relays and origins on record, and who is quoted. */
import { namedAddress } from '#domain/relay-canonical.ts'
import { type FoundQuote, namePairs } from '#domain/relay-names.ts'
import type { KnownOrigin, KnownRelay, RelayRecords } from '#domain/relay-proposal.ts'
import { type RelayPage, type RelayReading, readForRelays } from '#domain/relay-reading.ts'
import { readText, USABLE_CAPTURE } from './captures.server.ts'
import type { Reader } from './database.server.ts'
import type { Desk } from './desk.server.ts'

/** An article that cites more is compared with its newest sources only. */
const MAX_PEERS = 60
const MAX_ORIGINS = 200
/** Readings are kept by capture: the bytes never change, and reading one takes longer than fetching it. */
const MAX_KEPT_READINGS = 200
const kept = new Map<string, RelayReading>()

/** Ids of the sources that articles citing this one cite as well, itself included, newest first. */
export async function peersOf(db: Reader, sourceId: string): Promise<string[]> {
  const peers = await db.source.findMany({
    where: {
      OR: [
        { id: sourceId },
        {
          citations: {
            some: { claim: { article: { claims: { some: { citations: { some: { sourceId } } } } } } },
          },
        },
      ],
    },
    orderBy: { createdAt: 'desc' },
    take: MAX_PEERS,
    select: { id: true },
  })
  return [...new Set([sourceId, ...peers.map(({ id }) => id)])]
}

/** Sources without a usable capture are left out. Oldest source first, so that a copy of unknown date follows its original. */
export async function readRelayPages(desk: Desk, sourceIds: readonly string[]): Promise<RelayReading[]> {
  const sources = await desk.db.source.findMany({
    where: { id: { in: [...sourceIds] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { captures: { where: USABLE_CAPTURE, orderBy: { capturedAt: 'desc' }, take: 1 } },
  })
  const readings: RelayReading[] = []
  for (const source of sources) {
    const [capture] = source.captures
    if (!capture) continue
    const { id: sourceId, address, publisher, kind } = source
    const published = isoDate(source.published) ?? isoDate(capture.published)
    const page = {
      ...{
        sourceId,
        captureId: capture.id,
        address,
        publisher: publisher ?? capture.publisher,
        kind,
        published,
      },
      byline: capture.byline ?? source.author,
      language: source.language ?? capture.language,
    }
    const key = JSON.stringify(page)
    const reading = kept.get(key) ?? readForRelays({ ...page, ...(await textsOf(desk, capture)) })
    keep(key, reading)
    readings.push(reading)
  }
  return readings
}

function keep(key: string, reading: RelayReading): void {
  kept.delete(key)
  kept.set(key, reading)
  const oldest = kept.keys().next().value
  if (kept.size > MAX_KEPT_READINGS && oldest !== undefined) kept.delete(oldest)
}

/** What a page prints need not be a date at all. */
function isoDate(printed: string | null): string | null {
  return printed && /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(printed) ? printed : null
}

type StoredCapture = {
  textDigest: string
  articleDigest: string
  bodyDigest: string
  mediaType: string
  finalUrl: string
}

async function textsOf(
  desk: Desk,
  capture: StoredCapture,
): Promise<Pick<RelayPage, 'text' | 'article' | 'namedAddress'>> {
  const text = await readText(desk, capture.textDigest)
  const article = await readText(desk, capture.articleDigest)
  const isMarkup = /html/.test(capture.mediaType)
  // Addresses are ASCII, so the page's own charset need not be known to read them.
  const markup = isMarkup ? new TextDecoder('latin1').decode(await desk.blobs.get(capture.bodyDigest)) : ''
  return {
    text,
    article: article || text,
    namedAddress: namedAddress(markup, capture.finalUrl),
  }
}

/** What is on record around these sources when relays are proposed. */
export async function readRelayRecords(db: Reader, readings: readonly RelayReading[]): Promise<RelayRecords> {
  const sourceIds = readings.map(({ page }) => page.sourceId)
  const [relays, citations] = await Promise.all([
    db.relay.findMany({ where: { sourceId: { in: sourceIds } } }),
    db.citation.findMany({
      where: { sourceId: { in: sourceIds }, claim: { claimant: { not: null } } },
      select: {
        sourceId: true,
        claim: { select: { claimant: true } },
        findings: {
          where: { kind: 'quote', captureId: { in: readings.map(({ page }) => page.captureId) } },
          select: { start: true, end: true },
        },
      },
    }),
  ])
  const claimants = new Map<string, string[]>()
  const quotes: FoundQuote[] = []
  for (const { sourceId, claim, findings } of citations) {
    const claimant = claim.claimant ?? ''
    claimants.set(sourceId, [...(claimants.get(sourceId) ?? []), claimant])
    for (const { start, end } of findings)
      if (start !== null && end !== null) quotes.push({ sourceId, claimant, start, end })
  }
  return {
    relays: relays as KnownRelay[],
    origins: await readKnownOrigins(db, relays),
    names: namePairs(readings, quotes),
    claimants,
  }
}

/** Origins that the sources are tied to, and the newest others: a speech is often recorded before its next report is found. */
async function readKnownOrigins(db: Reader, relays: { originId: string | null }[]): Promise<KnownOrigin[]> {
  const tied = relays.flatMap(({ originId }) => originId ?? [])
  const include = { utterance: true } as const
  const [own, newest] = await Promise.all([
    db.origin.findMany({ where: { id: { in: tied } }, include }),
    db.origin.findMany({
      where: { id: { notIn: tied }, relays: { some: { state: { not: 'rejected' } } } },
      orderBy: { createdAt: 'desc' },
      take: MAX_ORIGINS,
      include,
    }),
  ])
  return [...own, ...newest]
}
