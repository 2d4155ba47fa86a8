/** The key with which this newsroom signs its captures: made once and kept in the data folder, or brought by the newsroom. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keepOnce } from './keep-once.server.ts'

export type SigningKey = {
  /** PKCS #8 PEM; never leaves this machine */
  privateKeyPem: string
  /** DER SubjectPublicKeyInfo in base64, as a WACZ states it (wacz-auth 0.1.0) */
  publicKey: string
  publicKeyPem: string
  /** hex SHA-256 of the DER SubjectPublicKeyInfo */
  fingerprint: string
}

/** ECDSA over P-384, the only kind that replay tools check for files without a certificate. */
const CURVE = 'secp384r1'

/**
 * The key in `pemFile` where one is named, else the one in `dataFolder`, made at the first call (mode 600). Throws when
 * the file is no unencrypted private key on P-384: a capture must not be signed with something that nobody can check.
 */
export async function openSigningKey(place: {
  dataFolder: string
  pemFile?: string | undefined
}): Promise<SigningKey> {
  const pem = place.pemFile
    ? await readFile(place.pemFile, 'utf8')
    : await keepOnce(join(place.dataFolder, 'signing-key.pem'), makeKey)
  const privateKey = createPrivateKey(pem)
  if (privateKey.asymmetricKeyDetails?.namedCurve !== CURVE)
    throw new Error('The signing key must be a private key on the curve P-384 (secp384r1).')
  const publicKey = createPublicKey(privateKey)
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return {
    privateKeyPem: pem,
    publicKey: der.toString('base64'),
    publicKeyPem: String(publicKey.export({ type: 'spki', format: 'pem' })),
    fingerprint: createHash('sha256').update(der).digest('hex'),
  }
}

function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: CURVE })
  return String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
}
