/** The looks at the leads of a search, one by one. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#components/empty-state.tsx'
import { KeepFresh } from '#components/keep-fresh.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Pager } from '#components/pager.tsx'
import { RunAttempts } from '#components/run-attempts.tsx'
import { kindWords } from '#components/run-list.tsx'
import { isOpen } from '#components/run-rows.ts'
import { pageNumber } from '#http/page-number.server.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findRunPage, listLooks } from '#storage/run-pages.server.ts'

const PER_PAGE = 50

export const meta = () => pageTitle('Looks at the leads')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db, now } = args.context.desk
  const run = await findRunPage(db, args.params.runId!)
  if (!run) notFound('There is no such run.')
  const page = pageNumber(args.request)
  const looks = await listLooks(db, run.id, { take: PER_PAGE + 1, skip: (page - 1) * PER_PAGE })
  const { windowMs = 0 } = run.chain as { windowMs?: number }
  const from = run.startedAt ?? run.requestedAt
  return {
    id: run.id,
    name: kindWords(run.kind),
    open: isOpen(run),
    now: now(),
    page,
    more: looks.length > PER_PAGE,
    looks: looks.slice(0, PER_PAGE),
    from: looks.slice(0, PER_PAGE).at(-1)?.startedAt ?? from,
    until: new Date(from.getTime() + windowMs),
  }
}

export default function RunLooksPage() {
  const { id, name, open, now, page, more, looks, from, until } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.run(id)}>
            {name}
          </Link>
        }
        title="Looks at the leads, one by one"
        state={
          <p className="text-soft">
            Every address the search brought, fetched and read for what the claim says.
          </p>
        }
      />
      <KeepFresh active={open} reload />
      {looks.length === 0 ? (
        <EmptyState title="No lead has been looked at.">
          {open ? 'The steps of the chain come first.' : 'The search brought none, or was over before.'}
        </EmptyState>
      ) : (
        <RunAttempts
          runId={id}
          attempts={looks}
          looks={null}
          notWalked={[]}
          from={from}
          now={now}
          until={until}
        />
      )}
      <Pager
        newer={page > 1 ? paths.runLooks(id, page - 1) : null}
        older={more ? paths.runLooks(id, page + 1) : null}
      />
    </>
  )
}
