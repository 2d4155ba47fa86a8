/** Two archived copies of a source side by side: only the passages that are cited. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#components/button.tsx'
import { METHOD_WORDS } from '#components/capture-words.ts'
import { ChangeLine } from '#components/change-line.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { Select } from '#components/field.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { sourceName } from '#components/source-words.ts'
import { momentWords } from '#components/time.tsx'
import { TwoPassages } from '#components/two-passages.tsx'
import { comparePassage, type Span } from '#domain/passage-change.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { readText } from '#storage/captures.server.ts'
import { findSource } from '#storage/sources.server.ts'

/** Characters shown on each side of a passage. */
const AROUND = 160

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Two copies of ${data.name}` : 'Two copies')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { desk } = args.context
  const source = await findSource(desk.db, args.params.sourceId!)
  if (!source) notFound('There is no such source.')
  const query = new URL(args.request.url).searchParams
  const { captures } = source
  const chosen = (name: string) => captures.find(({ id }) => id === query.get(name))
  const after = chosen('after') ?? captures[0]
  const before = chosen('before') ?? captures.find(({ id }) => id !== after?.id)
  const texts =
    before && after ? [await readText(desk, before.textDigest), await readText(desk, after.textDigest)] : []
  const [then = '', now = ''] = texts
  const passages = before && after ? source.citations : []
  return {
    id: source.id,
    name: sourceName(source),
    language: source.language,
    copies: captures.map(({ id, capturedAt, method }) => ({ id, capturedAt, method })),
    before: before ? { id: before.id, capturedAt: before.capturedAt } : null,
    after: after ? { id: after.id, capturedAt: after.capturedAt } : null,
    passages: passages.flatMap(({ id, quote, prefix, suffix, claim }) => {
      if (!quote) return []
      const compared = comparePassage({ quote, prefix, suffix }, then, now)
      const { change, figures, words } = compared
      const sides = { left: around(then, compared.before), right: around(now, compared.after) }
      return [
        {
          id,
          claim: { id: claim.id, number: claim.number, text: claim.text },
          change,
          figures,
          words,
          ...sides,
        },
      ]
    }),
  }
}

function around(text: string, span: Span | null) {
  if (!span) return null
  const { start, end } = span
  return {
    before: text.slice(Math.max(0, start - AROUND), start),
    words: text.slice(start, end),
    after: text.slice(end, end + AROUND),
  }
}

export default function ComparePage() {
  const { id, name, language, copies, before, after, passages } = useLoaderData<typeof loader>()
  const options = copies.map((copy) => ({
    value: copy.id,
    label: `${momentWords(copy.capturedAt)}, ${METHOD_WORDS[copy.method].toLowerCase()}`,
  }))
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.source(id)}>
            {name}
          </Link>
        }
        title="Two archived copies"
        state={
          <p>
            Only the cited passages are compared: what else changed on the page is not the desk’s business.
          </p>
        }
      />
      {before && after ? (
        <>
          <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
            <Select
              label="Before"
              name="before"
              options={options}
              defaultValue={before.id}
              className="min-w-60 flex-1"
            />
            <Select
              label="After"
              name="after"
              options={options}
              defaultValue={after.id}
              className="min-w-60 flex-1"
            />
            <Button>Compare</Button>
          </Form>
          {passages.length === 0 ? (
            <p className="text-soft">No exact words of this source are cited.</p>
          ) : null}
          <ul className="space-y-8">
            {passages.map((passage) => (
              <li key={passage.id}>
                <p className="max-w-prose text-sm">
                  <Link className="link" to={paths.claim(passage.claim.id)}>
                    Claim {passage.claim.number}
                  </Link>
                  : {passage.claim.text}
                </p>
                <p className="my-2">
                  <ChangeLine change={passage.change} detail={passage} />
                </p>
                <TwoPassages
                  left={{ at: before.capturedAt, passage: passage.left }}
                  right={{ at: after.capturedAt, passage: passage.right }}
                  language={language}
                />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <EmptyState title="There are no two copies to compare.">Capture the page again first.</EmptyState>
      )}
    </>
  )
}
