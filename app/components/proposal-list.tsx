/** Proposals, one under the other. */
import { ProposalCard, type ShownProposal } from './proposal-card.tsx'

/** `lang` is the article's language; `refused` is what was typed into a decision that was refused. */
export function ProposalList({
  proposals,
  lang,
  refused = null,
}: {
  proposals: ShownProposal[]
  lang: string | null
  refused?: { proposalId: string; text: string } | null
}) {
  return (
    <ol>
      {proposals.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          lang={lang}
          typed={refused?.proposalId === proposal.id ? refused.text : null}
        />
      ))}
    </ol>
  )
}
