/** Logs a claim in an article. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ClaimForm } from '#components/claim-form.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { claimFromForm } from '#http/claim-form.server.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findArticle } from '#storage/articles.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'

export const meta = () => pageTitle('Log a claim')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const article = await findArticle(args.context.desk.db, args.params.articleId!)
  if (!article) notFound('This article does not exist.')
  const passage = new URL(args.request.url).searchParams.get('passage') ?? ''
  return { article: { id: article.id, headline: article.headline }, passage }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const values = claimFromForm(form.value)
  const answer = await logClaim(args.context.desk, person, args.params.articleId!, values)
  return answer.ok ? redirect(paths.claim(answer.value.id)) : respond(answer.refusal, { values })
}

export default function NewClaimPage() {
  const { article, passage } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title="Log a claim"
        kicker={
          <Link className="link" to={paths.article(article.id)}>
            {article.headline}
          </Link>
        }
      />
      <ClaimForm
        key={passage}
        values={refused?.values ?? { text: passage, passage }}
        refusal={refused?.refusal}
        figuresByHand={refused?.values.figures !== undefined}
        saveWords="Log the claim"
        cancel={paths.article(article.id)}
      />
    </>
  )
}
