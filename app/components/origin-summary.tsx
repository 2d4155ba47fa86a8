/** What a claim's reports come down to, in short: the count, how little it is, contradictions, and a small picture. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { SourceConflict } from '#domain/conflict.ts'
import type { Independence } from '#domain/independence.ts'
import { type Fragility, fragilityWords, independenceWords } from '#domain/independence-words.ts'
import type { OriginGraph as Graph } from '#domain/origin-graph.ts'
import { count } from './next-step.ts'
import { Notice } from './notice.tsx'
import { conflictWords } from './origin-conflicts.tsx'
import { OriginGraph } from './origin-graph.tsx'
import { Section } from './section.tsx'

/** `needsCaveat`: one origin, and no caveat says so yet. */
export function OriginSummary({
  claimId,
  independence,
  fragility,
  graph,
  proposals,
  conflicts,
  needsCaveat,
}: {
  claimId: string
  independence: Independence
  fragility: Fragility
  graph: Graph
  proposals: number
  conflicts: SourceConflict[]
  needsCaveat: boolean
}) {
  if (graph.nodes.length === 0) return null
  return (
    <Section
      id="origins"
      title="Where the reports have it from"
      aside={
        <Link className="link text-sm" to={paths.claimOrigins(claimId)}>
          Who has it from whom
        </Link>
      }
    >
      <div className="grid gap-3">
        <OriginCount independence={independence} fragility={fragility} />
        {needsCaveat ? (
          <p>
            <Link className="link" to={paths.claimCaveat(claimId, 'single_origin')} preventScrollReset>
              Add the caveat “single origin”
            </Link>
          </p>
        ) : null}
        {proposals > 0 ? (
          <p>
            <Link className="link" to={`${paths.claimOrigins(claimId)}#proposals`}>
              {count(proposals, 'proposal')}
            </Link>{' '}
            {proposals === 1 ? 'waits' : 'wait'} for somebody to confirm or reject.
          </p>
        ) : null}
        {conflicts.length > 0 ? (
          <Notice tone="warning">
            Reports of one origin contradict each other.{' '}
            {conflicts.map((conflict) => `${conflictWords(conflict)}. `)}
            <Link className="link" to={`${paths.claimOrigins(claimId)}#conflicts`}>
              See the words of each
            </Link>
          </Notice>
        ) : null}
        {graph.edges.length > 0 ? <OriginGraph graph={graph} small /> : null}
      </div>
    </Section>
  )
}

/** The count in one sentence, and under it what it would fall with. */
export function OriginCount({
  independence,
  fragility,
}: {
  independence: Independence
  fragility: Fragility
}) {
  if (independence.reports === 0) return <p className="text-soft">No report supports it.</p>
  const via = [...new Set(independence.groups.flatMap((group) => group.via.map(({ label }) => label)))]
  return (
    <div>
      <p className="font-medium">{independenceWords(independence)}.</p>
      {fragility.origins + fragility.copies > 0 ? (
        <p className="text-sm text-soft">
          It {fragilityWords(fragility)}.{via.length > 0 ? ` On the way: ${via.join(', ')}.` : ''}
        </p>
      ) : null}
    </div>
  )
}
