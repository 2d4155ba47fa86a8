/** The head of an article's page: its headline, the next thing to do, and what can be done. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { ClaimStatus } from '#domain/claim.ts'
import { LinkButton } from './button.tsx'
import { articleNextStep } from './next-step.ts'
import { PageHead } from './page-head.tsx'
import { SampleMark } from './sample-mark.tsx'

export function ArticleHead({
  article,
  claims,
}: {
  article: { id: string; headline: string; language: string; sample: boolean }
  claims: { status: ClaimStatus; submittedAt: Date | string | null }[]
}) {
  const next = articleNextStep(
    claims.map(({ status, submittedAt }) => ({ status, submitted: submittedAt !== null })),
  )
  return (
    <PageHead
      kicker={
        <>
          {article.sample ? <SampleMark /> : null}
          <Link className="link" to={paths.articles}>
            Articles
          </Link>
        </>
      }
      title={
        <span lang={article.language} className="font-serif">
          {article.headline}
        </span>
      }
      state={<p>{next.words}</p>}
      actions={
        <>
          <LinkButton to={paths.articleEdit(article.id)}>Change</LinkButton>
          <LinkButton
            to={paths.articleExport(article.id)}
            look={next.target === 'export' ? 'primary' : 'plain'}
          >
            Source list
          </LinkButton>
        </>
      }
    />
  )
}
