/** One run: its progress as it happens, and every attempt with its reason. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { AttemptNotes } from '#components/attempt-notes.tsx'
import { History } from '#components/history.tsx'
import { KeepFresh } from '#components/keep-fresh.tsx'
import { RefusalNotice } from '#components/notice.tsx'
import { pageTitle } from '#components/page-title.ts'
import { RunAttempts } from '#components/run-attempts.tsx'
import { RunHead } from '#components/run-head.tsx'
import { kindWords } from '#components/run-list.tsx'
import { RunRequestFacts } from '#components/run-request.tsx'
import { RunRetry } from '#components/run-retry.tsx'
import { isOpen, stepsNotWalked } from '#components/run-rows.ts'
import { Section } from '#components/section.tsx'
import { typed } from '#components/typed-values.ts'
import { retriedChain } from '#domain/retry.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { countLooks, findRunPage, listRetries, retriedRunId } from '#storage/run-pages.server.ts'
import { plannedSteps } from '#storage/runs.server.ts'
import { leadNews } from '#storage/schedules.server.ts'
import { annotateAttempt } from '#usecases/runs/annotate-attempt.server.ts'
import { cancelRun } from '#usecases/runs/cancel-run.server.ts'
import { choosePage } from '#usecases/runs/choose-page.server.ts'
import { retryStep } from '#usecases/runs/retry-step.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? kindWords(data.run.kind) : 'Run')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db, now } = args.context.desk
  const run = await findRunPage(db, args.params.runId!)
  if (!run) notFound('There is no such run.')
  const { chain, request, ...facts } = run
  const { stopAtFirst = false, windowMs = null } = chain as { stopAtFirst?: boolean; windowMs?: number }
  const looks = await countLooks(db, run.id)
  return {
    now: now(),
    history: await listHistory(db, [{ kind: 'run', ids: [run.id] }]),
    looks,
    news: run.kind === 'find' ? await leadNews(db, run) : null,
    retries: await listRetries(db, run),
    retriable: run.attempts.filter((attempt) => retriedChain(run, attempt).ok).map(({ id }) => id),
    run: {
      ...facts,
      request: request as Record<string, unknown>,
      retriedRunId: await retriedRunId(db, request),
      planned: plannedSteps({ chain }).map(({ step }) => step as string),
      looking: (looks?.open ?? 0) > 0,
      stopAtFirst,
      windowMs,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const { desk } = args.context
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const values = form.value
  const runId = args.params.runId!
  const attemptId = typed(values, 'attemptId')
  const act = () => {
    if (values.form === 'note') return annotateAttempt(desk, person, attemptId, values)
    if (values.intent === 'page') return choosePage(desk, person, runId, values)
    return values.intent === 'retry' ? retryStep(desk, person, attemptId) : cancelRun(desk, person, runId)
  }
  const answer = await act()
  if (!answer.ok) return respond(answer.refusal, { form: typed(values, 'form'), values })
  return redirect(paths.run('runId' in answer.value ? answer.value.runId : runId))
}

export default function RunPage() {
  const { run, now, history, looks, news, retries, retriable } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const from = run.startedAt ?? run.requestedAt
  return (
    <>
      <RunHead run={run} now={now} news={news} />
      <KeepFresh active={isOpen(run) && run.kind !== 'ask'} reload />
      <RefusalNotice refusal={refused?.refusal} />
      <Section
        title={run.kind === 'ask' ? 'The request' : 'The chain, step by step'}
        aside={
          <Link className="link" to={paths.runEgress(run.id)}>
            Who outside learned what
          </Link>
        }
      >
        <RunAttempts
          runId={run.id}
          attempts={run.attempts}
          looks={looks}
          notWalked={stepsNotWalked(run)}
          from={from}
          now={now}
          until={new Date(from.getTime() + (run.windowMs ?? 0))}
          under={(attempt) => (
            <>
              <RunRetry attempt={attempt} retries={retries} may={retriable.includes(attempt.id)} />
              <AttemptNotes attemptId={attempt.id} notes={attempt.notes} refused={refused} />
            </>
          )}
        />
      </Section>
      <Section title={run.kind === 'ask' ? 'On record' : 'What was asked for'}>
        <RunRequestFacts run={run} />
      </Section>
      <History entries={history} />
    </>
  )
}
