/** Runs, newest first. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#components/empty-state.tsx'
import { KeepFresh } from '#components/keep-fresh.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Pager } from '#components/pager.tsx'
import { RunList } from '#components/run-list.tsx'
import { isOpen } from '#components/run-rows.ts'
import { sourceName } from '#components/source-words.ts'
import { pageNumber } from '#http/page-number.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listRuns } from '#storage/runs.server.ts'

const PER_PAGE = 30

export const meta = () => pageTitle('Runs')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const page = pageNumber(args.request)
  const runs = await listRuns(args.context.desk.db, { take: PER_PAGE + 1, skip: (page - 1) * PER_PAGE })
  return {
    page,
    more: runs.length > PER_PAGE,
    runs: runs.slice(0, PER_PAGE).map((run) => ({
      id: run.id,
      kind: run.kind,
      state: run.state,
      cancelRequestedAt: run.cancelRequestedAt,
      requestedAt: run.requestedAt,
      attempts: run.attempts.map(({ id, step, ended }) => ({ id, step, ended })),
      about: run.source
        ? sourceName(run.source)
        : (run.claim && `claim ${run.claim.number}, ${run.claim.text}`) || (run.article?.headline ?? ''),
    })),
  }
}

export default function RunsPage() {
  const { runs, page, more } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Runs"
        state={
          <p className="text-soft">Every search and every capture, with every attempt made along the way.</p>
        }
      />
      <KeepFresh active={runs.some(isOpen)} reload />
      {runs.length === 0 ? (
        <EmptyState title="Nothing has been searched or captured yet.">
          Link a source to a claim: Stet then fetches and archives the page, and the run appears here.
        </EmptyState>
      ) : (
        <RunList runs={runs} about={(index) => runs[index]?.about ?? ''} />
      )}
      <Pager
        newer={page > 1 ? paths.runsPage(page - 1) : null}
        older={more ? paths.runsPage(page + 1) : null}
      />
    </>
  )
}
