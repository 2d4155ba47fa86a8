/** The watch on a source: started, shown, ended. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { History } from '#components/history.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { sourceName } from '#components/source-words.ts'
import { typed } from '#components/typed-values.ts'
import { WatchPanel } from '#components/watch-panel.tsx'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { findSource } from '#storage/sources.server.ts'
import { listWatches } from '#storage/watches.server.ts'
import { endWatch } from '#usecases/watches/end-watch.server.ts'
import { startWatch } from '#usecases/watches/start-watch.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Watch on ${data.name}` : 'Watch')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const source = await findSource(db, args.params.sourceId!)
  if (!source) notFound('There is no such source.')
  const watches = await listWatches(db, source.id)
  const articles = new Map(source.citations.map(({ claim }) => [claim.article.id, claim.article]))
  return {
    id: source.id,
    name: sourceName(source),
    watch: watches.find(({ endedAt }) => endedAt === null) ?? null,
    articles: [...articles.values()],
    history: await listHistory(db, [{ kind: 'watch', ids: watches.map(({ id }) => id) }]),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const { desk } = args.context
  const sourceId = args.params.sourceId!
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const answer =
    typed(form.value, 'form') === 'endWatch'
      ? await endWatch(desk, person, typed(form.value, 'watchId'))
      : await startWatch(desk, person, sourceId, form.value)
  return answer.ok ? redirect(paths.sourceWatch(sourceId)) : respond(answer.refusal, { values: form.value })
}

export default function WatchPage() {
  const { id, name, watch, articles, history } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.source(id)}>
            {name}
          </Link>
        }
        title="Watch"
        state={watch ? <p>▸ This page is watched.</p> : <p>Nobody looks at this page by schedule.</p>}
      />
      <WatchPanel watch={watch} articles={articles} refused={refused} />
      <History entries={history} />
    </>
  )
}
