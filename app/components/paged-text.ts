/** Cuts the pieces of a document's text where a page ends, and says where a new page begins. */
import { pageOfPosition } from '#reading/page-of-position.ts'
import type { TextSegment } from './marked-text.ts'

/** `newPage` is the number, from 1, of the page that begins with this piece or that it takes up again after a gap; else null. */
export type PagedSegment = TextSegment & { newPage: number | null }

const PAGE_BREAK = '\f'

/** `segments` are those of `text`. A text without page breaks comes back as it is, with no page named. */
export function pagedText(text: string, segments: TextSegment[]): PagedSegment[] {
  if (!text.includes(PAGE_BREAK)) return segments.map((segment) => ({ ...segment, newPage: null }))
  let shown = 0
  return segments.flatMap((segment): PagedSegment[] => {
    if (segment.type === 'gap') return [{ ...segment, newPage: null }]
    let start = segment.start
    return segment.text.split(PAGE_BREAK).map((piece) => {
      const page = pageOfPosition(text, start)
      const newPage = page === shown ? null : page
      const paged = { ...segment, start, text: piece, newPage }
      shown = page
      start += piece.length + PAGE_BREAK.length
      return paged
    })
  })
}
