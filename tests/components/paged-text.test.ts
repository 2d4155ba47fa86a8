import { describe, expect, it } from 'vitest'
import { markText } from '#components/marked-text.ts'
import { pagedText } from '#components/paged-text.ts'

const TEXT = 'More than\n\f\n140 trillion tokens\n\f\n\n\f\na day'
const mark = (words: string, length = words.length) => {
  const start = TEXT.indexOf(words)
  return { key: words, kind: 'quote' as const, verdict: 'verbatim', start, end: start + length }
}
const paged = (text: string, ...args: [ReturnType<typeof mark>[], { windowCharacters: number | null }]) =>
  pagedText(text, markText(text, ...args))

describe('the text of a document', () => {
  it('is cut where a page begins, an empty page too, and loses nothing but the breaks', () => {
    const pieces = paged(TEXT, [], { windowCharacters: null })
    expect(pieces.map(({ newPage }) => newPage)).toEqual([1, 2, 3, 4])
    expect(pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join('')).toBe(
      TEXT.replaceAll('\f', ''),
    )
    for (const piece of pieces)
      if (piece.type === 'text') expect(TEXT.startsWith(piece.text, piece.start)).toBe(true)
  })

  it('keeps a mark over two pages on both, and begins it once', () => {
    const over = mark('trillion', TEXT.indexOf('a day') - TEXT.indexOf('trillion') + 1)
    const marked = paged(TEXT, [over], { windowCharacters: null }).filter(
      (piece) => piece.type === 'text' && piece.marks.length > 0,
    )
    expect(marked.map(({ newPage }) => newPage)).toEqual([null, 3, 4])
    expect(marked.filter(({ start }) => start === over.start)).toHaveLength(1)
  })

  it('names the page again after what was left out', () => {
    const long = `${'a'.repeat(500)}\n\f\n${'b'.repeat(500)} here ${'c'.repeat(500)}`
    const start = long.indexOf('here')
    const here = { key: 'here', kind: 'quote' as const, verdict: 'verbatim', start, end: start + 4 }
    const pieces = paged(long, [here], { windowCharacters: 20 })
    expect(pieces.map(({ type, newPage }) => [type, newPage])).toEqual([
      ['gap', null],
      ['text', 2],
      ['text', null],
      ['text', null],
      ['gap', null],
    ])
  })

  it('without pages names none', () => {
    expect(paged('More than 140 trillion', [], { windowCharacters: null })).toMatchObject([{ newPage: null }])
  })
})
