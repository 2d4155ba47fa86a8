/** Checks the seal of a WACZ: the digest of its list of files, the signature over it, and the timestamp. */
import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { checkTimestamp } from './check-timestamp.ts'
import { matchesDigest } from './matches-digest.ts'
import { jsonOf, type Verification } from './verification.ts'

export type VerifiedSignature =
  | { state: 'none' }
  | {
      state: 'valid' | 'invalid'
      /** hex SHA-256 of the public key, in DER */
      fingerprint: string | null
      /** the name in the signer's certificate, for files that carry one; its own authority is not looked up */
      domain: string | null
      /** as stated; only a timestamp proves a time */
      created: string | null
      software: string | null
    }

export type VerifiedTimestamp =
  | { state: 'none' }
  | { state: 'valid'; time: string; authority: string; trusted: boolean | null }
  | { state: 'invalid'; problem: string }
  | { state: 'not_stamped'; message: string }

export type VerifiedSeal = { signature: VerifiedSignature; timestamp: VerifiedTimestamp }

export type SealExpectations = {
  /** certificates (PEM) that a timestamp's authority must lead to; null does not compare */
  trustedPem: string | null
  /** fingerprints (hex SHA-256) of which one must have signed; null takes any */
  keys: string[] | null
}

const DATAPACKAGE = 'datapackage.json'
export const SEAL = 'datapackage-digest.json'

/** The seal is optional in the standard, but the only thing that covers datapackage.json itself: without it, a file fails. */
export async function checkSeal(
  files: Map<string, Uint8Array>,
  expected: SealExpectations,
  check: Verification,
): Promise<VerifiedSeal> {
  const seal = jsonOf(files.get(SEAL))
  const datapackage = files.get(DATAPACKAGE)
  if (!seal || !datapackage) {
    check.fail(SEAL, 'is missing or no JSON')
    return { signature: { state: 'none' }, timestamp: { state: 'none' } }
  }
  check.that(seal.path === DATAPACKAGE, SEAL, 'speaks of another file than datapackage.json')
  check.that(matchesDigest(datapackage, seal.hash), DATAPACKAGE, `does not match its digest in ${SEAL}`)
  const signature = checkSignature(seal, check)
  const signer = signature.state === 'none' ? null : signature.fingerprint
  if (expected.keys)
    check.that(expected.keys.includes(signer ?? ''), SEAL, 'is not signed with the key that was expected')
  const timestamp = await checkStamps(seal, datapackage, expected.trustedPem, check)
  return { signature, timestamp }
}

function checkSignature(seal: Record<string, unknown>, check: Verification): VerifiedSignature {
  const signed = seal.signedData as Record<string, unknown> | undefined
  if (signed === undefined) return { state: 'none' }
  const { hash, signature, publicKey, domain, domainCert } = signed ?? {}
  check.that(hash === seal.hash, SEAL, 'signs another digest than it states')
  const key = publicKeyOf(publicKey, domainCert)
  const bytes = Buffer.from(String(signature), 'base64')
  const isValid = key !== null && verifies(key, String(hash), bytes)
  check.that(isValid, SEAL, 'has a signature that does not match')
  if (domain !== undefined && typeof domainCert === 'string')
    check.that(
      certificateOf(domainCert)?.checkHost(String(domain)) !== undefined,
      SEAL,
      'is signed for another domain than its certificate names',
    )
  return {
    state: isValid ? 'valid' : 'invalid',
    fingerprint: key ? fingerprintOf(key) : null,
    domain: textOrNull(domain),
    created: textOrNull(signed.created),
    software: textOrNull(signed.software),
  }
}

/** The anonymous form states its key, the domain form a certificate (wacz-auth 0.1.0). */
function publicKeyOf(publicKey: unknown, domainCert: unknown): KeyObject | null {
  try {
    if (typeof publicKey === 'string')
      return createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    return certificateOf(domainCert)?.publicKey ?? null
  } catch {
    return null
  }
}

function certificateOf(pem: unknown): X509Certificate | null {
  try {
    return new X509Certificate(String(pem))
  } catch {
    return null
  }
}

/** ArchiveWeb.page writes signatures in the raw form of Web Crypto, authsign in DER. */
function verifies(key: KeyObject, text: string, signature: Buffer): boolean {
  return (['ieee-p1363', 'der'] as const).some((dsaEncoding) => {
    try {
      return verify('sha256', Buffer.from(text), { key, dsaEncoding }, signature)
    } catch {
      return false
    }
  })
}

function fingerprintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

async function checkStamps(
  seal: Record<string, unknown>,
  datapackage: Uint8Array,
  trustedPem: string | null,
  check: Verification,
): Promise<VerifiedTimestamp> {
  const ours = seal.timestamp as Record<string, unknown> | undefined
  if (ours?.state === 'not_stamped') return { state: 'not_stamped', message: String(ours.message) }
  if (ours !== undefined) {
    const timestamp = await checkToken(ours?.token, datapackage, trustedPem, check)
    if (timestamp.state === 'valid') {
      check.that(ours.time === timestamp.time, SEAL, 'states another time than its timestamp')
      check.that(ours.authority === timestamp.authority, SEAL, 'names another authority than its timestamp')
    }
    return timestamp
  }
  // The domain form has its signature stamped, in the letters of its base64.
  const { timeSignature, signature } = (seal.signedData ?? {}) as Record<string, unknown>
  if (typeof timeSignature !== 'string') return { state: 'none' }
  return checkToken(timeSignature, Buffer.from(String(signature), 'ascii'), trustedPem, check)
}

async function checkToken(
  token: unknown,
  data: Uint8Array,
  trustedPem: string | null,
  check: Verification,
): Promise<VerifiedTimestamp> {
  const checked = await checkTimestamp(Buffer.from(String(token), 'base64'), data, trustedPem)
  const problem = checked.ok
    ? checked.trusted === false && 'is of an authority that is not trusted here'
    : checked.problem
  check.that(!problem, SEAL, `has a timestamp that ${problem}`)
  if (!checked.ok) return { state: 'invalid', problem: checked.problem }
  const { time, authority, trusted } = checked
  return { state: 'valid', time: time.toISOString(), authority, trusted }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
