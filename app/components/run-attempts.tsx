/** The attempts of a run on one scale of time, each with its reason in plain words, then the steps not walked. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { Ending } from '#domain/attempt.ts'
import { AttemptFacts, type AttemptRecord } from './attempt-facts.tsx'
import { attemptSentence, stepWords, windowWords } from './attempt-words.ts'
import { LeadList, type ShownLead } from './lead-list.tsx'
import { EndingMark } from './run-marks.tsx'
import { TimeBarRow } from './time-bar-row.tsx'
import { type TimeBar, timeBars } from './time-bars.ts'

export type ShownAttempt = AttemptRecord & {
  id: string
  windowMs: number
  ended: Ending | null
  reason: string | null
  message: string | null
  person: string | null
  capture: { id: string } | null
  leads: ShownLead[]
}

const ROW = 'grid gap-x-6 gap-y-2 border-t border-rule py-3 lg:grid-cols-[17rem_minmax(0,1fr)]'

/** `from` is when the run began, `now` when the page was read: both sides draw the same picture. */
export function RunAttempts({
  attempts,
  notWalked,
  from,
  now,
}: {
  attempts: ShownAttempt[]
  notWalked: { step: string; why: string }[]
  from: Date
  now: Date
}) {
  const scale = timeBars(attempts, from, now)
  return (
    <ol>
      {attempts.length > 0 ? <Scale ticksMs={scale.ticksMs} /> : null}
      {attempts.map((attempt, index) => (
        <li key={attempt.id} className={ROW}>
          <div>
            <p className="font-medium">{stepWords(attempt.step)}</p>
            <p className="flex flex-wrap gap-x-3 text-sm">
              <EndingMark ended={attempt.ended} />
              <span className="text-soft">{attempt.step}</span>
            </p>
          </div>
          <div className="min-w-0">
            <AttemptBar attempt={attempt} bar={scale.bars[index]!} />
            <AttemptOutcome attempt={attempt} />
          </div>
        </li>
      ))}
      {notWalked.map(({ step, why }) => (
        <li key={step} className={`${ROW} text-soft`}>
          <div>
            <p>{stepWords(step)}</p>
            <p className="text-sm">{step}</p>
          </div>
          <p>{why}</p>
        </li>
      ))}
    </ol>
  )
}

function AttemptBar({ attempt, bar }: { attempt: ShownAttempt; bar: TimeBar }) {
  const words = `${windowWords(bar.durationMs)} of at most ${windowWords(attempt.windowMs)}`
  return (
    <>
      <TimeBarRow bar={bar} ended={attempt.ended} words={words} />
      <p className="mt-1 text-sm text-soft">{words}</p>
    </>
  )
}

function AttemptOutcome({ attempt }: { attempt: ShownAttempt }) {
  return (
    <>
      <p className="mt-1 max-w-prose">
        {broughtWords(attempt) ?? attemptSentence(attempt)}
        {attempt.person ? ` Done by ${attempt.person}.` : ''}
      </p>
      {attempt.message ? <p className="mt-1 max-w-prose text-sm text-soft">{attempt.message}</p> : null}
      {attempt.capture ? (
        <p className="mt-1">
          <Link className="link" to={paths.capture(attempt.capture.id)}>
            See what was captured
          </Link>
        </p>
      ) : null}
      <LeadList leads={attempt.leads} />
      <details className="mt-2">
        <summary className="text-sm text-accent">What was sent, and what came back</summary>
        <div className="mt-2 rounded-md bg-shade p-3 text-sm">
          <AttemptFacts attempt={attempt} />
        </div>
      </details>
    </>
  )
}

/** What a step that worked has brought; null for every other ending, and for a step that brought neither. */
function broughtWords(attempt: ShownAttempt): string | null {
  if (attempt.ended !== 'done') return null
  if (attempt.capture) return 'It brought a page that can be used.'
  const found = attempt.leads.length
  return found > 0 ? `It found ${found === 1 ? '1 lead' : `${found} leads`}.` : null
}

function Scale({ ticksMs }: { ticksMs: number[] }) {
  return (
    <li
      className="hidden gap-6 pb-1 text-xs text-soft lg:grid lg:grid-cols-[17rem_minmax(0,1fr)]"
      aria-hidden="true"
    >
      <span />
      <span className="flex justify-between">
        {ticksMs.map((ms) => (
          <span key={ms}>{ms / 1_000} s</span>
        ))}
      </span>
    </li>
  )
}
