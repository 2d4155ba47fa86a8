/** Changes an article. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ArticleForm } from '#components/article-form.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { articleFromForm } from '#http/article-form.server.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findArticle } from '#storage/articles.server.ts'
import { editArticle } from '#usecases/articles/edit-article.server.ts'

export const meta = () => pageTitle('Change an article')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const article = await findArticle(args.context.desk.db, args.params.articleId!)
  if (!article) notFound('This article does not exist.')
  const { id, headline, language, sensitivity, draft, relatedCoverage } = article
  return {
    article: {
      ...{ id, headline, language, sensitivity, draft, relatedCoverage },
      updatedAt: article.updatedAt.toISOString(),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const values = articleFromForm(form.value)
  const answer = await editArticle(args.context.desk, person, args.params.articleId!, values)
  if (answer.ok) return redirect(paths.article(answer.value.id))
  // After a conflict the writer has been told; saving again then means it.
  const { updatedAt: _seen, ...again } = values
  return respond(answer.refusal, { values: answer.refusal.code === 'conflict' ? again : values })
}

export default function EditArticlePage() {
  const { article } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title="Change the article"
        kicker={
          <Link className="link" to={paths.article(article.id)}>
            {article.headline}
          </Link>
        }
      />
      <ArticleForm
        values={refused ? { updatedAt: article.updatedAt, ...refused.values } : article}
        refusal={refused?.refusal}
        saveWords="Save the changes"
        cancel={paths.article(article.id)}
      />
    </>
  )
}
