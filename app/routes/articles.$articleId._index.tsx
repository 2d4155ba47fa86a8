/** An article: its draft with the checker's pencil, its claims, its caveats, the next thing to do. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ArticleClaims } from '#components/article-claims.tsx'
import { ArticleHead } from '#components/article-head.tsx'
import { Caveats } from '#components/caveats.tsx'
import { Draft, PencilLegend } from '#components/draft.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { History } from '#components/history.tsx'
import { LogSelection } from '#components/log-selection.tsx'
import { pageTitle } from '#components/page-title.ts'
import { ProgressMark } from '#components/progress-mark.tsx'
import { RelatedCoverage } from '#components/related-coverage.tsx'
import { Section } from '#components/section.tsx'
import { typed } from '#components/typed-values.ts'
import { proposedCaveat } from '#http/caveat-query.server.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findArticle } from '#storage/articles.server.ts'
import { articleHistory } from '#storage/history.server.ts'
import { addCaveat } from '#usecases/claims/add-caveat.server.ts'
import { withdrawCaveat } from '#usecases/claims/withdraw-caveat.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.article.headline)

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const found = await findArticle(db, args.params.articleId!)
  if (!found) notFound('This article does not exist.')
  const { claims, ...article } = found
  const about = { subject: 'what is reported here', claimant: null, origin: null, asOf: null }
  return {
    article,
    claims: claims.map(({ id, number, text, passage, status, submittedAt, claimant, citations }) => {
      return { id, number, text, passage, status, submittedAt, claimant, sources: citations.length }
    }),
    proposed: proposedCaveat(args.request, about),
    history: await articleHistory(db, article.id),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const articleId = args.params.articleId!
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const { desk } = args.context
  const answer =
    form.value.form === 'withdraw'
      ? await withdrawCaveat(desk, person, typed(form.value, 'caveatId'))
      : await addCaveat(desk, person, { articleId, claimId: null }, form.value)
  return answer.ok ? redirect(paths.article(articleId)) : respond(answer.refusal, { values: form.value })
}

export default function ArticlePage() {
  const { article, claims, proposed, history } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <ArticleHead article={article} claims={claims} />
      <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <LogSelection articleId={article.id} />
          {article.draft.trim() ? (
            <>
              <Draft draft={article.draft} lang={article.language} claims={claims} />
              {claims.length > 0 ? <PencilLegend /> : null}
            </>
          ) : (
            <EmptyState title="There is no draft yet.">
              Paste it under “Change”, or log claims without one.
            </EmptyState>
          )}
        </div>
        <div className="min-w-0">
          <Section title="Claims">
            <ProgressMark statuses={claims.map(({ status }) => status)} />
            <ArticleClaims claims={claims} />
          </Section>
          <Section title="Caveats on the whole article">
            <Caveats
              caveats={article.caveats.filter(({ claimId }) => claimId === null)}
              proposed={proposed}
              refusal={refused?.refusal}
              page={paths.article(article.id)}
            />
          </Section>
          <RelatedCoverage pieces={article.relatedCoverage} />
        </div>
      </div>
      <History
        entries={history}
        parts={Object.fromEntries(
          claims.map(({ id, number }) => [id, { words: `claim ${number}`, to: paths.claim(id) }]),
        )}
      />
    </>
  )
}
