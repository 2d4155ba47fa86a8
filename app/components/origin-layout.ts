/** Places the nodes and edges of an origin graph: layers from left to right, lines that cross as little as is cheap. */
import type { GraphEdge, GraphNode, OriginGraph } from '#domain/origin-graph.ts'

/** Lengths are in SVG user units, which are pixels at full size. */
export type GraphMeasures = {
  nodeWidth: number
  gap: number
  rowGap: number
  lineHeight: number
  padding: number
  fontSize: number
  labelLines: number
  detailLines: number
}

export const FULL_SIZE: GraphMeasures = {
  nodeWidth: 226,
  gap: 96,
  rowGap: 14,
  lineHeight: 18,
  padding: 9,
  fontSize: 13,
  labelLines: 2,
  detailLines: 2,
}

export const SMALL_SIZE: GraphMeasures = {
  nodeWidth: 156,
  gap: 60,
  rowGap: 8,
  lineHeight: 16,
  padding: 6,
  fontSize: 11.5,
  labelLines: 2,
  detailLines: 0,
}

export type PlacedNode = {
  node: GraphNode
  x: number
  y: number
  width: number
  height: number
  label: string[]
  detail: string[]
}

export type PlacedEdge = { edge: GraphEdge; path: string; labelX: number; labelY: number }

export type PlacedGraph = { nodes: PlacedNode[]; edges: PlacedEdge[]; width: number; height: number }

/** What takes a place in a layer: a node, or the lane of an edge that passes through. */
type Slot = {
  key: string
  node: GraphNode | null
  height: number
  y: number
  label: string[]
  detail: string[]
}

const LANE_HEIGHT = 4
const SWEEPS = 4

export function placeGraph({ nodes, edges, layers }: OriginGraph, size: GraphMeasures): PlacedGraph {
  const columns: Slot[][] = Array.from({ length: layers }, () => [])
  for (const node of nodes) columns[node.layer]?.push(nodeSlot(node, size))
  const ways = edges.map((edge) => ({ edge, stops: stopsOf(edge, nodes, columns) }))
  order(columns, ways)
  const heights = columns.map((column) => column.reduce((sum, { height }) => sum + height + size.rowGap, 0))
  const height = Math.max(...heights, 0)
  columns.forEach((column, index) => {
    let y = (height - (heights[index] ?? 0) + size.rowGap) / 2
    for (const slot of column) {
      slot.y = y
      y += slot.height + size.rowGap
    }
  })
  const xOf = (layer: number) => layer * (size.nodeWidth + size.gap) + 2
  const find = (layer: number, key: string) => columns[layer]?.find((slot) => slot.key === key)
  return {
    width: xOf(layers - 1) + size.nodeWidth + 2,
    height: height + size.rowGap,
    nodes: columns.flatMap((column, layer) =>
      column.flatMap(({ node, y, height, label, detail }) =>
        node ? [{ node, x: xOf(layer), y, width: size.nodeWidth, height, label, detail }] : [],
      ),
    ),
    edges: ways.map(({ edge, stops }) => {
      const points = stops.flatMap(({ layer, key }, index): [number, number][] => {
        const slot = find(layer, key)
        const y = (slot?.y ?? 0) + (slot?.height ?? 0) / 2
        const [left, right] = [xOf(layer), xOf(layer) + size.nodeWidth]
        if (index === 0) return [[right, y]]
        return index === stops.length - 1
          ? [[left, y]]
          : [
              [left, y],
              [right, y],
            ]
      })
      return { edge, ...lineThrough(points) }
    }),
  }
}

function nodeSlot(node: GraphNode, size: GraphMeasures): Slot {
  const isOrigin = node.kind === 'origin'
  // The rounded ends of an origin leave less room, and a speech is told by its whole name.
  const room = (size.nodeWidth - (isOrigin ? 4 : 2) * size.padding) / size.fontSize
  const label = wrapped(node.label, room, size.labelLines + (isOrigin ? 1 : 0))
  const isTold = node.detail !== null && node.label.includes(node.detail)
  const detail =
    node.detail && !isTold && size.detailLines > 0 ? wrapped(node.detail, room * 1.08, size.detailLines) : []
  // One line more says what it is.
  const height = (label.length + detail.length + 1) * size.lineHeight + 2 * size.padding - 4
  return { key: node.key, node, height, y: 0, label, detail }
}

/** The layers an edge goes through; in those between its ends a lane is kept free. Edges of a circle run back and keep none. */
function stopsOf(edge: GraphEdge, nodes: GraphNode[], columns: Slot[][]): { layer: number; key: string }[] {
  const layerOf = (key: string) => nodes.find((node) => node.key === key)?.layer ?? 0
  const [first, last] = [layerOf(edge.from), layerOf(edge.to)]
  const stops = [{ layer: first, key: edge.from }]
  for (let layer = first + 1; layer < last; layer += 1) {
    const key = `lane ${edge.from} ${edge.to}`
    columns[layer]?.push({ key, node: null, height: LANE_HEIGHT, y: 0, label: [], detail: [] })
    stops.push({ layer, key })
  }
  return [...stops, { layer: last, key: edge.to }]
}

/** Sorts each layer by where its neighbours stand, forth and back (barycentres after Sugiyama). */
function order(columns: Slot[][], ways: { stops: { layer: number; key: string }[] }[]): void {
  const ties = ways.flatMap(({ stops }) => stops.slice(1).map((stop, index) => [stops[index], stop] as const))
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const forth = sweep % 2 === 0
    const indices = columns.map((_, index) => index)
    for (const index of forth ? indices : indices.reverse()) {
      const column = columns[index] ?? []
      const place = new Map(column.map((slot, at) => [slot.key, barycentre(slot.key, index, at)]))
      column.sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0))
    }
    function barycentre(key: string, layer: number, otherwise: number): number {
      const places = ties.flatMap(([from, to]) => {
        const [mine, other] = forth ? [to, from] : [from, to]
        if (mine?.key !== key || mine.layer !== layer || !other) return []
        const at = columns[other.layer]?.findIndex((slot) => slot.key === other.key) ?? -1
        return at < 0 ? [] : [at / Math.max(1, (columns[other.layer]?.length ?? 1) - 1)]
      })
      const scale = Math.max(1, (columns[layer]?.length ?? 1) - 1)
      return places.length > 0 ? places.reduce((sum, one) => sum + one, 0) / places.length : otherwise / scale
    }
  }
}

const two = (value: number) => Math.round(value * 10) / 10

function lineThrough(points: [number, number][]): { path: string; labelX: number; labelY: number } {
  const [start = [0, 0], ...rest] = points
  let path = `M${two(start[0])} ${two(start[1])}`
  let [x, y] = start
  for (const [toX, toY] of rest) {
    const bend = (toX - x) / 2
    path += ` C${two(x + bend)} ${two(y)} ${two(toX - bend)} ${two(toY)} ${two(toX)} ${two(toY)}`
    ;[x, y] = [toX, toY]
  }
  return { path, labelX: two(x - 12), labelY: two(y - 6) }
}

/** A Chinese sign is as wide as the type is high, a Latin letter a little over half of it. */
function widthOf(text: string): number {
  let width = 0
  for (const sign of text)
    width += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(sign)
      ? 1
      : /[A-Z—mwMW@%]/.test(sign)
        ? 0.74
        : /[iljft.,:;' ’|]/.test(sign)
          ? 0.34
          : 0.56
  return width
}

/** Breaks between words, and between any two Chinese signs; what does not fit ends in an ellipsis. `room` is in ems. */
export function wrapped(text: string, room: number, maxLines: number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uff60]|[^\s\u2e80-\u9fff\uff00-\uff60]+\s*|\s+/g) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces.flatMap((one) => (widthOf(one) > room ? [...one] : [one]))) {
    if (line && widthOf(line + piece.trimEnd()) > room) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  if (line.trim()) lines.push(line.trim())
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  let last = kept[maxLines - 1] ?? ''
  while (last && widthOf(`${last}…`) > room) last = [...last].slice(0, -1).join('')
  return [...kept.slice(0, -1), `${last.trimEnd()}…`]
}
