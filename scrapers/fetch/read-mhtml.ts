/** Takes a page saved as MHTML (RFC 2557, "one file" of Chromium browsers and old Internet Explorer) apart into its parts. */
import { readContentType } from '#scrapers/kit/exchange-headers.ts'
import { decodeTransfer, type MimePart, parameterOf, splitMime } from './split-mime.ts'

export type SavedPart = {
  /** absolute address, or null where the file gives none that is one */
  address: string | null
  mediaType: string
  charset: string | null
  body: Uint8Array
}

export type Mhtml =
  | {
      ok: true
      /** the page's own address as the file states it, or null */
      address: string | null
      /** the file's Date header as it stands, or null */
      savedAt: string | null
      page: SavedPart
      others: SavedPart[]
    }
  | { ok: false; message: string }

const MAX_PARTS = 5_000
const MAX_DECODED_BYTES = 150_000_000
/** A multipart inside a multipart is read so deep; browsers write one inside one at most. */
const MAX_DEPTH = 3

/** `bytes` are hostile: parts, depth and decoded bytes are bounded, and what is wrong comes back as a message. */
export function readMhtml(bytes: Uint8Array): Mhtml {
  // Latin-1 keeps every byte, so that positions in the text are positions in the file.
  const whole = splitMime(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  if (!whole) return no('it has no headers.')
  const leaves = leavesOf(whole, 0)
  if (leaves === null) return no(`it has more than ${MAX_PARTS} parts.`)
  if (leaves.length === 0) return no('it has no parts.')

  const parts: { part: MimePart; saved: SavedPart }[] = []
  let decodedBytes = 0
  for (const part of leaves) {
    const body = decodeTransfer(part)
    if (body === null) return no('a part is not encoded as it says.')
    decodedBytes += body.byteLength
    if (decodedBytes > MAX_DECODED_BYTES) return no(`its parts are larger than ${MAX_DECODED_BYTES} bytes.`)
    const { mediaType, charset } = readContentType(part.headers.get('content-type') ?? null)
    parts.push({ part, saved: { address: addressOf(part), mediaType, charset, body } })
  }
  const start = parameterOf(whole.headers.get('content-type') ?? '', 'start')
  const root =
    parts.find(({ part }) => start !== null && part.headers.get('content-id')?.trim() === start) ??
    parts.find(({ saved }) => saved.mediaType === 'text/html')
  if (!root) return no('none of its parts is a page.')
  const stated = whole.headers.get('snapshot-content-location') ?? whole.headers.get('content-location')
  return {
    ok: true,
    address: absolute(stated) ?? root.saved.address,
    savedAt: whole.headers.get('date') ?? null,
    page: root.saved,
    others: parts.filter((each) => each !== root).map(({ saved }) => saved),
  }
}

/** The parts that are no containers, in order; null where there are too many. */
function leavesOf(part: MimePart, depth: number): MimePart[] | null {
  const type = part.headers.get('content-type') ?? ''
  if (!/^\s*multipart\//i.test(type)) return [part]
  const boundary = parameterOf(type, 'boundary')
  if (!boundary || depth >= MAX_DEPTH) return []
  const leaves: MimePart[] = []
  for (const text of betweenBoundaries(part.body, boundary)) {
    const inner = splitMime(text)
    if (!inner) continue
    const found = leavesOf(inner, depth + 1)
    if (found === null || leaves.length + found.length > MAX_PARTS) return null
    leaves.push(...found)
  }
  return leaves
}

/** What stands between delimiter lines (RFC 2046 5.1.1). A file that was cut off ends its last part at its end. */
function* betweenBoundaries(body: string, boundary: string): Generator<string> {
  const delimiter = `--${boundary}`
  let from: number | null = null
  for (let at = body.indexOf(delimiter); at !== -1; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue
    if (from !== null) yield withoutLineEnd(body.slice(from, at))
    const lineEnd = body.indexOf('\n', at)
    if (body.startsWith('--', at + delimiter.length) || lineEnd === -1) return
    from = lineEnd + 1
  }
  if (from !== null) yield body.slice(from)
}

/** The line end before a delimiter belongs to the delimiter. */
function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '')
}

/** Where a part comes from; parts without an address of their own are named by their Content-ID (RFC 2392). */
function addressOf(part: MimePart): string | null {
  const id = part.headers.get('content-id')?.trim().replace(/^<|>$/g, '')
  return absolute(part.headers.get('content-location')) ?? (id ? `cid:${encodeURI(id)}` : null)
}

function absolute(location: string | undefined): string | null {
  const address = location?.trim().replace(/\s/g, '') ?? ''
  return /^(?:https?|cid):/i.test(address) && URL.canParse(address) ? address : null
}

function no(message: string): Mhtml {
  return { ok: false, message }
}
