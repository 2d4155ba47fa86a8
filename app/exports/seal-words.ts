/** Says in print whose key signed an archived copy and who else dated it. */
import { printFingerprint } from '#domain/fingerprint.ts'
import type { Seal } from '#domain/seal.ts'
import { printMoment } from './print-time.ts'

/** Hex characters of a fingerprint that print shows, as of a digest; the whole one is in the JSON and at the desk's address. */
const SHOWN_CHARACTERS = 16

/** One phrase for each that is on record; nothing for what is not. */
export function sealWords(seal: Seal | null | undefined): string[] {
  const phrases: string[] = []
  if (seal?.signedBy) {
    const shown = printFingerprint(seal.signedBy).slice(0, SHOWN_CHARACTERS + SHOWN_CHARACTERS / 4 - 1)
    phrases.push(`signed with key ${shown}…`)
  }
  if (seal?.stampedAt) phrases.push(`dated ${printMoment(seal.stampedAt)} by ${seal.authority}`)
  return phrases
}
