/** Reads a Range header. */

/** Bytes `start` up to `end` (exclusive); `whole` where none is asked for; `unsatisfiable` where none can be given. */
export type ByteRange = 'whole' | 'unsatisfiable' | { start: number; end: number }

/**
 * One range of bytes (RFC 9110, 14.1.2): `bytes=0-99`, `bytes=100-`, `bytes=-100`. Several ranges, other units and what
 * cannot be read are answered with the whole, as the standard allows.
 */
export function byteRange(header: string | null | undefined, size: number): ByteRange {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return 'whole'
  if (start >= size) return 'unsatisfiable'
  return { start, end: last === '' ? size : Math.min(Number(last) + 1, size) }
}
