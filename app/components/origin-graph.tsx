/** The graph of who has it from whom, drawn on the server as SVG: solid where a person confirmed it, dashed where proposed. */
import { type ReactNode, useId } from 'react'
import { paths } from '#app/paths.ts'
import type { OriginGraph as Graph, GraphNode } from '#domain/origin-graph.ts'
import {
  FULL_SIZE,
  type GraphMeasures,
  type PlacedEdge,
  type PlacedNode,
  placeGraph,
  SMALL_SIZE,
} from './origin-layout.ts'
import { languageOf, ORIGIN_KIND_WORDS, SOURCE_KIND_WORDS } from './source-words.ts'

/** By layers: how far the picture may shrink with its column before it is scrolled instead, so that it can be read. */
const FULL_SHRINK = [
  'max-w-full',
  'max-w-full',
  'max-w-full',
  'max-w-full min-w-[42rem]',
  'max-w-full min-w-[58rem]',
]
const SMALL_SHRINK = [
  'max-w-full',
  'max-w-full',
  'max-w-full',
  'max-w-full min-w-[30rem]',
  'max-w-full min-w-[38rem]',
]
/** From here on it may be wider than its column. */
const WIDE_LAYERS = 3

/** What kind of thing a node is, in a word or two. */
export function nodeKindWords({ kind, originKind, sourceKind, cited, settled }: GraphNode): string {
  if (kind === 'name') return 'Not seen'
  if (kind === 'origin') return originKind ? ORIGIN_KIND_WORDS[originKind] : 'Origin'
  const what = sourceKind ? SOURCE_KIND_WORDS[sourceKind] : 'Report'
  if (!cited) return `${what}, not cited here`
  return settled ? what : `${what}, not settled`
}

/** `small`: fewer words, for a page on which the graph is not the main thing. */
export function OriginGraph({ graph, small = false }: { graph: Graph; small?: boolean }) {
  const id = useId()
  const size = small ? SMALL_SIZE : FULL_SIZE
  const { nodes, edges, width, height } = placeGraph(graph, size)
  const shrink = (small ? SMALL_SHRINK : FULL_SHRINK)[graph.layers] ?? 'max-w-none'
  return (
    <Scrolled wide={graph.layers >= WIDE_LAYERS}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className={`block h-auto ${shrink}`}
      >
        <title>Who has it from whom</title>
        <defs>
          <marker
            id={`${id}tip`}
            viewBox="0 0 8 8"
            refX="7.500"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0.500 8 4 0 7.500z" className="fill-edge" />
          </marker>
        </defs>
        {edges.map((placed) => (
          <Edge
            key={`${placed.edge.from} ${placed.edge.to}`}
            placed={placed}
            tip={`${id}tip`}
            small={small}
          />
        ))}
        {nodes.map((placed) => (
          <Node key={placed.node.key} placed={placed} size={size} />
        ))}
      </svg>
    </Scrolled>
  )
}

/** What scrolls sideways must be reachable by keyboard; what does not is no stop on the way. */
function Scrolled({ wide, children }: { wide: boolean; children: ReactNode }) {
  return (
    <div
      className="hidden overflow-x-auto md:block"
      {...(wide ? { tabIndex: 0, role: 'region', 'aria-label': 'Picture, scrolls sideways' } : {})}
    >
      {children}
    </div>
  )
}

function Edge({ placed, tip, small }: { placed: PlacedEdge; tip: string; small: boolean }) {
  const { edge, path, labelX, labelY } = placed
  const proposed = edge.state === 'proposed'
  return (
    <g>
      <path
        d={path}
        fill="none"
        strokeWidth={proposed ? 1.2 : 1.8}
        strokeDasharray={proposed ? '5 4' : undefined}
        markerEnd={`url(#${tip})`}
        className="stroke-edge"
      />
      {proposed ? (
        <text
          x={labelX}
          y={labelY}
          textAnchor="end"
          fontSize={small ? 10 : 11}
          className="fill-disputed stroke-paper"
          strokeWidth="4"
          paintOrder="stroke"
        >
          proposed
        </text>
      ) : null}
    </g>
  )
}

const SHAPES: Record<GraphNode['kind'], string> = {
  origin: 'fill-accent-wash stroke-accent',
  source: 'fill-sheet stroke-edge',
  name: 'fill-shade stroke-edge',
}

function Node({ placed, size }: { placed: PlacedNode; size: GraphMeasures }) {
  const { node, x, y, width, height, label, detail } = placed
  const { padding, lineHeight, fontSize } = size
  const kind = nodeKindWords(node)
  const lineY = (index: number) => y + padding + lineHeight * index + fontSize * 0.9
  const lines = [
    ...label.map((text) => ({ text, look: 'fill-ink font-medium', size: fontSize })),
    ...detail.map((text) => ({ text, look: 'fill-soft', size: fontSize - 1 })),
    {
      text: kind,
      look: node.kind === 'source' && node.cited && !node.settled ? 'fill-disputed' : 'fill-soft',
      size: fontSize - 1.5,
    },
  ]
  const picture = (
    <>
      <title>{[node.label, node.detail, kind].filter(Boolean).join(' · ')}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={node.kind === 'origin' ? Math.min(22, height / 2) : 4}
        strokeDasharray={node.kind === 'name' ? '3 3' : undefined}
        strokeWidth={node.cited ? 1.6 : 1}
        className={SHAPES[node.kind]}
      />
      {lines.map((line, index) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one label have no other name
          key={index}
          lang={line.text === kind ? undefined : languageOf(line.text, node.language)}
          x={node.kind === 'origin' ? x + width / 2 : x + padding + 2}
          textAnchor={node.kind === 'origin' ? 'middle' : 'start'}
          y={lineY(index)}
          fontSize={line.size}
          className={line.look}
        >
          {line.text}
        </text>
      ))}
    </>
  )
  if (node.kind !== 'source') return <g>{picture}</g>
  // Its name is the picture's <title>.
  return <a href={paths.source(node.id)}>{picture}</a>
}
