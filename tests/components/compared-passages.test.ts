import { expect, it } from 'vitest'
import { comparedPassages } from '#components/compared-passages.ts'

const cited = (quote: string | null) => ({
  id: quote ?? 'none',
  quote,
  prefix: null,
  suffix: null,
  claim: { id: 'c', number: 1, text: 'Tokens.' },
})
const LEAD = 'Reporters were told at the briefing how the office counts. '.repeat(5)

it('a passage is shown in both copies with whole words around it, and cuts are said to be cuts', () => {
  const then = `${LEAD}China passed 140 trillion daily tokens. ${LEAD}`
  const [passage] = comparedPassages(
    [cited('China passed 140 trillion daily tokens')],
    then,
    then.replace('140', '120'),
  )
  expect(passage).toMatchObject({
    change: 'figure_changed',
    left: { words: 'China passed 140 trillion daily tokens' },
    right: { words: 'China passed 120 trillion daily tokens' },
  })
  const { before, after } = passage!.left!
  expect(before).toMatch(/^…\w/)
  expect(after).toMatch(/\w…$/)
  for (const word of [before.slice(1).split(' ')[0], after.slice(0, -1).split(' ').at(-1)])
    expect(LEAD.split(' ')).toContain(word)
})

it('a text without blanks is cut all the same, and a short one not at all', () => {
  const quote = '我国日均词元调用量已超过140万亿'
  const [long] = comparedPassages([cited(quote)], `${quote}，${'增长了很多倍'.repeat(60)}`, '没有')
  expect(long?.left).toMatchObject({ before: '', words: quote, after: expect.stringMatching(/^.{160}…$/) })
  expect(long?.right).toBeNull()
  const [short] = comparedPassages([cited(quote)], `${quote}。`, `${quote}。`)
  expect(short?.left).toEqual({ before: '', words: quote, after: '。' })
})

it('citations without words are left out', () => {
  expect(comparedPassages([cited(null)], 'a', 'b')).toEqual([])
})
