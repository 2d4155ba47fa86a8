/** One attempt as it happened: its bar on the run's scale, how it ended and why, what it brought, what was sent to whom. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import type { Ending } from '#domain/attempt.ts'
import { ASK_STEP } from '#domain/step.ts'
import { askSentence } from './ask-words.ts'
import { AttemptFacts, type AttemptRecord } from './attempt-facts.tsx'
import type { ShownNote } from './attempt-notes.tsx'
import { attemptSentence, stepWords, windowWords } from './attempt-words.ts'
import { LeadList, type ShownLead } from './lead-list.tsx'
import { OutsideLink } from './outside-link.tsx'
import { EndingMark } from './run-marks.tsx'
import { TimeBarRow } from './time-bar-row.tsx'
import type { TimeBar } from './time-bars.ts'

export type ShownAttempt = AttemptRecord & {
  id: string
  windowMs: number
  ended: Ending | null
  reason: string | null
  message: string | null
  person: string | null
  capture: { id: string } | null
  /** the lead that was looked at, where the step looked at one */
  lead: { id: string; address: string; title: string | null } | null
  leads: ShownLead[]
  notes: ShownNote[]
  _count: { leads: number }
}

/** More leads than this are folded away: the attempts are what the page is about. */
const LEADS_OPEN = 5

/** `children` stand at the end: what people add to the attempt, and what may be done about it. */
export function RunAttempt({
  attempt,
  bar,
  now,
  children,
}: {
  attempt: ShownAttempt
  bar: TimeBar
  now: number | null
  children?: ReactNode
}) {
  const isAsk = attempt.step === ASK_STEP
  const took = windowWords(bar.durationMs)
  const words = isAsk
    ? `${took} since it was sent; there were ${windowWords(attempt.windowMs)} to answer`
    : `${took} of at most ${windowWords(attempt.windowMs)}`
  return (
    <>
      <div className="min-w-0">
        <p className="font-medium">{stepWords(attempt.step)}</p>
        {attempt.lead ? (
          <p className="text-sm break-all">
            <OutsideLink address={attempt.lead.address}>
              {attempt.lead.title ?? attempt.lead.address}
            </OutsideLink>
          </p>
        ) : null}
        <p className="flex flex-wrap gap-x-3 text-sm">
          <EndingMark ended={attempt.ended} asked={isAsk} />
          <span className="text-soft">{attempt.step}</span>
        </p>
      </div>
      <div className="min-w-0">
        <TimeBarRow bar={bar} ended={attempt.ended} words={words} now={now} />
        <p className="mt-1 text-sm text-soft tabular-nums">{words}</p>
        <p className="mt-1 max-w-prose">
          {askSentence(attempt) ?? broughtWords(attempt) ?? attemptSentence(attempt)}
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
        <AttemptLeads attempt={attempt} />
        <details className="mt-2">
          <summary className="text-sm text-accent">{sentWords(attempt)}</summary>
          <div className="mt-2 rounded-md bg-shade p-3 text-sm">
            <AttemptFacts attempt={attempt} />
          </div>
        </details>
        {children}
      </div>
    </>
  )
}

/** What was sent to whom, in short; the whole is below. */
function sentWords({ ended, askedOf }: ShownAttempt): string {
  if (ended === null) return 'What is known so far'
  if (ended === 'skipped') return 'Nothing was sent'
  return askedOf ? `What was sent to ${askedOf}, and what came back` : 'What was looked at in the house'
}

function AttemptLeads({ attempt }: { attempt: ShownAttempt }) {
  const { leads, _count } = attempt
  if (leads.length <= LEADS_OPEN) return <LeadList leads={leads} />
  const rest = _count.leads - leads.length
  return (
    <details className="mt-2">
      <summary className="text-sm text-accent">The {_count.leads} leads</summary>
      <LeadList leads={leads} />
      {rest > 0 ? <p className="mt-2 text-sm text-soft">{rest} more are on the claim’s page.</p> : null}
    </details>
  )
}

/** What a step that worked has brought; null for every other ending, and for a step that brought neither. */
function broughtWords(attempt: ShownAttempt): string | null {
  if (attempt.ended !== 'done') return null
  if (attempt.capture) return 'It brought a page that can be used.'
  const found = attempt._count.leads
  return found > 0 ? `It found ${found === 1 ? '1 lead' : `${found} leads`}.` : null
}
