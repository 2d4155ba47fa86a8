/** Narrows the proposals of an article to those to decide, accepted or dismissed, by links. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { PROPOSAL_STATES, type ProposalState } from '#domain/proposal.ts'
import { PROPOSAL_STATE_WORDS } from './proposal-words.ts'

export function ProposalFilter({
  articleId,
  chosen,
  counts,
}: {
  articleId: string
  chosen: ProposalState
  counts: Record<ProposalState, number>
}) {
  return (
    <nav aria-label="Which proposals" className="mb-4 text-sm">
      <ul className="flex flex-wrap gap-x-1">
        {PROPOSAL_STATES.map((state) => (
          <li key={state}>
            <Link
              to={paths.articleAssistant(articleId, { state })}
              aria-current={state === chosen ? 'true' : undefined}
              className="block rounded-md px-2 py-1 no-underline hover:bg-shade aria-[current]:bg-shade aria-[current]:font-semibold"
            >
              {PROPOSAL_STATE_WORDS[state]} ({counts[state]})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
