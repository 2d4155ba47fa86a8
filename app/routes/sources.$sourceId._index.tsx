/** One source: what is known, its archived copies, its runs, what rests on it and where it has it from. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { BringForm } from '#components/bring-form.tsx'
import { CaptureTimeline } from '#components/capture-timeline.tsx'
import { History } from '#components/history.tsx'
import { KeepFresh } from '#components/keep-fresh.tsx'
import { RefusalNotice } from '#components/notice.tsx'
import { OriginPanel } from '#components/origin-panel.tsx'
import { pageTitle } from '#components/page-title.ts'
import { PassageAlerts } from '#components/passage-alerts.tsx'
import { RunSection } from '#components/run-list.tsx'
import { isOpen } from '#components/run-rows.ts'
import { SourceCitations } from '#components/source-citations.tsx'
import { SourceFacts } from '#components/source-facts.tsx'
import { SourceHead } from '#components/source-head.tsx'
import { sourceName } from '#components/source-words.ts'
import { typed } from '#components/typed-values.ts'
import { readForm, readUpload } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { listAlerts, listChanges } from '#storage/passage-changes.server.ts'
import { findSource } from '#storage/sources.server.ts'
import { listWatches } from '#storage/watches.server.ts'
import { settleRelay } from '#usecases/origins/settle-relay.server.ts'
import { bringDocument, MAX_UPLOAD_BYTES } from '#usecases/runs/bring-document.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? sourceName(data.source) : 'Source')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const found = await findSource(db, args.params.sourceId!)
  if (!found) notFound('There is no such source.')
  const { runs, relays, ...source } = found
  return {
    source,
    relays,
    runs: runs.map(({ attempts, chain: _chain, request: _request, ...run }) => ({
      ...run,
      attempts: attempts.map(({ id, step, ended }) => ({ id, step, ended })),
    })),
    alerts: await listAlerts(db, { sourceId: source.id }),
    changes: await listChanges(db, source.id),
    watch: (await listWatches(db, source.id)).find(({ endedAt }) => endedAt === null) ?? null,
    history: await listHistory(db, [{ kind: 'source', ids: [source.id] }]),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const { desk } = args.context
  const sourceId = args.params.sourceId!
  if (args.request.headers.get('Content-Type')?.startsWith('multipart/')) {
    const upload = await readUpload(args.request, 'file', MAX_UPLOAD_BYTES)
    if (!upload.ok) return respond(upload.refusal, { form: 'bring' })
    const answer = await bringDocument(desk, person, sourceId, upload.value.file, upload.value.fields)
    return answer.ok ? redirect(paths.run(answer.value.runId)) : respond(answer.refusal, { form: 'bring' })
  }
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal, { form: 'capture' })
  if (form.value.form === 'settle') {
    const answer = await settleRelay(desk, person, typed(form.value, 'relayId'), form.value)
    return answer.ok ? redirect(paths.source(sourceId)) : respond(answer.refusal, { form: 'settle' })
  }
  const answer = await requestRun(desk, person, { sourceId }, {})
  return answer.ok ? redirect(paths.run(answer.value.id)) : respond(answer.refusal, { form: 'capture' })
}

export default function SourcePage() {
  const { source, runs, relays, alerts, changes, watch, history } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = runs.some(isOpen)
  const refusedIn = (form: string) => (refused?.form === form ? refused : null)
  return (
    <>
      <SourceHead source={source} runs={runs} busy={busy} watched={watch !== null} />
      <KeepFresh active={busy} />
      <RefusalNotice refusal={refusedIn('capture')?.refusal} />
      <PassageAlerts alerts={alerts} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <SourceFacts source={source} />
          <CaptureTimeline captures={source.captures} changes={changes} sourceId={source.id} />
          <SourceCitations
            citations={source.citations}
            newestCaptureId={source.captures[0]?.id ?? null}
            language={source.language}
          />
        </div>
        <div>
          <OriginPanel source={source} relays={relays} refusal={refusedIn('settle')?.refusal} />
          <BringForm refusal={refusedIn('bring')?.refusal ?? null} />
          <RunSection
            runs={runs}
            aside={
              <Link className="link" to={paths.sourceEgress(source.id)}>
                Who outside learned what
              </Link>
            }
          />
        </div>
      </div>
      <History entries={history} />
    </>
  )
}
