/** The graph of who has it from whom as a nested list: the same data for screen readers and small screens. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { branchesOf, type GraphBranch, type OriginGraph } from '#domain/origin-graph.ts'
import { nodeKindWords } from './origin-graph.tsx'
import { basisWords } from './relay-words.ts'
import { languageOf } from './source-words.ts'

export function OriginTree({ graph }: { graph: OriginGraph }) {
  return (
    <ul className="grid gap-3">
      {branchesOf(graph).map((branch) => (
        <Branch key={branch.node.key} branch={branch} />
      ))}
    </ul>
  )
}

function Branch({ branch: { node, edge, branches } }: { branch: GraphBranch }) {
  const { label, detail, language } = node
  return (
    <li>
      <p>
        {node.kind === 'source' ? (
          <Link className="link" to={paths.source(node.id)} lang={languageOf(label, language)}>
            {label}
          </Link>
        ) : (
          <span className="font-medium" lang={languageOf(label, language)}>
            {label}
          </span>
        )}
        <span className="text-sm text-soft"> · {nodeKindWords(node)}</span>
        {edge ? (
          <span className={`text-sm ${edge.state === 'proposed' ? 'text-disputed' : 'text-stands'}`}>
            {' '}
            · {edge.state === 'proposed' ? '◌ proposed' : '✓ confirmed'}
            <span className="text-soft">: {basisWords(edge.basis)}</span>
          </span>
        ) : null}
      </p>
      {detail ? (
        <p className="max-w-prose text-sm text-soft" lang={languageOf(detail, language)}>
          {detail}
        </p>
      ) : null}
      {branches.length > 0 ? (
        <ul aria-label={`What has it from ${label}`} className="mt-2 grid gap-2 border-l-2 border-rule pl-4">
          {branches.map((below) => (
            <Branch key={`${below.node.key} ${below.edge?.from}`} branch={below} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}
