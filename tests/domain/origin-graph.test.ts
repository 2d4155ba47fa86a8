/** The graph of who has it from whom: layers from the origin to the outlets, and the same as a tree. */
import { describe, expect, it } from 'vitest'
import { branchesOf, type GraphBranch, type GraphRelay, originGraph } from '#domain/origin-graph.ts'

const source = (id: string) => ({
  id,
  publisher: `house ${id}`,
  title: `story of ${id}`,
  address: `https://${id}.example/`,
  kind: 'report' as const,
  language: null,
  published: null,
})
const speech = {
  id: 'speech',
  label: 'speech of 23 March',
  kind: 'speech' as const,
  utterance: { spokenOn: '2026-03-23', language: 'zh' },
}
type From = Partial<Pick<GraphRelay, 'origin' | 'fromSource' | 'fromName' | 'state'>>
const relay = (id: string, from: From): GraphRelay => ({
  source: source(id),
  origin: null,
  fromSource: null,
  fromName: null,
  state: 'confirmed',
  basis: 'by_hand',
  ...from,
})
const layersOf = (graph: ReturnType<typeof originGraph>) =>
  Object.fromEntries(graph.nodes.map(({ key, layer }) => [key, layer]))
const outline = (branches: GraphBranch[]): unknown[] =>
  branches.map(({ node, branches: below }) => (below.length > 0 ? [node.id, outline(below)] : node.id))

describe('a graph of origins', () => {
  it('stands the speech before the wire and the wire before the outlets', () => {
    const relays = [
      relay('wire', { origin: speech }),
      relay('a', { fromSource: source('wire') }),
      relay('b', { fromSource: source('wire'), state: 'proposed' }),
      relay('b', { origin: speech }),
    ]
    const graph = originGraph([source('a'), source('b')], relays)
    expect(layersOf(graph)).toEqual({
      'origin speech': 0,
      'source wire': 1,
      'source a': 2,
      'source b': 2,
    })
    expect(graph.nodes.filter(({ cited }) => cited).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(outline(branchesOf(graph))).toEqual([['speech', [['wire', ['a', 'b']], 'b']]])
  })

  it('stands sources of unknown origin with the outlets, tied to nothing', () => {
    const graph = originGraph([source('a'), source('b')], [relay('a', { origin: speech })])
    expect(layersOf(graph)).toEqual({ 'origin speech': 0, 'source a': 1, 'source b': 1 })
    expect(graph.nodes.find(({ id }) => id === 'b')).toMatchObject({ settled: false })
  })

  it('leaves out what was rejected', () => {
    const graph = originGraph([source('a')], [relay('a', { origin: speech, state: 'rejected' })])
    expect(graph).toMatchObject({ edges: [], layers: 1 })
  })

  it('comes to an end although proposals run in a circle', () => {
    const relays = [
      relay('a', { fromSource: source('b'), state: 'proposed' }),
      relay('b', { fromSource: source('a'), state: 'proposed' }),
    ]
    const graph = originGraph([source('a'), source('b')], relays)
    expect(graph.nodes).toHaveLength(2)
    expect(outline(branchesOf(graph))).toEqual([['a', [['b', ['a']]]]])
  })

  it('holds forty outlets of one wire', () => {
    const outlets = Array.from({ length: 40 }, (_, index) => source(`outlet ${index}`))
    const relays = outlets.map(({ id }) => relay(id, { fromName: 'Xinhua' }))
    const graph = originGraph(outlets, relays)
    expect(graph).toMatchObject({ layers: 2 })
    expect(graph.nodes).toHaveLength(41)
  })
})
