/** Two archived copies of a source side by side: only the passages that are cited. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ChooseCopies, ComparedPassages } from '#components/compare-copies.tsx'
import { comparedPassages } from '#components/compared-passages.ts'
import { EmptyState } from '#components/empty-state.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { languageOf, sourceName } from '#components/source-words.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { readText } from '#storage/captures.server.ts'
import { findSource } from '#storage/sources.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Two copies of ${data.name}` : 'Two copies')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { desk } = args.context
  const source = await findSource(desk.db, args.params.sourceId!)
  if (!source) notFound('There is no such source.')
  const query = new URL(args.request.url).searchParams
  const { captures, citations } = source
  const chosen = (name: string) => captures.find(({ id }) => id === query.get(name))
  const after = chosen('after') ?? captures[0]
  const before = chosen('before') ?? captures.find(({ id }) => id !== after?.id)
  const shown = { id: source.id, name: sourceName(source), language: source.language }
  if (!before || !after) return { ...shown, pair: null }
  const [then, now] = await Promise.all([before, after].map((copy) => readText(desk, copy.textDigest)))
  return {
    ...shown,
    pair: {
      copies: captures.map(copyOf),
      before: copyOf(before),
      after: copyOf(after),
      passages: comparedPassages(citations, then!, now!),
    },
  }
}

type Captures = NonNullable<Awaited<ReturnType<typeof findSource>>>['captures']

function copyOf({ id, capturedAt, method }: Captures[number]) {
  return { id, capturedAt, method }
}

export default function ComparePage() {
  const { id, name, language, pair } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.source(id)}>
            <span lang={languageOf(name, language)}>{name}</span>
          </Link>
        }
        title="Two archived copies"
        state={
          <p>
            Only the cited passages are compared: what else changed on the page is not the desk’s business.
          </p>
        }
      />
      {pair ? (
        <>
          <ChooseCopies key={`${pair.before.id} ${pair.after.id}`} {...pair} />
          <ComparedPassages language={language} {...pair} />
        </>
      ) : (
        <EmptyState title="There are no two copies to compare.">Capture the page again first.</EmptyState>
      )}
    </>
  )
}
