/** One proposal: its words, what they are taken from, whose they are, how they fared, and what may be done. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { ProposalState, ProposedContent } from '#domain/proposal.ts'
import type { Gate } from '#domain/proposal-gate.ts'
import { languageName } from '#domain/query-languages.ts'
import { CLAIM_KIND_WORDS } from './claim-words.ts'
import { ProposalDecide, wordsOf } from './proposal-decide.tsx'
import { ProposalGate } from './proposal-gate.tsx'
import { PROPOSAL_KIND_WORDS } from './proposal-words.ts'
import { Quotation } from './quotation.tsx'
import { Time } from './time.tsx'

export type ShownProposal = {
  id: string
  kind: ProposedContent['kind']
  articleId: string
  citationId: string | null
  provider: string
  model: string
  at: Date
  state: ProposalState
  decidedAt: Date | null
  decidedBy: string | null
  content: ProposedContent | null
  gate: Gate | null
  claim: { id: string; number: number } | null
  attempt: { runId: string }
  attemptId: string
}

/** `typed` are a person's words that were refused, or null. */
export function ProposalCard({
  proposal,
  lang,
  typed,
}: {
  proposal: ShownProposal
  lang: string | null
  typed: string | null
}) {
  const { content, gate, state } = proposal
  return (
    <li className="border-t border-rule py-4 first:border-t-0 first:pt-0">
      <p className="text-sm text-soft">
        {PROPOSAL_KIND_WORDS[proposal.kind]}
        {content?.kind === 'claim' ? ` (${CLAIM_KIND_WORDS[content.claimKind].toLowerCase()})` : ''}, proposed
        by <span className="font-medium text-ink">{proposal.model}</span> at {proposal.provider},{' '}
        <Link className="link" to={paths.attempt(proposal.attempt.runId, proposal.attemptId)}>
          <Time at={proposal.at} />
        </Link>
        <Place proposal={proposal} />
      </p>
      {content ? (
        <>
          <p
            lang={langOf(content, lang) || undefined}
            className="mt-1 max-w-prose font-serif text-lg break-words"
          >
            {wordsOf(content)}
          </p>
          <Basis content={content} lang={lang} />
        </>
      ) : (
        <p className="mt-1 text-soft">This proposal is of another version of Stet and cannot be shown.</p>
      )}
      <ProposalGate gate={gate} />
      {state === 'proposed' ? (
        <ProposalDecide proposal={proposal} content={content} passed={gate?.passed ?? false} typed={typed} />
      ) : (
        <p className="mt-2 text-sm text-soft">
          {state === 'accepted' ? '✓ Accepted' : '– Dismissed'} by {proposal.decidedBy ?? 'somebody'}
          {proposal.decidedAt ? (
            <>
              , <Time at={proposal.decidedAt} />
            </>
          ) : null}
        </p>
      )}
    </li>
  )
}

function Place({ proposal: { claim, citationId } }: { proposal: ShownProposal }) {
  if (!claim) return null
  return (
    <>
      {' · '}
      <Link className="link" to={paths.claim(claim.id)}>
        Claim {claim.number}
      </Link>
      {citationId ? (
        <>
          {' · '}
          <Link className="link" to={paths.citationEdit(citationId)}>
            its citation
          </Link>
        </>
      ) : null}
    </>
  )
}

/** What the words are taken from. */
function Basis({ content, lang }: { content: ProposedContent; lang: string | null }) {
  if (content.kind === 'query') {
    const language = content.language ? `In ${languageName(content.language)}. ` : ''
    return (
      <p className="max-w-prose text-sm text-soft">
        {language}
        {content.why ? `It says: ${content.why}` : ''}
      </p>
    )
  }
  const isClaim = content.kind === 'claim'
  return (
    <div className="mt-2">
      <p className="text-sm text-soft">
        {isClaim ? 'Its passage in the draft' : 'The words of the source'}
        {isClaim && content.claimant ? `, said by ${content.claimant}` : ''}
      </p>
      <Quotation lang={isClaim ? lang : null}>{isClaim ? content.passage : content.quote}</Quotation>
    </div>
  )
}

function langOf(content: ProposedContent, lang: string | null): string | null {
  return content.kind === 'claim' ? lang : content.language
}
