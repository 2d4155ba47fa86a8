/** Sources, newest change first, with a search box. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { Field } from '#components/field.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Pager } from '#components/pager.tsx'
import { SourceList } from '#components/source-list.tsx'
import { pageNumber } from '#http/page-number.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listSources } from '#storage/sources.server.ts'

const PER_PAGE = 50

export const meta = () => pageTitle('Sources')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const page = pageNumber(args.request)
  const q = new URL(args.request.url).searchParams.get('q')?.trim().slice(0, 200) ?? ''
  const sources = await listSources(args.context.desk.db, {
    search: q,
    take: PER_PAGE + 1,
    skip: (page - 1) * PER_PAGE,
  })
  return {
    q,
    page,
    more: sources.length > PER_PAGE,
    sources: sources.slice(0, PER_PAGE).map(({ _count, captures, runs, ...source }) => ({
      ...source,
      citations: _count.citations,
      captures: _count.captures,
      newestCapture: captures[0] ?? null,
      newestRun: runs[0] ?? null,
    })),
  }
}

export default function SourcesPage() {
  const { sources, q, page, more } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Sources"
        state={<p className="text-soft">One entry for each document, whichever claims rest on it.</p>}
      />
      <Form method="get" role="search" className="mb-6 flex flex-wrap items-end gap-3">
        <Field
          key={q}
          label="Search publisher, title or address"
          name="q"
          type="search"
          defaultValue={q}
          className="min-w-0 flex-1 basis-60"
        />
        <Button>Search</Button>
      </Form>
      {sources.length > 0 ? <SourceList sources={sources} /> : <NoSources q={q} />}
      <Pager
        newer={page > 1 ? paths.sourcesPage({ q, page: page - 1 }) : null}
        older={more ? paths.sourcesPage({ q, page: page + 1 }) : null}
      />
    </>
  )
}

function NoSources({ q }: { q: string }) {
  if (q)
    return (
      <EmptyState
        title={`No source has “${q}” in its publisher, title or address.`}
        action={<LinkButton to={paths.sources}>Show all sources</LinkButton>}
      />
    )
  return (
    <EmptyState
      title="No source has been linked yet."
      action={<LinkButton to={paths.articles}>Go to the articles</LinkButton>}
    >
      Open a claim and link the page it rests on. Stet fetches and archives it, and it appears here.
    </EmptyState>
  )
}
