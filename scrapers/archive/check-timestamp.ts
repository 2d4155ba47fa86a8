/** Checks an RFC 3161 timestamp: what it covers, when it says that existed, and who says so. */
import { createHash } from 'node:crypto'
import { type BaseBlock, fromBER, type OctetString, type Sequence } from 'asn1js'
import { Certificate, ContentInfo, type ExtKeyUsage, SignedData, TimeStampResp, TSTInfo } from 'pkijs'

export type CheckedTimestamp =
  | {
      ok: true
      /** genTime: the data existed by then */
      time: Date
      /** subject of the certificate that signed */
      authority: string
      /** whether that certificate leads to one that we trust; null when none was given to compare with */
      trusted: boolean | null
      /** hex, as asked for, or null */
      nonce: string | null
    }
  | { ok: false; problem: string }

const GRANTED = [0, 1]
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const HASH_NAMES: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/**
 * Checks a TimeStampResp in DER over `data` (RFC 3161, 2.4.2; RFC 5816): status, imprint, signature, the binding to one
 * certificate, and that this certificate is for timestamps only. `trustedPem` holds authorities (PEM) that the
 * certificate must lead to at the stamped time; null leaves trust open. Never throws for what the bytes say.
 */
export async function checkTimestamp(
  response: Uint8Array,
  data: Uint8Array,
  trustedPem: string | null,
): Promise<CheckedTimestamp> {
  try {
    return await check(response, data, trustedPem)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ok: false, problem: `is no timestamp that can be read: ${why.split('\n')[0]}` }
  }
}

async function check(
  response: Uint8Array,
  data: Uint8Array,
  trustedPem: string | null,
): Promise<CheckedTimestamp> {
  const whole = fromBER(toBuffer(response))
  if (whole.offset !== response.length) return { ok: false, problem: 'is followed by bytes of nothing' }
  const answer = new TimeStampResp({ schema: whole.result })
  if (!GRANTED.includes(answer.status.status) || !answer.timeStampToken)
    return { ok: false, problem: `was not granted (status ${answer.status.status})` }
  const token = new ContentInfo({ schema: answer.timeStampToken.toSchema() })
  if (token.contentType !== SIGNED_DATA) return { ok: false, problem: 'is not signed' }
  const signed = new SignedData({ schema: token.content })
  const content = signed.encapContentInfo.eContent
  if (signed.encapContentInfo.eContentType !== TST_INFO || !content || signed.signerInfos.length !== 1)
    return { ok: false, problem: 'holds no timestamp, or has several signers' }
  const info = TSTInfo.fromBER(content.getValue())
  const imprint = info.messageImprint
  const hash = HASH_NAMES[imprint.hashAlgorithm.algorithmId]
  if (!hash || hash === 'sha1') return { ok: false, problem: 'uses a digest that proves nothing any more' }
  if (!digestOf(hash, data).equals(bytesOf(imprint.hashedMessage)))
    return { ok: false, problem: 'is of other bytes' }

  const common = { signer: 0, data: toBuffer(data), extendedMode: true, checkDate: info.genTime } as const
  const signature = await signed.verify({ ...common, checkChain: false, trustedCerts: [] }).catch(asVerdict)
  if (signature.signatureVerified !== true || !signature.signerCertificate)
    return { ok: false, problem: 'has a signature that does not match' }
  const certificate = signature.signerCertificate
  if (!isForTimestampsOnly(certificate))
    return { ok: false, problem: 'is signed with a certificate that is not for timestamps' }
  if (!isBoundTo(certificate, signed)) return { ok: false, problem: 'names another certificate than its own' }

  let trusted: boolean | null = null
  if (trustedPem !== null) {
    const trustedCerts = readPem(trustedPem)
    const chain = await signed.verify({ ...common, checkChain: true, trustedCerts }).catch(asVerdict)
    trusted = chain.signerCertificateVerified === true
  }
  const nonce = info.nonce ? Buffer.from(info.nonce.valueBlock.valueHexView).toString('hex') : null
  return { ok: true, time: info.genTime, authority: subjectOf(certificate), trusted, nonce }
}

/** pkijs throws its verdict when a check fails. */
function asVerdict(error: unknown): {
  signatureVerified?: boolean | null
  signerCertificate?: Certificate | null
  signerCertificateVerified?: boolean | null
} {
  return typeof error === 'object' && error !== null ? error : {}
}

/** RFC 3161, 2.3: the extension must be critical and hold this one purpose. */
function isForTimestampsOnly(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)
  const purposes = (usage?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? []
  return usage?.critical === true && purposes.length === 1 && purposes[0] === TIME_STAMPING
}

/** ESSCertID (RFC 2634) or ESSCertIDv2 (RFC 5816): without it, a certificate could be swapped for a namesake. */
function isBoundTo(certificate: Certificate, signed: SignedData): boolean {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? []
  const v2 = attributes.find(({ type }) => type === SIGNING_CERTIFICATE_V2)
  const stated = v2 ?? attributes.find(({ type }) => type === SIGNING_CERTIFICATE)
  const first = childrenOf(childrenOf(stated?.values[0])[0])[0]
  const parts = childrenOf(first)
  const algorithm = v2 && parts.length > 1 && 'value' in parts[0]!.valueBlock ? childrenOf(parts[0]) : []
  const named = algorithm[0]?.valueBlock.toString() ?? ''
  const hash = v2 ? (HASH_NAMES[named] ?? 'sha256') : 'sha1'
  const certHash = parts.find((part) => part.idBlock.tagNumber === 4) as OctetString | undefined
  const der = Buffer.from(certificate.toSchema().toBER())
  return certHash !== undefined && digestOf(hash, der).equals(bytesOf(certHash))
}

function childrenOf(block: unknown): BaseBlock[] {
  return ((block as Sequence | undefined)?.valueBlock?.value as BaseBlock[] | undefined) ?? []
}

function subjectOf(certificate: Certificate): string {
  return certificate.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value)).join(', ')
}

function readPem(pem: string): Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) =>
    Certificate.fromBER(Buffer.from(block.replace(/-----[^-]+-----|\s/g, ''), 'base64')),
  )
}

function bytesOf(octets: OctetString): Buffer {
  return Buffer.from(octets.valueBlock.valueHexView)
}

function digestOf(hash: string, bytes: Uint8Array): Buffer {
  return createHash(hash).update(bytes).digest()
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
