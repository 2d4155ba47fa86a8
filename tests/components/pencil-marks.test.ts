/** Passages of claims found in a draft. */
import { describe, expect, it } from 'vitest'
import { type PencilClaim, pencilMarks } from '#components/pencil-marks.ts'

const claim = (number: number, passage: string | null, more: Partial<PencilClaim> = {}): PencilClaim => ({
  id: `c${number}`,
  number,
  text: 'a claim in other words',
  passage,
  status: 'unchecked',
  ...more,
})

const marked = (draft: string, claims: PencilClaim[]) =>
  pencilMarks(draft, claims).paragraphs.map(({ pieces }) =>
    pieces.map(({ text, claims: covering }) => [text, covering.map(({ number }) => number)]),
  )

describe('a passage in a draft', () => {
  it('is cut out of its paragraph, the rest stays', () => {
    expect(marked('One.\n\nTwo is 140万亿 now.', [claim(1, '140万亿')])).toEqual([
      [['One.', []]],
      [
        ['Two is ', []],
        ['140万亿', [1]],
        [' now.', []],
      ],
    ])
  })
  it('is found by the claim’s own words when none are given', () => {
    expect(marked('It rained.', [claim(1, null, { text: 'It rained.' })])).toEqual([[['It rained.', [1]]]])
  })
  it('is found again after an editor changed quotation marks and spacing', () => {
    expect(marked('He said “no  more”.', [claim(1, '"no more"')])[0]![1]).toEqual(['“no  more”', [1]])
  })
  it('within another passage belongs to the narrower claim first', () => {
    expect(
      marked('up from 100 billion', [claim(1, 'up from 100 billion'), claim(2, '100 billion')])[0],
    ).toEqual([
      ['up from ', [1]],
      ['100 billion', [2, 1]],
    ])
  })
  it('over two paragraphs is marked in both', () => {
    expect(marked('a end\nstart b', [claim(1, 'end\nstart')])).toEqual([
      [
        ['a ', []],
        ['end', [1]],
      ],
      [
        ['start', [1]],
        [' b', []],
      ],
    ])
  })
  it('that is gone is named as lost; one of a withdrawn claim is not looked for', () => {
    const { lost } = pencilMarks('text', [claim(1, 'gone'), claim(2, 'gone too', { status: 'withdrawn' })])
    expect(lost.map(({ number }) => number)).toEqual([1])
  })
  it('with signs that mean something in a pattern is taken literally', () => {
    expect(marked('cost (a+b)* [x]', [claim(1, '(a+b)*  [x]')])[0]![1]).toEqual(['(a+b)* [x]', [1]])
  })
  it('leaves every sign of the draft in its place', () => {
    const draft = 'The 140 trillion figure.\n\nA second line — 中文。'
    const { paragraphs } = pencilMarks(draft, [claim(1, '140 trillion'), claim(2, 'second')])
    for (const { pieces } of paragraphs)
      for (const piece of pieces)
        expect(draft.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text)
  })
})
