import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markText, type TextMark } from '#components/marked-text.ts'

const quote = (start: number, end: number): TextMark => ({
  key: `q${start}`,
  kind: 'quote',
  verdict: 'verbatim',
  start,
  end,
})
const figure = (start: number, end: number): TextMark => ({
  key: `f${start}`,
  kind: 'figure',
  verdict: 'equal',
  start,
  end,
})
const whole = { windowCharacters: null }

describe('marked text', () => {
  it('marks a figure within a quote under both marks', () => {
    const text = '他说:日均Token调用量已突破140万亿。'
    const at = text.indexOf('140万亿')
    const segments = markText(text, [quote(3, text.length - 1), figure(at, at + 5)], whole)
    const both = segments.filter((segment) => segment.type === 'text' && segment.marks.length === 2)
    expect(both).toHaveLength(1)
    expect(both[0]).toMatchObject({ text: '140万亿', start: at })
  })

  it('keeps a window around each mark and counts what it leaves out', () => {
    const text = `${'a'.repeat(5_000)}MARK${'b'.repeat(5_000)}`
    const segments = markText(text, [quote(5_000, 5_004)], { windowCharacters: 300 })
    expect(segments.map((segment) => segment.type)).toEqual(['gap', 'text', 'text', 'text', 'gap'])
    expect(segments[0]).toMatchObject({ characters: 4_700 })
    expect(segments[4]).toMatchObject({ start: 5_304, characters: 4_700 })
  })

  it('joins windows that nearly meet, and leaves no gap of a few words', () => {
    const text = 'x'.repeat(3_000)
    const near = markText(text, [quote(1_000, 1_010), quote(1_700, 1_710)], { windowCharacters: 300 })
    expect(near.filter((segment) => segment.type === 'gap')).toHaveLength(2)
    const edge = markText(text, [quote(350, 360)], { windowCharacters: 300 })
    expect(edge[0]).toMatchObject({ type: 'text', start: 0 })
  })

  it('shows the beginning of a long text in which nothing is marked', () => {
    const segments = markText('line\n'.repeat(2_000), [], { windowCharacters: 500 })
    expect(segments.map((segment) => segment.type)).toEqual(['text', 'gap'])
  })

  it('does not cut a character of two units in half', () => {
    const text = '𠮷'.repeat(2_000)
    for (const segment of markText(text, [quote(2_001, 2_003)], { windowCharacters: 333 }))
      if (segment.type === 'text') expect(segment.text).toMatch(/^(𠮷)+$/u)
  })

  it('covers every character once, in order, whatever the marks', () => {
    const mark = fc
      .tuple(fc.integer({ min: -50, max: 1_000 }), fc.integer({ min: -50, max: 1_000 }))
      .map(([start, end]) => quote(start, end))
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 900 }),
        fc.array(mark, { maxLength: 6 }),
        fc.option(fc.integer({ min: 0, max: 400 })),
        (text, marks, windowCharacters) => {
          let place = 0
          for (const segment of markText(text, marks, { windowCharacters })) {
            expect(segment.start).toBe(place)
            if (segment.type === 'text')
              expect(segment.text).toBe(text.slice(place, place + segment.text.length))
            place += segment.type === 'text' ? segment.text.length : segment.characters
          }
          expect(place).toBe(text.length)
        },
      ),
      { seed: 7, numRuns: 60 },
    )
  })
})
