/** Logs a claim from a page elsewhere. The bookmarklet leads here; opening the address changes nothing, a person submits. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#components/empty-state.tsx'
import { FoundClaimForm } from '#components/found-claim-form.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { claimFromForm } from '#http/claim-form.server.ts'
import { readForm } from '#http/form.server.ts'
import { foundPage } from '#http/found-page.server.ts'
import { respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listArticles } from '#storage/articles.server.ts'
import { logFoundClaim } from '#usecases/claims/log-found-claim.server.ts'

const MAX_ARTICLES = 100

export const meta = () => pageTitle('Log a claim from a page')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const articles = await listArticles(args.context.desk.db, { take: MAX_ARTICLES })
  return {
    articles: articles.map(({ id, headline }) => ({ id, headline })),
    found: foundPage(new URL(args.request.url)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const claim = claimFromForm(form.value)
  const articleId = typeof form.value.articleId === 'string' ? form.value.articleId : ''
  const page = { ...form.value, kind: undefined }
  const answer = await logFoundClaim(args.context.desk, person, articleId, { claim, page })
  if (answer.ok) return redirect(paths.claim(answer.value.id))
  return respond(answer.refusal, { values: { ...form.value, ...claim } })
}

export default function ClaimFromPage() {
  const { articles, found } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (articles.length === 0)
    return (
      <EmptyState title="There is no article yet">
        <Link className="link" to={paths.newArticle}>
          Begin one
        </Link>
        , then come back to the page and try again.
      </EmptyState>
    )
  return (
    <>
      <PageHead
        title="Log a claim from a page"
        state={
          <p className="max-w-prose">
            {found.address
              ? 'Filled in from the page you came from. Look at every field: a link can be written by anybody.'
              : 'No page came along. Give its address, or '}
            {found.address ? null : (
              <Link className="link" to={paths.bookmarklet}>
                use the bookmark
              </Link>
            )}
          </p>
        }
      />
      <FoundClaimForm
        key={found.address + found.quote}
        articles={articles}
        values={refused?.values ?? found}
        refusal={refused?.refusal}
        figuresByHand={Array.isArray(refused?.values.figures)}
      />
    </>
  )
}
