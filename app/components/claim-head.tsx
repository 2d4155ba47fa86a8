/** The head of a claim's page: its words, its status and confidence, and the next thing to do. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { ClaimStatus, Confidence } from '#domain/claim.ts'
import { LinkButton } from './button.tsx'
import type { NextStep } from './next-step.ts'
import { PageHead } from './page-head.tsx'
import { SampleMark } from './sample-mark.tsx'
import { StatusMark } from './status-mark.tsx'
import { CONFIDENCE_WORDS } from './status-words.ts'
import { Time } from './time.tsx'

export type HeadedClaim = {
  id: string
  number: number
  text: string
  status: ClaimStatus
  confidence: Confidence | null
  submittedAt: Date | string | null
  article: { id: string; headline: string; sample: boolean }
}

/** Where on the page the next thing is done. */
const PLACES: Partial<Record<NonNullable<NextStep['target']>, string>> = {
  sources: '#sources',
  review: '#review',
  submit: '#review',
}

/** `lang` is the article's language. */
export function ClaimHead({ claim, lang, next }: { claim: HeadedClaim; lang: string; next: NextStep }) {
  const place = next.target ? PLACES[next.target] : undefined
  return (
    <PageHead
      kicker={
        <>
          {claim.article.sample ? <SampleMark /> : null}
          <Link className="link" to={paths.article(claim.article.id)}>
            {claim.article.headline}
          </Link>{' '}
          · Claim {claim.number}
        </>
      }
      title={
        <span lang={lang} className="font-serif">
          {claim.text}
        </span>
      }
      state={
        <>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
            <StatusMark status={claim.status} />
            {claim.confidence ? <span>{CONFIDENCE_WORDS[claim.confidence]}</span> : null}
            {claim.submittedAt ? (
              <span className="text-soft">
                waits for an editor since <Time at={claim.submittedAt} />
              </span>
            ) : null}
          </p>
          <p className="mt-1">
            {place ? (
              <a className="link" href={place}>
                {next.words}
              </a>
            ) : (
              next.words
            )}
          </p>
        </>
      }
      actions={
        <>
          <LinkButton to={paths.claimEdit(claim.id)}>Change</LinkButton>
          <LinkButton to={paths.newCitation(claim.id)} look={next.target === 'link' ? 'primary' : 'plain'}>
            Link a source
          </LinkButton>
        </>
      }
    />
  )
}
