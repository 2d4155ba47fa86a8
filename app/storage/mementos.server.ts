/** Reads the captures of an address in order of time. */
import { canonicalAddress } from '#domain/source.ts'
import { USABLE_CAPTURE } from './captures.server.ts'
import type { Reader } from './database.server.ts'

export type HeldMementos = { address: string; captures: { id: string; capturedAt: Date }[] }

/** `openOnly` leaves out what an article that is not open cites: nobody outside may learn that it is looked at. Null: nothing is held. */
export function findMementos(db: Reader, address: string, openOnly: boolean): Promise<HeldMementos | null> {
  if (!URL.canParse(address)) return Promise.resolve(null)
  return read(db, { canonicalAddress: canonicalAddress(address) }, openOnly)
}

/** The same for the source of one capture, with the digest of that capture's text. */
export async function findMemento(db: Reader, captureId: string, openOnly: boolean) {
  const capture = await db.capture.findFirst({
    where: { id: captureId, ...USABLE_CAPTURE },
    select: { id: true, capturedAt: true, sourceId: true, textDigest: true },
  })
  const held = capture && (await read(db, { id: capture.sourceId }, openOnly))
  return held && { ...held, capture }
}

async function read(
  db: Reader,
  source: { canonicalAddress: string } | { id: string },
  openOnly: boolean,
): Promise<HeldMementos | null> {
  const closed = { citations: { some: { claim: { article: { sensitivity: { not: 'open' as const } } } } } }
  const found = await db.source.findFirst({
    where: openOnly ? { ...source, NOT: closed } : source,
    select: {
      address: true,
      captures: {
        where: USABLE_CAPTURE,
        orderBy: { capturedAt: 'asc' },
        select: { id: true, capturedAt: true },
      },
    },
  })
  return found && found.captures.length > 0 ? found : null
}
