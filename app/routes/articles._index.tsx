/** The list of articles, newest change first. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Pager } from '#components/pager.tsx'
import { ProgressMark } from '#components/progress-mark.tsx'
import { SampleMark } from '#components/sample-mark.tsx'
import { Time } from '#components/time.tsx'
import { requirePerson } from '#http/session.server.ts'
import { listArticles } from '#storage/articles.server.ts'

export const meta = () => pageTitle('Articles')

const PAGE_SIZE = 30

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const asked = Number(new URL(args.request.url).searchParams.get('page'))
  const page = Number.isInteger(asked) && asked > 1 ? asked : 1
  const articles = await listArticles(args.context.desk.db, {
    take: PAGE_SIZE + 1,
    skip: (page - 1) * PAGE_SIZE,
  })
  return {
    articles: articles.slice(0, PAGE_SIZE),
    newer: page > 1 ? paths.articlesPage(page - 1) : null,
    older: articles.length > PAGE_SIZE ? paths.articlesPage(page + 1) : null,
  }
}

export default function ArticlesPage() {
  const { articles, newer, older } = useLoaderData<typeof loader>()
  const create = (
    <LinkButton look="primary" to={paths.newArticle}>
      New article
    </LinkButton>
  )
  return (
    <>
      <PageHead title="Articles" actions={create} />
      {articles.length === 0 && !newer ? (
        <EmptyState title="No articles yet." action={create}>
          Bring in a draft; its claims are logged from there, each linked to its sources.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-rule border-b border-rule">
          {articles.map((article) => (
            <li key={article.id} className="grid gap-x-8 gap-y-2 py-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
              <div className="min-w-0">
                <h2 className="font-serif text-xl leading-snug">
                  <Link to={paths.article(article.id)} className="no-underline hover:underline">
                    {article.headline}
                  </Link>
                </h2>
                <p className="mt-1 text-sm text-soft">
                  {article.sample ? <SampleMark /> : null}
                  {article.createdBy.name}, changed <Time at={article.updatedAt} />
                </p>
              </div>
              <ProgressMark statuses={article.claims.map(({ status }) => status)} />
            </li>
          ))}
        </ul>
      )}
      <Pager newer={newer} older={older} />
    </>
  )
}
