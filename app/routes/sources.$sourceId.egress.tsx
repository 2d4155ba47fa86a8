/** Who outside learned what, for one source. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { EgressList, egressSentence } from '#components/egress-list.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Pager } from '#components/pager.tsx'
import { sourceName } from '#components/source-words.ts'
import { pageNumber } from '#http/page-number.server.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { countEgress, listEgress } from '#storage/egress.server.ts'
import { findSource } from '#storage/sources.server.ts'

const PER_PAGE = 100

export const meta = () => pageTitle('Who learned of it')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const source = await findSource(db, args.params.sourceId!)
  if (!source) notFound('There is no such source.')
  const page = pageNumber(args.request)
  const subject = { sourceId: source.id }
  const entries = await listEgress(db, subject, { take: PER_PAGE + 1, skip: (page - 1) * PER_PAGE })
  return {
    id: source.id,
    name: sourceName(source),
    page,
    more: entries.length > PER_PAGE,
    entries: entries.slice(0, PER_PAGE),
    count: await countEgress(db, subject),
  }
}

export default function SourceEgressPage() {
  const { id, name, page, more, entries, count } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Who outside learned what"
        kicker={
          <Link className="link" to={paths.source(id)}>
            {name}
          </Link>
        }
        state={<p>{egressSentence(count)}</p>}
      />
      <EgressList entries={entries} />
      <Pager
        newer={page > 1 ? paths.sourceEgress(id, page - 1) : null}
        older={more ? paths.sourceEgress(id, page + 1) : null}
      />
    </>
  )
}
