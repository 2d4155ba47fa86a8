/** Header pairs of a recorded exchange: put right for a decoded body, and free of secrets. */

const FRAMING = ['content-encoding', 'transfer-encoding', 'content-length']
const SECRET = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'x-api-key',
  'x-goog-api-key',
  'x-subscription-token',
]

/**
 * Response headers for a body kept content-decoded: what described the bytes on the wire is kept under `x-orig-…`
 * (as web archives do) and `content-length` (bytes) is that of the decoded body. Order and repeats stay.
 */
export function headersOfDecodedBody(headers: [string, string][], bodyBytes: number): [string, string][] {
  const kept: [string, string][] = headers.map(([name, value]) =>
    FRAMING.includes(name.toLowerCase()) ? [`x-orig-${name.toLowerCase()}`, value] : [name, value],
  )
  return [...kept, ['content-length', String(bodyBytes)]]
}

/** Request headers without keys and cookies: a record is kept for good and shown to many. */
export function withoutSecrets(headers: [string, string][]): [string, string][] {
  return headers.filter(([name]) => !SECRET.includes(name.toLowerCase()))
}

/** The first value of a header, or null. Names compare without case (RFC 9110 5.1). */
export function headerValue(headers: [string, string][], name: string): string | null {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? null
}

/** Media type (lower case, without parameters; empty when absent) and charset of a Content-Type value (RFC 9110 8.3). */
export function readContentType(value: string | null): { mediaType: string; charset: string | null } {
  const mediaType = (value ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(value ?? '')?.[1] ?? null
  return { mediaType, charset }
}
