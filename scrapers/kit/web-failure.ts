/** Puts what can go wrong on a connection into one of the reasons an attempt may end with, in words for a person. */
import type { Reason } from '#domain/attempt.ts'
import { BodyTooLarge, BodyUndecodable } from './decode-body.ts'
import { GuardRefusal } from './guard.ts'

export type WebFailure = { reason: Reason; message: string }

const DNS = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA', 'ESERVFAIL']
const SILENCE = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']
const SYSTEM = /^E[A-Z]+$/
const TLS = /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA)/

/** Reads an error thrown by undici, Node or this kit. Anything unknown is our own fault and is thrown on. */
export function webFailure(error: unknown, host: string): WebFailure {
  if (error instanceof GuardRefusal)
    return { reason: 'refused_by_guard', message: `Not opened: ${error.message}.` }
  if (error instanceof BodyTooLarge) return { reason: 'too_large', message: `Given up: ${error.message}.` }
  if (error instanceof BodyUndecodable)
    return { reason: 'decode_failed', message: `${host} answered, but ${error.message}.` }

  const code = codeOf(error)
  if (DNS.includes(code)) return { reason: 'dns', message: `The name ${host} could not be resolved.` }
  if (TLS.test(code))
    return {
      reason: 'tls',
      message: `The secure connection to ${host} could not be trusted or set up (${code}).`,
    }
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || SYSTEM.test(code))
    return { reason: 'connect', message: `${host} could not be reached (${code}).` }
  if (SILENCE.includes(code)) return { reason: 'timeout_window', message: `${host} went silent.` }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return { reason: 'too_large', message: 'Given up: the body is larger than allowed.' }
  if (
    code === 'UND_ERR_SOCKET' ||
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    code === 'UND_ERR_ABORTED'
  )
    return { reason: 'connect', message: `${host} broke the connection off.` }
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || (error as Error).name === 'HTTPParserError')
    return { reason: 'http_error', message: `What ${host} answered is not valid HTTP.` }
  throw new Error(`unknown failure while asking ${host}`, { cause: error })
}

/** Happy Eyeballs wraps the errors of all tried addresses in an AggregateError; the first stands for them. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  const { code } = error as NodeJS.ErrnoException
  return typeof code === 'string' ? code : ''
}
