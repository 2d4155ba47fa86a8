/** The part of the search-chain note on finding: the chain walked, how each step ended, and what a missing lead means. */
import { attemptWords, couldNotLook } from './attempt-words.ts'
import type { DossierAttempt, DossierRun } from './dossier.ts'
import { groupBy } from './group-by.ts'
import { countWords, listWords, numberedWords } from './list-words.ts'
import { asSentence, type ClauseDraft, type NoteClause } from './note-clause.ts'
import { printSpan } from './print-time.ts'
import { runIsOpen, unreachedSteps, walkedSteps, whyUnreached } from './run-words.ts'

/** One attempt with its run. `fallback`: an earlier step of the run had looked, or tried to, in vain. */
type Tried = { run: DossierRun; attempt: DossierAttempt; fallback: boolean }

/** Steps whose answers a language model words; the note says what they were allowed to do. */
const AI_STEPS = ['grok-search']

/** Clauses on find runs that have attempts; none when there are no runs. Same outcomes are told once. */
export function findClauses(runs: DossierRun[]): NoteClause[] {
  if (runs.length === 0) return []
  const tried = runs.flatMap(triedIn)
  const attempts = tried.map((one) => one.attempt)
  const order = [...new Set(runs.flatMap(walkedSteps))]
  const outcomes = groupBy(tried, outcomeKey)
    .map((group) => outcome(group, runs))
    .sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
  return [
    { text: opening(runs, attempts), attemptIds: attempts.map((attempt) => attempt.id) },
    ...asSentence([...outcomes, ...unreached(runs)]),
    ...aiUse(attempts),
    ...withoutLeads(runs),
  ]
}

function triedIn(run: DossierRun): Tried[] {
  const inOrder = [...run.attempts].sort((a, b) => a.ordinal - b.ordinal)
  return inOrder.map((attempt, index) => ({
    run,
    attempt,
    fallback: inOrder
      .slice(0, index)
      .some((before) => before.ended === 'failed' || before.ended === 'nothing'),
  }))
}

function opening(runs: DossierRun[], attempts: DossierAttempt[]): string {
  const claims = runs.flatMap((run) => run.claimNumber ?? [])
  const what = claims.length === runs.length ? `Sources for ${numberedWords('claim', claims)}` : 'Sources'
  const chains = groupBy(runs, (run) => walkedSteps(run).join(' → ')).map((group) => {
    const chain = walkedSteps(group[0]!).join(' → ')
    return group.length === runs.length ? chain : `${chain} (${where(group, runs).trim()})`
  })
  const times = attempts.flatMap((attempt) => [attempt.startedAt, attempt.finishedAt ?? attempt.startedAt])
  return `${what} were looked for ${printSpan(times)} along the chain ${listWords(chains)}:`
}

/** Which searches a group of runs stands for; nothing when there is only one search to speak of. */
function where(group: DossierRun[], runs: DossierRun[], all = 'all'): string {
  const some = [...new Set(group)]
  if (runs.length === 1) return ''
  if (some.length === runs.length) return ` in ${all} ${runs.length} searches`
  const claims = new Set(runs.map((run) => run.claimNumber))
  if (claims.size < runs.length || claims.has(null)) return ` in ${some.length} of ${runs.length} searches`
  return ` for ${numberedWords(
    'claim',
    some.flatMap((run) => run.claimNumber ?? []),
  )}`
}

function outcomeKey({ run, attempt, fallback }: Tried): string {
  if (attempt.ended === 'done') return JSON.stringify([attempt.step, attempt.person, fallback])
  return JSON.stringify([attempt.step, attempt.person, attemptWords(attempt, 'service', runIsOpen(run))])
}

function outcome(group: Tried[], runs: DossierRun[]): ClauseDraft & { step: string } {
  const { attempt, run, fallback } = group[0]!
  const attempts = group.map((one) => one.attempt)
  const place = where(
    group.map((one) => one.run),
    runs,
    attempt.ended === 'done' ? 'the' : 'all',
  )
  const byHand = attempt.person !== null && attempt.reason !== 'needs_person'
  const subject = byHand ? `${attempt.step}, done by hand by ${attempt.person},` : attempt.step
  const predicate =
    attempt.ended === 'done'
      ? `${fallback ? 'was the fallback and ' : ''}${leadWords(attempts, place)}`
      : placed(attemptWords(attempt, 'service', runIsOpen(run)), place)
  return { step: attempt.step, words: `${subject} ${predicate}`, attempts }
}

/** Where it happened stands before the reason: "could not look for claim 2: …". */
function placed(words: string, place: string): string {
  const [event, ...reason] = words.split(': ')
  return [`${event}${place}`, ...reason].join(': ')
}

function leadWords(attempts: DossierAttempt[], place: string): string {
  const found = attempts.reduce((sum, attempt) => sum + attempt.leads.found, 0)
  const accepted = attempts.reduce((sum, attempt) => sum + attempt.leads.accepted, 0)
  if (found === 0) return `answered without a lead${place}`
  return `found ${countWords(found, 'lead')}${place}, ${acceptedWords(found, accepted)}`
}

function acceptedWords(found: number, accepted: number): string {
  if (accepted === 0) return found === 1 ? 'not accepted by anybody so far' : 'none of them accepted so far'
  if (found === 1) return 'which was accepted by a person'
  return `of which ${accepted} ${accepted === 1 ? 'was' : 'were'} accepted by a person`
}

function unreached(runs: DossierRun[]): ClauseDraft[] {
  const missed = runs.flatMap((run) =>
    unreachedSteps(run).map((step) => ({ run, step, why: whyUnreached(run) })),
  )
  return groupBy(missed, ({ step, why }) => `${step} ${why}`).map((group) => ({
    words: `${group[0]!.step} ${group[0]!.why}${where(
      group.map(({ run }) => run),
      runs,
    )}`,
    attempts: group.flatMap(({ run }) => run.attempts),
  }))
}

function aiUse(attempts: DossierAttempt[]): NoteClause[] {
  return AI_STEPS.flatMap((step) => {
    const used = attempts.filter((attempt) => attempt.step === step && attempt.ended === 'done')
    if (used.length === 0) return []
    const words = `${step} is an AI search: it only proposed addresses, and nothing it said is used as evidence`
    return asSentence([{ words, attempts: used }])
  })
}

/** A search without a lead proves absence only as far as its steps looked. */
function withoutLeads(runs: DossierRun[]): NoteClause[] {
  const empty = runs.filter((run) => !run.attempts.some((attempt) => attempt.leads.found > 0))
  return groupBy(empty, coverageKey).flatMap((group) =>
    asSentence([
      {
        words: coverageWords(group[0]!, where(group, runs, 'any of the')),
        attempts: group.flatMap((run) => run.attempts),
      },
    ]),
  )
}

const coverageKey = (run: DossierRun) => coverageWords(run, '')

function coverageWords(run: DossierRun, place: string): string {
  if (runIsOpen(run))
    return `No lead had been found${place} when this was exported, and the search was still open`
  const blind = walkedSteps(run).filter((step) =>
    run.attempts.filter((attempt) => attempt.step === step).every(couldNotLook),
  )
  const missed = [...blind, ...unreachedSteps(run)]
  if (blind.length === walkedSteps(run).length)
    return `No step could look to the end${place}, so this says nothing about what there is to find`
  if (missed.length === 0) return `No lead was found${place}`
  return `No lead was found${place}; because ${listWords(missed)} could not look to the end, this does not show that there is none`
}
