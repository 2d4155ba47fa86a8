/** Who outside learned what, for one article. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { EgressList, egressSentence } from '#components/egress-list.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Pager } from '#components/pager.tsx'
import { pageNumber } from '#http/page-number.server.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findArticle } from '#storage/articles.server.ts'
import { countEgress, listEgress } from '#storage/egress.server.ts'

const PER_PAGE = 100

export const meta = () => pageTitle('Who learned of it')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const article = await findArticle(db, args.params.articleId!)
  if (!article) notFound('This article does not exist.')
  const page = pageNumber(args.request)
  const subject = { articleId: article.id }
  const entries = await listEgress(db, subject, { take: PER_PAGE + 1, skip: (page - 1) * PER_PAGE })
  return {
    id: article.id,
    name: article.headline,
    page,
    more: entries.length > PER_PAGE,
    entries: entries.slice(0, PER_PAGE),
    count: await countEgress(db, subject),
  }
}

export default function ArticleEgressPage() {
  const { id, name, page, more, entries, count } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Who outside learned what"
        kicker={
          <Link className="link" to={paths.article(id)}>
            {name}
          </Link>
        }
        state={<p>{egressSentence(count)}</p>}
      />
      <EgressList entries={entries} />
      <Pager
        newer={page > 1 ? paths.articleEgress(id, page - 1) : null}
        older={more ? paths.articleEgress(id, page + 1) : null}
      />
    </>
  )
}
