/** The graph of who has it from whom, as people draw it: speech, then wire, then outlets, in layers from left to right. */

import type { OriginKind, RelayState } from './origin.ts'
import { dayInWords } from './origin-label.ts'
import { calledName } from './relay.ts'
import type { SourceKind } from './source.ts'

type GraphSource = {
  id: string
  publisher: string | null
  title: string | null
  address: string
  kind: SourceKind
  language: string | null
  published: string | null
}

export type GraphRelay = {
  source: GraphSource
  fromSource: GraphSource | null
  fromName: string | null
  origin: {
    id: string
    label: string
    kind: OriginKind
    utterance: { spokenOn: string | null; language: string | null } | null
  } | null
  state: RelayState
  basis: string
}

/** `cited`: a source of the claim itself. `settled`: something confirmed leads to or from it. */
export type GraphNode = {
  key: string
  kind: 'origin' | 'source' | 'name'
  id: string
  label: string
  /** title of a source, day of an origin */
  detail: string | null
  originKind: OriginKind | null
  sourceKind: SourceKind | null
  language: string | null
  cited: boolean
  settled: boolean
  /** 0 is where it first appeared */
  layer: number
}

/** Information goes from `from` to `to`. */
export type GraphEdge = { from: string; to: string; state: 'proposed' | 'confirmed'; basis: string }

export type OriginGraph = { nodes: GraphNode[]; edges: GraphEdge[]; layers: number }

/** `cited` are the claim's sources; those without any relay stand with the outlets, tied to nothing. Rejected relays are left out. */
export function originGraph(cited: readonly GraphSource[], relays: readonly GraphRelay[]): OriginGraph {
  const nodes = new Map<string, GraphNode>()
  const isCited = (id: string) => cited.some((source) => source.id === id)
  const put = (node: GraphNode) => nodes.set(node.key, nodes.get(node.key) ?? node)
  for (const source of cited) put(sourceNode(source, true))
  const edges: GraphEdge[] = []
  for (const { source, fromSource, fromName, origin, state, basis } of relays) {
    if (state === 'rejected') continue
    const to = sourceNode(source, isCited(source.id))
    const from = origin
      ? originNode(origin)
      : fromSource
        ? sourceNode(fromSource, isCited(fromSource.id))
        : nameNode(fromName ?? '')
    put(from)
    put(to)
    edges.push({ from: from.key, to: to.key, state, basis })
  }
  const ends = new Set(edges.flatMap(({ from, to, state }) => (state === 'confirmed' ? [from, to] : [])))
  const layerOf = layersOf([...nodes.keys()], edges)
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const last = Math.max(edges.length > 0 ? 1 : 0, ...layerOf.values())
  const placed = [...nodes.values()].map((node) => ({
    ...node,
    settled: ends.has(node.key),
    layer: tied.has(node.key) ? (layerOf.get(node.key) ?? 0) : last,
  }))
  return { nodes: placed, edges, layers: last + 1 }
}

/** Each stands one layer behind the last of those it has it from. Proposals may run in a circle: the way back is not followed. */
function layersOf(keys: string[], edges: readonly GraphEdge[]): Map<string, number> {
  const from = new Map<string, string[]>()
  for (const edge of edges) from.set(edge.to, [...(from.get(edge.to) ?? []), edge.from])
  const layers = new Map<string, number>()
  const onTheWay = new Set<string>()
  const place = (key: string): number => {
    const known = layers.get(key)
    if (known !== undefined) return known
    onTheWay.add(key)
    const before = (from.get(key) ?? []).filter((one) => !onTheWay.has(one)).map(place)
    onTheWay.delete(key)
    const layer = before.length > 0 ? Math.max(...before) + 1 : 0
    layers.set(key, layer)
    return layer
  }
  for (const key of keys) place(key)
  return layers
}

const NODE = { originKind: null, sourceKind: null, language: null, cited: false, settled: false, layer: 0 }

function sourceNode(source: GraphSource, cited: boolean): GraphNode {
  const { id, title, kind, language } = source
  const label = calledName(source)
  const detail = title === label ? null : title
  return {
    ...NODE,
    key: `source ${id}`,
    kind: 'source',
    id,
    label,
    detail,
    sourceKind: kind,
    language,
    cited,
  }
}

function originNode({ id, label, kind, utterance }: NonNullable<GraphRelay['origin']>): GraphNode {
  const detail = utterance?.spokenOn ? dayInWords(utterance.spokenOn) : null
  const language = utterance?.language ?? null
  return { ...NODE, key: `origin ${id}`, kind: 'origin', id, label, detail, originKind: kind, language }
}

function nameNode(name: string): GraphNode {
  return { ...NODE, key: `name ${name}`, kind: 'name', id: name, label: name, detail: null }
}

/** One node with what has it from there, for a nested list. A node that is below itself, or was listed above, has no branches. */
export type GraphBranch = { node: GraphNode; edge: GraphEdge | null; branches: GraphBranch[] }

/** The same graph as a tree from its origins; what has it from two places stands under both. */
export function branchesOf({ nodes, edges }: OriginGraph): GraphBranch[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const listed = new Set<string>()
  const branch = (node: GraphNode, edge: GraphEdge | null, above: readonly string[]): GraphBranch => {
    const isOpen = !above.includes(node.key) && !listed.has(node.key)
    listed.add(node.key)
    const below = isOpen ? edges.filter(({ from }) => from === node.key) : []
    const branches = below.flatMap((one) => {
      const next = byKey.get(one.to)
      return next ? [branch(next, one, [...above, node.key])] : []
    })
    return { node, edge, branches }
  }
  const fed = new Set(edges.map(({ to }) => to))
  const roots = nodes.filter(({ key }) => !fed.has(key)).map((node) => branch(node, null, []))
  // A circle of proposals has no beginning: it is listed from its first member.
  const circles = nodes.flatMap((node) => (listed.has(node.key) ? [] : [branch(node, null, [])]))
  // What nothing is known of comes last.
  const isTied = ({ branches }: GraphBranch) => Number(branches.length > 0)
  return [...roots, ...circles].sort((a, b) => isTied(b) - isTied(a))
}
