/** English for requests to people. */
import { printDay, printMomentIn } from '../../print-time.ts'
import type { FactOf } from '../note-fact.ts'
import { channelWords } from './place-words.ts'

/** "X was asked by e-mail on 23 March 2026 about … and had not answered by the deadline (24 March 2026, 18:00 UTC)". */
export function askedWords(fact: FactOf<'asked'>): string {
  const { who, channel, sentAt, about, timeZone } = fact
  const when = `${channelWords(channel)} on ${printDay(sentAt, timeZone)}`
  if (fact.outcome === 'not_reached')
    return `${who} could not be reached ${when} with a question about ${about} (deadline ${deadlineWords(fact)})`
  return `${who} was asked ${when} about ${about} and ${outcomeWords(fact)}`
}

const deadlineWords = ({ deadline, timeZone }: FactOf<'asked'>) => printMomentIn(deadline, timeZone)
const until = (fact: FactOf<'asked'>) => ` by the deadline (${deadlineWords(fact)})`

function outcomeWords(fact: FactOf<'asked'>): string {
  const { outcome, outcomeAt, overdue, deadline, timeZone } = fact
  if (outcome === 'answered' || outcome === 'declined') {
    const what = outcome === 'answered' ? 'answered' : 'declined to comment'
    const day = outcomeAt === null ? '' : ` on ${printDay(outcomeAt, timeZone)}`
    const late = outcomeAt !== null && outcomeAt > deadline
    return `${what}${day}${late ? `, after the deadline (${deadlineWords(fact)})` : ''}`
  }
  if (outcome === 'no_answer' || overdue) return `had not answered${until(fact)}`
  return `had not answered when this was exported; the deadline is ${deadlineWords(fact)}`
}
