/** The decision on a proposal: accept it, change it first, or dismiss it. Posts to the article's page of proposals. */
import { Form, useLocation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { ProposedContent } from '#domain/proposal.ts'
import { Button, LinkButton } from './button.tsx'
import { TextArea } from './field.tsx'

const MINE = {
  claim: { label: 'The claim', accept: 'Log it as your claim' },
  query: { label: 'The query', accept: 'Accept the query' },
  translation: { label: 'The translation', accept: 'Accept the translation' },
} as const

/** Without `content` it can only be dismissed. What did not pass cannot be accepted; a translation can once it is changed. */
export function ProposalDecide({
  proposal,
  content,
  passed,
  typed,
}: {
  proposal: { id: string; articleId: string }
  content: ProposedContent | null
  passed: boolean
  typed: string | null
}) {
  const { pathname, search } = useLocation()
  const words = content && wordsOf(content)
  const canTake = content !== null && (passed || content.kind === 'translation')
  return (
    <Form
      method="post"
      action={paths.articleAssistant(proposal.articleId)}
      preventScrollReset
      className="mt-3 grid gap-3"
    >
      <input type="hidden" name="form" value="decide" />
      <input type="hidden" name="proposalId" value={proposal.id} />
      <input type="hidden" name="back" value={pathname + search} />
      {canTake && content ? (
        <details open={!passed || (typed !== null && typed !== words)}>
          <summary className="text-sm text-accent">Change it first</summary>
          <TextArea
            className="mt-2 max-w-prose"
            label={MINE[content.kind].label}
            name="text"
            rows={content.kind === 'query' ? 1 : 3}
            prose={content.kind !== 'query'}
            key={typed}
            defaultValue={typed ?? words ?? ''}
            hint={
              passed
                ? 'Your words are compared with the record again.'
                : 'It did not pass, so it can be accepted only with a change of yours. It is compared again.'
            }
          />
        </details>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {canTake && content ? (
          <Button name="decision" value="accept" aria-label={`${MINE[content.kind].accept}: ${words}`}>
            {MINE[content.kind].accept}
          </Button>
        ) : null}
        {!canTake && content?.kind === 'claim' ? (
          <LinkButton to={paths.newClaim(proposal.articleId, content.passage)}>Log it yourself</LinkButton>
        ) : null}
        <Button
          look="quiet"
          name="decision"
          value="dismiss"
          aria-label={`Dismiss: ${words ?? 'the proposal'}`}
        >
          Dismiss
        </Button>
      </div>
    </Form>
  )
}

/** The words that a person makes their own. */
export function wordsOf(content: ProposedContent): string {
  if (content.kind === 'claim') return content.text
  return content.kind === 'query' ? content.query : content.translation
}
