/** Asks a timestamp authority to certify that bytes existed by now. */
import { createHash, randomBytes } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs'
import type { Reason } from '#domain/attempt.ts'
import type { Web } from '#scrapers/kit/web.ts'
import { checkTimestamp } from './check-timestamp.ts'

/** `response` is the authority's whole answer (TimeStampResp, DER): what `openssl ts -verify -in` takes. */
export type Stamped =
  | { ok: true; authority: string; time: Date; response: Uint8Array }
  | { ok: false; authority: string; reason: Reason; message: string }

export type Stamper = (data: Uint8Array, signal: AbortSignal) => Promise<Stamped>

export type StamperSettings = {
  /** a client that may reach the authority's host */
  web: Web
  /** address of the authority (RFC 3161, 3.4: timestamps over HTTP) */
  address: string
  /** certificates that the authority's own must lead to; null accepts any, and `stet verify` then says "not compared" */
  trustedPem: string | null
  /** an authority that is silent for longer is given up, so that no capture waits for it (10 s unless told) */
  timeoutMs?: number
}

const SHA_256 = '2.16.840.1.101.3.4.2.1'
const MOST_ANSWER_BYTES = 256 * 1024
const NONCE_BYTES = 8
const TIMEOUT_MS = 10_000

/** A stamper that answers with a checked timestamp, or with the reason why there is none. Never throws for the authority. */
export function createStamper(settings: StamperSettings): Stamper {
  return async (data, signal) => {
    const { web, address, trustedPem, timeoutMs = TIMEOUT_MS } = settings
    const no = (reason: Reason, message: string): Stamped => ({
      ok: false,
      authority: address,
      reason,
      message,
    })
    const nonce = freshNonce()
    const patience = AbortSignal.timeout(timeoutMs)
    const answer = await web.get({
      address,
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: timestampRequest(data, nonce),
      signal: AbortSignal.any([signal, patience]),
      maxBytes: MOST_ANSWER_BYTES,
      maxRedirects: 0,
    })
    if (!answer.ok) {
      const message = `The timestamp authority could not be asked: ${answer.message}`
      return patience.aborted && !signal.aborted
        ? no('timeout_window', `The timestamp authority was silent for ${timeoutMs} ms.`)
        : no(answer.reason, message)
    }
    const { status, body } = answer.response
    if (status !== 200) return no('http_error', `The timestamp authority answered HTTP ${status}.`)
    const checked = await checkTimestamp(body, data, trustedPem)
    if (!checked.ok) return no('provider_error', `The answer of the timestamp authority ${checked.problem}.`)
    if (checked.nonce !== nonce.toString('hex'))
      return no('provider_error', 'The timestamp authority answered another request than this one.')
    if (checked.trusted === false)
      return no('provider_error', 'The timestamp is not of the authority that the settings name.')
    return { ok: true, authority: checked.authority, time: checked.time, response: body }
  }
}

/** A TimeStampReq in DER (RFC 3161, 2.4.1) that asks for the authority's certificate too: it is needed offline. */
function timestampRequest(data: Uint8Array, nonce: Buffer): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new OctetString({ valueHex: createHash('sha256').update(data).digest() }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER())
}

/** A positive integer in the one form that DER allows: the first byte neither zero nor beyond 0x7f. */
function freshNonce(): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  nonce[0] = (nonce[0]! & 0x3f) | 0x40
  return nonce
}
