/** The desk's words for requests to people: how they were asked, and how it ended. */
import { type AskOutcome, type Channel, readAskDetail } from '#domain/ask.ts'
import { ASK_STEP } from '#domain/step.ts'
import { clockOf } from '#domain/zoned-time.ts'
import { momentWords } from './time.tsx'

export const CHANNEL_WORDS: Record<Channel, string> = {
  call: 'By telephone',
  email: 'By e-mail',
  letter: 'By letter',
  message: 'By message on a social network',
  in_person: 'In person',
}

export const OUTCOME_WORDS: Record<AskOutcome, string> = {
  answered: 'Answered',
  declined: 'Declined to comment',
  no_answer: 'No answer by the deadline',
  not_reached: 'Could not be reached',
}

/** Where a request stands, with a sign so that colour is never alone. */
export function askStanding(ask: { outcome: AskOutcome | null; overdue: boolean }): {
  words: string
  sign: string
  colour: string
} {
  if (ask.outcome === 'answered') return { words: OUTCOME_WORDS.answered, sign: '✓', colour: 'text-stands' }
  if (ask.outcome !== null) return { words: OUTCOME_WORDS[ask.outcome], sign: '–', colour: 'text-soft' }
  return ask.overdue
    ? { words: 'Had not answered by the deadline', sign: '!', colour: 'text-disputed' }
    : { words: 'Waiting for an answer', sign: '…', colour: 'text-soft' }
}

/** `24 Mar 2026, 18:00, Asia/Shanghai`: a deadline is told on the clock on which it was set. */
export function deadlineWords(deadline: Date, timeZone: string): string {
  const onClock = momentWords(`${clockOf(deadline, timeZone)}Z`)
  return onClock.replace(/UTC$/, timeZone)
}

/** What became of a request, for its run's page: "Asked by e-mail about …: answered." Null for any other step. */
export function askSentence(attempt: {
  step: string
  askedOf: string | null
  detail: unknown
}): string | null {
  const detail = attempt.step === ASK_STEP ? readAskDetail(attempt.detail) : null
  if (detail === null) return null
  const { channel, about, deadline, timeZone, outcome } = detail
  const until = deadlineWords(new Date(deadline), timeZone)
  const ended = outcome ? OUTCOME_WORDS[outcome] : 'No outcome is on record yet'
  return `${attempt.askedOf ?? 'Somebody'}, about ${about}. ${CHANNEL_WORDS[channel]}, deadline ${until}. ${ended}.`
}
