/** The head of an article's page: its headline, the next thing to do, and what can be done. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { ClaimStatus } from '#domain/claim.ts'
import type { Sensitivity } from '#domain/sensitivity.ts'
import { LinkButton } from './button.tsx'
import { articleNextStep } from './next-step.ts'
import { PageHead } from './page-head.tsx'
import { SampleMark } from './sample-mark.tsx'
import { SENSITIVITY_WORDS } from './sensitivity-words.ts'

export function ArticleHead({
  article,
  claims,
}: {
  article: { id: string; headline: string; language: string; sample: boolean; sensitivity: Sensitivity }
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
      state={
        <>
          <p>{next.words}</p>
          <SensitivityLine article={article} />
        </>
      }
      actions={
        <>
          <LinkButton to={paths.articleAssistant(article.id)}>Assistant</LinkButton>
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

/** How guarded the article is, and the way to who has learned of it all the same. */
function SensitivityLine({ article }: { article: { id: string; sensitivity: Sensitivity } }) {
  const { word, means } = SENSITIVITY_WORDS[article.sensitivity]
  return (
    <p className="mt-1 text-sm text-soft">
      <span className="font-medium text-ink">{word}.</span> {means}{' '}
      <Link className="link" to={paths.articleEgress(article.id)}>
        Who has learned of it
      </Link>
      {' · '}
      <Link className="link" to={paths.articleChains(article.id)}>
        Which steps are walked for it
      </Link>
    </p>
  )
}
