/** Splits a MIME entity into headers and body, and undoes its transfer encoding (RFC 2045). */

/** `body` is Latin-1 text: one character is one byte. Header names are lower case; of repeated ones the first counts. */
export type MimePart = { headers: Map<string, string>; body: string }

const MAX_HEADER_CHARACTERS = 100_000

/** Null where no header block is found. */
export function splitMime(text: string): MimePart | null {
  const end = /\r?\n\r?\n/.exec(text.slice(0, MAX_HEADER_CHARACTERS))
  if (!end) return null
  const unfolded = text.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ')
  const headers = new Map<string, string>()
  for (const line of unfolded.split(/\r?\n/)) {
    const header = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line)
    const name = header?.[1]?.toLowerCase()
    if (name && !headers.has(name)) headers.set(name, header?.[2]?.trim() ?? '')
  }
  return headers.size === 0 ? null : { headers, body: text.slice(end.index + end[0].length) }
}

/** A parameter of a header value, without quotes, or null. */
export function parameterOf(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value)
  return found?.[1] ?? found?.[2] ?? null
}

/** The bytes of a part, or null where they are not encoded as the part says. */
export function decodeTransfer({ headers, body }: MimePart): Uint8Array | null {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  if (encoding === 'base64') {
    const letters = body.replace(/\s+/g, '')
    return /^[A-Za-z0-9+/]*={0,2}$/.test(letters) ? Buffer.from(letters, 'base64') : null
  }
  if (encoding === 'quoted-printable') return fromQuotedPrintable(body)
  return Buffer.from(body, 'latin1')
}

/** Lenient where RFC 2045 6.7 asks for it: a stray `=` stays as it is. */
function fromQuotedPrintable(body: string): Uint8Array {
  const joined = body.replace(/[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '')
  const bytes = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1')
}
