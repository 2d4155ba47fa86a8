/** The head of a run's page: what it is for, how it stands, how much time is left, what to do next, and how to stop it. */
import { Form, Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from './button.tsx'
import { ChoosePage } from './choose-page.tsx'
import { count } from './next-step.ts'
import { PageHead } from './page-head.tsx'
import { RunClock } from './run-clock.tsx'
import { kindWords } from './run-list.tsx'
import { RunStateMark } from './run-marks.tsx'
import { type EndedRun, RunNext } from './run-next.tsx'
import { RunSubject } from './run-request.tsx'
import { isOpen, progressSentence, type RunPlan } from './run-rows.ts'

type HeadedRun = RunPlan &
  EndedRun &
  Parameters<typeof RunSubject>[0]['run'] &
  Parameters<typeof ChoosePage>[0] & {
    kind: Parameters<typeof kindWords>[0]
    startedAt: Date | null
    finishedAt: Date | null
    windowMs: number | null
  }

/** `news` is null for runs that look for nothing new. The sentence on progress is read aloud, and changes only with a step. */
export function RunHead({
  run,
  now,
  news,
}: {
  run: HeadedRun
  now: Date
  news: { leads: number; newIds: string[] } | null
}) {
  const open = isOpen(run)
  const isAsk = run.kind === 'ask'
  return (
    <PageHead
      kicker={<RunSubject run={run} />}
      title={kindWords(run.kind)}
      state={
        <>
          <RunStateMark state={run.state} stopping={run.cancelRequestedAt !== null} asked={isAsk} />
          <p role="status" className="mt-1 max-w-prose">
            {progressSentence(run, now)}
          </p>
          {news && news.leads > 0 ? <NewsLine news={news} claim={run.claim} /> : null}
          {isAsk ? null : (
            <RunClock from={run.startedAt} until={run.finishedAt} windowMs={run.windowMs} now={now} />
          )}
          <RunNext run={run} />
          <ChoosePage attempts={run.attempts} />
        </>
      }
      actions={
        open && !run.cancelRequestedAt && !isAsk ? (
          <Form method="post">
            <Button look="danger" name="intent" value="stop">
              Stop the run
            </Button>
          </Form>
        ) : null
      }
    />
  )
}

/** Which leads are worth a look: those that nobody has seen before. */
function NewsLine({
  news,
  claim,
}: {
  news: { leads: number; newIds: string[] }
  claim: { id: string } | null
}) {
  const fresh = news.newIds.length
  const words =
    fresh === 0 ? 'none of them new' : fresh === news.leads ? 'not known before' : `${fresh} of them new`
  return (
    <p className="mt-1 max-w-prose">
      {claim ? (
        <Link className="link" to={paths.claim(claim.id)}>
          {count(news.leads, 'lead')}
        </Link>
      ) : (
        count(news.leads, 'lead')
      )}
      , {words}
      <span className="text-soft">
        {fresh < news.leads ? ' (the rest was known from an earlier search, as a source, or came twice)' : ''}
      </span>
    </p>
  )
}
