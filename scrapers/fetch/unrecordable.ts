/** Says which responses are not recorded, and why, so that what is missing from an archive is stated in it. */
import { headerValue, readContentType } from '#scrapers/kit/exchange-headers.ts'

/** What a response tells before its body is read. `isMedia`: the browser asked for it to play it. */
export type ResponseHead = {
  address: string
  status: number
  headers: [string, string][]
  isMedia: boolean
}

/** Audio and video up to this many bytes are recorded whole. */
const MAX_MEDIA_BYTES = 8_000_000

/**
 * A few plain words, or null where the response is recorded. Streams without end would hold the page up; of audio and
 * video what is whole and small is kept, parts of a file (RFC 9110 15.3.7) are not: a part replays as a broken whole.
 */
export function unrecordable({ address, status, headers, isMedia }: ResponseHead): string | null {
  if (!/^https?:/.test(address)) return 'not from the web'
  const { mediaType } = readContentType(headerValue(headers, 'content-type'))
  if (mediaType === 'text/event-stream') return 'a stream of events without end'
  if (mediaType === 'multipart/x-mixed-replace') return 'a stream of pictures without end'
  if (status === 206) {
    const range = rangeOf(headers)
    if (!range) return 'a part of a file'
    if (range.first !== 0 || range.last !== range.total - 1)
      return `a part of a file (bytes ${range.first} to ${range.last} of ${range.total})`
    return range.total > MAX_MEDIA_BYTES ? `a file of ${range.total} bytes, asked for in parts` : null
  }
  if (!isMedia && !/^(?:audio|video)\//.test(mediaType)) return null
  const announced = Number(headerValue(headers, 'content-length') ?? Number.NaN)
  if (Number.isNaN(announced)) return 'audio or video of unknown length'
  return announced > MAX_MEDIA_BYTES ? `audio or video of ${announced} bytes` : null
}

function rangeOf(headers: [string, string][]): { first: number; last: number; total: number } | null {
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec((headerValue(headers, 'content-range') ?? '').trim())
  return range ? { first: Number(range[1]), last: Number(range[2]), total: Number(range[3]) } : null
}
