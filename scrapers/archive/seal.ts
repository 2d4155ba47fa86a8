/** Seals a WACZ: states the digest of its list of files, signs it, and has a third party date it. */
import type { SealNotes } from '#scrapers/contract.ts'
import { sha256Digest } from './digest.ts'
import type { Signer } from './signer.ts'
import type { Stamped, Stamper } from './stamper.ts'

/** What there is to seal with. Without a signer or a stamper the file is as whole, but nobody vouches for it. */
export type Sealing = {
  signer: Signer | null
  stamper: Stamper | null
  signal: AbortSignal
  now: () => Date
}

const DATAPACKAGE = 'datapackage.json'

/**
 * The content of datapackage-digest.json over the bytes of datapackage.json: `signedData` in the anonymous form of
 * wacz-auth 0.1.0, whose signature covers the UTF-8 text `sha256:<hex>`; `timestamp` beside it, since a file that is not
 * listed in datapackage.json may not be in a WACZ and this one cannot be listed: it is made from the list's digest. Its
 * `token` is a TimeStampResp over datapackage.json, in base64. An authority that gives none is on record with its reason.
 */
export async function sealDatapackage(
  datapackage: Uint8Array,
  software: string,
  sealing: Sealing | null,
): Promise<{ seal: Record<string, unknown>; notes: SealNotes }> {
  const hash = sha256Digest(datapackage)
  const seal: Record<string, unknown> = { path: DATAPACKAGE, hash }
  const notes: SealNotes = { signedBy: null, timestamp: { state: 'not_asked' } }
  if (!sealing) return { seal, notes }
  const { signer, stamper, signal, now } = sealing
  if (signer) {
    const created = now().toISOString()
    seal.signedData = {
      hash,
      created,
      software,
      signature: await signer.sign(hash),
      publicKey: signer.publicKey,
    }
    notes.signedBy = signer.fingerprint
  }
  if (stamper) {
    const stamped = await stamper(datapackage, signal)
    notes.timestamp = noteOf(stamped)
    seal.timestamp = stamped.ok
      ? { type: 'RFC 3161', ...notes.timestamp, token: Buffer.from(stamped.response).toString('base64') }
      : { type: 'RFC 3161', ...notes.timestamp, askedAt: now().toISOString() }
  }
  return { seal, notes }
}

function noteOf(stamped: Stamped): SealNotes['timestamp'] {
  if (stamped.ok) return { state: 'stamped', authority: stamped.authority, time: stamped.time.toISOString() }
  const { authority, reason, message } = stamped
  return { state: 'not_stamped', authority, reason, message }
}
