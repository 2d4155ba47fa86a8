/** One run: its progress as it happens, and every attempt with its reason. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#components/button.tsx'
import { ChoosePage } from '#components/choose-page.tsx'
import { History } from '#components/history.tsx'
import { KeepFresh } from '#components/keep-fresh.tsx'
import { RefusalNotice } from '#components/notice.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { RunAttempts } from '#components/run-attempts.tsx'
import { kindWords } from '#components/run-list.tsx'
import { RunStateMark } from '#components/run-marks.tsx'
import { RunNext } from '#components/run-next.tsx'
import { RunRequestFacts, RunSubject } from '#components/run-request.tsx'
import { isOpen, progressSentence, stepsNotWalked } from '#components/run-rows.ts'
import { Section } from '#components/section.tsx'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { findRun, plannedSteps } from '#storage/runs.server.ts'
import { cancelRun } from '#usecases/runs/cancel-run.server.ts'
import { choosePage } from '#usecases/runs/choose-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? kindWords(data.run.kind) : 'Run')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db, now } = args.context.desk
  const run = await findRun(db, args.params.runId!)
  if (!run) notFound('There is no such run.')
  const { chain, request, attempts, ...facts } = run
  const history = await listHistory(db, [{ kind: 'run', ids: [run.id] }])
  return {
    now: now(),
    history,
    run: {
      ...facts,
      attempts,
      request: request as Record<string, unknown>,
      planned: plannedSteps({ chain }).map(({ step }) => step as string),
      stopAtFirst: (chain as { stopAtFirst?: boolean }).stopAtFirst ?? false,
      windowMs: (chain as { windowMs?: number }).windowMs ?? null,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  if (form.value.intent === 'page') {
    const chosen = await choosePage(args.context.desk, person, args.params.runId!, form.value)
    return chosen.ok ? redirect(paths.run(chosen.value.runId)) : respond(chosen.refusal)
  }
  const answer = await cancelRun(args.context.desk, person, args.params.runId!)
  return answer.ok ? redirect(paths.run(answer.value.id)) : respond(answer.refusal)
}

export default function RunPage() {
  const { run, now, history } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const open = isOpen(run)
  return (
    <>
      <PageHead
        kicker={<RunSubject run={run} />}
        title={kindWords(run.kind)}
        state={
          <>
            <RunStateMark state={run.state} stopping={run.cancelRequestedAt !== null} />
            <p role="status" className="mt-1 max-w-prose">
              {progressSentence(run, now)}
            </p>
            <RunNext run={run} />
            <ChoosePage attempts={run.attempts} />
          </>
        }
        actions={
          open && !run.cancelRequestedAt ? (
            <Form method="post">
              <Button look="danger">Stop the run</Button>
            </Form>
          ) : null
        }
      />
      <KeepFresh active={open} reload />
      <RefusalNotice refusal={refused?.refusal} />
      <Section
        title="The chain, step by step"
        aside={
          <Link className="link" to={paths.runEgress(run.id)}>
            Who outside learned what
          </Link>
        }
      >
        <RunAttempts
          attempts={run.attempts}
          notWalked={stepsNotWalked(run)}
          from={run.startedAt ?? run.requestedAt}
          now={now}
        />
      </Section>
      <Section title="What was asked for">
        <RunRequestFacts run={run} />
      </Section>
      <History entries={history} />
    </>
  )
}
