/** Reads what is known of a claim's pages already: the addresses that were named, and the captured pages of its sources. */
import type { Reader } from './database.server.ts'
import type { Desk } from './desk.server.ts'

/** A captured page: bytes of the page itself, and the address they came from. */
type StoredPage = { address: string; body: Uint8Array; mediaType: string; httpCharset: string | null }

/** Addresses of the sources that a claim cites, oldest citation first. */
export async function knownAddresses(db: Reader, claimId: string): Promise<string[]> {
  const citations = await db.citation.findMany({
    where: { claimId },
    orderBy: { createdAt: 'asc' },
    select: { source: { select: { address: true } } },
  })
  return citations.map(({ source }) => source.address)
}

/** The newest capture of every source that a claim cites, as bytes. Sources without a capture are left out. */
export async function pagesOfClaim({ db, blobs }: Desk, claimId: string): Promise<StoredPage[]> {
  const captures = await db.capture.findMany({
    where: { source: { citations: { some: { claimId } } } },
    orderBy: { capturedAt: 'desc' },
    distinct: ['sourceId'],
    select: { finalUrl: true, bodyDigest: true, mediaType: true, charset: true },
  })
  return Promise.all(
    captures.map(async ({ finalUrl, bodyDigest, mediaType, charset }) => ({
      address: finalUrl,
      body: await blobs.get(bodyDigest),
      mediaType,
      httpCharset: charset,
    })),
  )
}
