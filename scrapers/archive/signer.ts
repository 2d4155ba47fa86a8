/** Signs captures as ArchiveWeb.page does, so that any player shows who vouches for them. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { promisify } from 'node:util'

export type Signer = {
  /** DER SubjectPublicKeyInfo in base64 */
  publicKey: string
  /** hex SHA-256 of the DER SubjectPublicKeyInfo */
  fingerprint: string
  /** base64 of the raw r‖s form (IEEE P1363) of an ECDSA signature with SHA-256 over the UTF-8 bytes of `text` */
  sign: (text: string) => Promise<string>
}

/** P-384 takes most of a millisecond: another thread signs. */
const signAside = promisify(sign)

/** A signer for a PKCS #8 private key on P-384 in PEM. Throws for any other: players check no other without a certificate. */
export function createSigner(privateKeyPem: string): Signer {
  const key = createPrivateKey(privateKeyPem)
  if (key.asymmetricKeyDetails?.namedCurve !== 'secp384r1')
    throw new Error('Captures are signed with a key on P-384 (secp384r1) only.')
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return {
    publicKey: spki.toString('base64'),
    fingerprint: createHash('sha256').update(spki).digest('hex'),
    sign: async (text) => {
      const signature = await signAside('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' })
      return signature.toString('base64')
    },
  }
}
