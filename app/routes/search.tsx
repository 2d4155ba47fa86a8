/** Searches claims, sources and articles. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, type MetaFunction, useLoaderData } from '@remix-run/react'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { SearchResults } from '#components/search-results.tsx'
import { requirePerson } from '#http/session.server.ts'
import { searchDesk } from '#storage/search.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.q ? `Search for ${data.q}` : 'Search')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const q = new URL(args.request.url).searchParams.get('q')?.trim().slice(0, 200) ?? ''
  return { q, found: await searchDesk(args.context.desk.db, q) }
}

export default function SearchPage() {
  const { q, found } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Search"
        state={<p className="text-soft">Claims, sources and articles of this desk.</p>}
      />
      <Form method="get" role="search" className="mb-8 flex flex-wrap items-end gap-3">
        <Field
          key={q}
          label="Words"
          name="q"
          type="search"
          defaultValue={q}
          hint="Every word must be there. Names, figures as printed, addresses and quotes are searched."
          className="min-w-0 flex-1 basis-60"
        />
        <Button look="primary" className="self-start sm:mt-7">
          Search
        </Button>
      </Form>
      {q ? <SearchResults q={q} found={found} /> : null}
    </>
  )
}
