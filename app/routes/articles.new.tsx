/** Brings in an article. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ArticleForm } from '#components/article-form.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { articleFromForm } from '#http/article-form.server.ts'
import { readForm } from '#http/form.server.ts'
import { respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'

export const meta = () => pageTitle('New article')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const values = articleFromForm(form.value)
  const answer = await createArticle(args.context.desk, person, values)
  return answer.ok ? redirect(paths.article(answer.value.id)) : respond(answer.refusal, { values })
}

export default function NewArticlePage() {
  const refused = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title="New article"
        kicker={
          <Link className="link" to={paths.articles}>
            Articles
          </Link>
        }
      />
      <ArticleForm
        values={refused?.values ?? {}}
        refusal={refused?.refusal}
        saveWords="Save the article"
        cancel={paths.articles}
      />
    </>
  )
}
