/** Asks the AI assistant, and says how it stands: off, not to be asked about this article, at work, or how it ended last. */
import { Form, Link, useLocation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { AssistantStanding } from '#domain/assistant-setting.ts'
import type { Ending } from '#domain/attempt.ts'
import type { AssistAsk } from '#domain/proposal.ts'
import type { RunState } from '#domain/run.ts'
import { attemptSentence } from './attempt-words.ts'
import { Button } from './button.tsx'
import { KeepFresh } from './keep-fresh.tsx'
import { ASK_WORDS, SENT_WORDS } from './proposal-words.ts'
import { isOpen } from './run-rows.ts'
import { Time } from './time.tsx'

export type AssistantState = {
  articleId: string
  ask: AssistAsk
  standing: AssistantStanding
  run: {
    id: string
    state: RunState
    requestedAt: Date
    attempt: {
      ended: Ending | null
      reason: string | null
      message: string | null
      httpStatus: number | null
      windowMs: number
    } | null
  } | null
}

/** `primary`: asking is the page's main action. */
export function AssistantAsk({ state, primary = false }: { state: AssistantState; primary?: boolean }) {
  const { articleId, ask, standing, run } = state
  const { pathname, search } = useLocation()
  if (standing.state === 'off')
    return (
      <p className="max-w-prose text-sm text-soft">
        No AI assistant is set up; everything works without one. Whoever runs Stet can set {standing.missing}.
      </p>
    )
  const underWay = run !== null && isOpen(run)
  const { kind, ...place } = ask
  return (
    <div className="grid gap-2">
      <KeepFresh active={underWay} />
      {standing.state === 'guarded' ? (
        <p className="max-w-prose text-sm">
          <span aria-hidden="true">– </span>
          {standing.why} {standing.host} is not a service of the house.
        </p>
      ) : underWay ? null : (
        <Form method="post" action={paths.articleAssistant(articleId)} preventScrollReset>
          <input type="hidden" name="form" value="ask" />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="back" value={pathname + search} />
          {Object.entries(place).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button look={primary ? 'primary' : 'plain'}>{ASK_WORDS[kind]}</Button>
            <span className="text-sm text-soft">
              {SENT_WORDS[kind]}: {standing.model} at {standing.host}.
            </span>
          </div>
        </Form>
      )}
      {run ? <LastAsked run={run} /> : null}
    </div>
  )
}

function LastAsked({ run }: { run: NonNullable<AssistantState['run']> }) {
  return (
    <p role="status" className="max-w-prose text-sm">
      <Link className="link" to={paths.run(run.id)}>
        Asked <Time at={run.requestedAt} />
      </Link>
      : {howItWent(run)}
    </p>
  )
}

function howItWent({ state, attempt }: NonNullable<AssistantState['run']>): string {
  if (state === 'queued') return 'waits for its turn.'
  if (state === 'running') return 'at work. It may take minutes.'
  if (!attempt || attempt.ended === null) return 'stopped before it was asked.'
  if (attempt.ended === 'done') return 'it answered.'
  if (attempt.message && attempt.ended !== 'skipped') return attempt.message
  return `${attemptSentence(attempt)} ${attempt.message ?? ''}`.trim()
}
