/** Runs, newest first, all of them or those of one kind and state. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#components/empty-state.tsx'
import { KeepFresh } from '#components/keep-fresh.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Pager } from '#components/pager.tsx'
import { RunFilter } from '#components/run-filter.tsx'
import { RunList } from '#components/run-list.tsx'
import { isOpen } from '#components/run-rows.ts'
import { sourceName } from '#components/source-words.ts'
import { RUN_KINDS, RUN_STATES } from '#domain/run.ts'
import { pageNumber } from '#http/page-number.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listRunRows } from '#storage/run-pages.server.ts'

const PER_PAGE = 30

export const meta = () => pageTitle('Runs')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const page = pageNumber(args.request)
  const query = new URL(args.request.url).searchParams
  const filter = {
    kind: RUN_KINDS.find((kind) => kind === query.get('kind')) ?? null,
    state: RUN_STATES.find((state) => state === query.get('state')) ?? null,
  }
  const rows = await listRunRows(args.context.desk.db, {
    where: { kind: filter.kind ?? undefined, state: filter.state ?? undefined },
    take: PER_PAGE + 1,
    skip: (page - 1) * PER_PAGE,
  })
  return {
    page,
    filter,
    more: rows.length > PER_PAGE,
    runs: rows.slice(0, PER_PAGE).map(({ source, claim, article, ...run }) => ({
      ...run,
      about: source
        ? sourceName(source)
        : (claim && `claim ${claim.number}, ${claim.text}`) || (article?.headline ?? ''),
    })),
  }
}

export default function RunsPage() {
  const { runs, page, more, filter } = useLoaderData<typeof loader>()
  const isNarrowed = filter.kind !== null || filter.state !== null
  return (
    <>
      <PageHead
        title="Runs"
        state={
          <p className="text-soft">
            Every search and every capture, with every attempt made along the way.{' '}
            <Link className="link" to={paths.chains}>
              Which steps they walk
            </Link>
          </p>
        }
      />
      <KeepFresh active={runs.some(isOpen)} reload />
      <RunFilter {...filter} />
      {runs.length > 0 ? (
        <RunList runs={runs} about={(index) => runs[index]?.about ?? ''} />
      ) : isNarrowed ? (
        <EmptyState title="There is no such run.">No run is of this kind and in this state.</EmptyState>
      ) : (
        <EmptyState title="Nothing has been searched or captured yet.">
          Link a source to a claim: Stet then fetches and archives the page, and the run appears here.
        </EmptyState>
      )}
      <Pager
        newer={page > 1 ? paths.runsPage({ ...filter, page: page - 1 }) : null}
        older={more ? paths.runsPage({ ...filter, page: page + 1 }) : null}
      />
    </>
  )
}
