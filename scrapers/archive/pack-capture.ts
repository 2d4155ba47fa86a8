/** Turns a page brought home into the archive that is kept: a WACZ of our own, or the one that a person brought. */
import type { Fetched, Packed, PageReading } from '#scrapers/contract.ts'
import { createSigner } from './signer.ts'
import type { Stamper } from './stamper.ts'
import { writeWacz } from './write-wacz.ts'

export type PackSettings = {
  /** name and version of the writing software */
  software: string
  /** PKCS #8 PEM on P-384, or null: archives are then unsigned */
  signingKeyPem: string | null
  stamper: Stamper | null
  now?: () => Date
}

export type Pack = (page: { fetched: Fetched; reading: PageReading }, signal: AbortSignal) => Promise<Packed>

/**
 * Makes the packer. What a person brought as a WACZ stays as it came, byte for byte: repacking it would put our name
 * under somebody else's recording. `signal` ends the wait for a timestamp; the archive is made all the same.
 */
export function createPack(settings: PackSettings): Pack {
  const { software, signingKeyPem, stamper, now = () => new Date() } = settings
  const signer = signingKeyPem === null ? null : createSigner(signingKeyPem)
  return async ({ fetched, reading }, signal) => {
    if (fetched.broughtWacz)
      return { wacz: fetched.broughtWacz, seal: { signedBy: null, timestamp: { state: 'not_asked' } } }
    return writeWacz({ fetched, reading, software, sealing: { signer, stamper, signal, now } })
  }
}
