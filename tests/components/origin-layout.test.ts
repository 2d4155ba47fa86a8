/** The picture of an origin graph: nothing overlaps, nothing falls out of the frame, long titles are cut. */
import { describe, expect, it } from 'vitest'
import { FULL_SIZE, placeGraph, SMALL_SIZE, wrapped } from '#components/origin-layout.ts'
import { type GraphRelay, originGraph } from '#domain/origin-graph.ts'

const source = (id: string, title = `story of ${id}`) => ({
  id,
  publisher: `The ${id} Gazette`,
  title,
  address: `https://${id}.example/`,
  kind: 'report' as const,
  language: null,
  published: null,
})
const from = (id: string, place: Partial<GraphRelay>): GraphRelay => ({
  source: source(id, '我国日均词元调用量已超过140万亿'.repeat(4)),
  origin: null,
  fromSource: null,
  fromName: null,
  state: 'proposed',
  basis: 'citing',
  ...place,
})
const speech = { id: 'speech', label: 'speech of 23 March', kind: 'speech' as const, utterance: null }

function wide(outlets: number) {
  const ids = Array.from({ length: outlets }, (_, index) => `o${index}`)
  const relays = [
    from('wire', { origin: speech }),
    ...ids.map((id) => from(id, { fromSource: source('wire') })),
    ...ids.slice(0, 3).map((id) => from(id, { origin: speech })),
  ]
  return originGraph(
    ids.map((id) => source(id)),
    relays,
  )
}

describe.each([
  ['one source', 1],
  ['forty sources', 40],
])('a graph of %s', (_name, outlets) => {
  it.each([FULL_SIZE, SMALL_SIZE])('has no node upon another and none outside', (size) => {
    const { nodes, edges, width, height } = placeGraph(wide(outlets), size)
    expect(nodes).toHaveLength(outlets + 2)
    for (const one of nodes) {
      expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height).toBe(
        true,
      )
      for (const other of nodes)
        if (one !== other && one.x === other.x)
          expect(one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true)
    }
    for (const { path } of edges) expect(path).toMatch(/^M[\d.]+ [\d.]+( C[\d. ]+)+$/)
  })
})

it('a title is broken between words, between Chinese signs, and cut with an ellipsis', () => {
  expect(wrapped('Short', 20, 2)).toEqual(['Short'])
  expect(wrapped('China puts a number on its demand', 10, 3)).toEqual([
    'China puts a number',
    'on its demand',
  ])
  expect(wrapped('我国日均词元调用量已超过140万亿', 6, 2)).toEqual(['我国日均词元', '调用量已超…'])
  expect(wrapped('x'.repeat(200), 10, 2).at(-1)).toMatch(/…$/)
  expect(wrapped('', 10, 2)).toEqual([])
})
