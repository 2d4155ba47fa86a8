/** Facts on finding: the chain walked, how each step ended, what screening showed, and what a missing result means. */
import type { DossierAttempt, DossierRun } from '../dossier.ts'
import { groupBy } from '../group-by.ts'
import { coverageOf } from './coverage.ts'
import { howEnded } from './how-ended.ts'
import type { NoteFact, NoteSentence } from './note-fact.ts'
import { placeOf } from './place.ts'
import {
  idsOf,
  runIsOpen,
  screeningAttempts,
  stepAttempts,
  timesOf,
  unreachedSteps,
  walkedSteps,
  whyUnreached,
} from './run-facts.ts'
import { screenedOf } from './screening.ts'

/** One attempt with its run. `fallback`: an earlier step of the run had looked, or tried to, in vain. */
type Tried = { run: DossierRun; attempt: DossierAttempt; fallback: boolean }

/** Steps whose answers a language model words. */
export const AI_STEPS = ['grok-search']

/** Sentences on find runs; none where no step was walked. Same outcomes are told once. */
export function findSentences(all: DossierRun[]): NoteSentence[] {
  const runs = all.filter((run) => stepAttempts(run).length > 0)
  if (runs.length === 0) return []
  const attempts = runs.flatMap(stepAttempts)
  return [
    [{ ...opening(runs, attempts), attemptIds: idsOf(attempts) }, ...stepFacts(runs)],
    screenedSentence(all),
    ...aiSentences(attempts),
    ...withoutLeads(runs),
  ].filter((sentence) => sentence.length > 0)
}

function opening(runs: DossierRun[], attempts: DossierAttempt[]) {
  const claims = runs.flatMap((run) => run.claimNumber ?? [])
  const chains = groupBy(runs, (run) => walkedSteps(run).join(' ')).map((group) => ({
    steps: walkedSteps(group[0]!),
    place: group.length === runs.length ? null : placeOf(group, runs),
  }))
  return {
    kind: 'searched' as const,
    claims: claims.length === runs.length ? claims : null,
    chains,
    times: timesOf(attempts),
  }
}

/** How each step ended, in the order in which steps were first walked, then the steps that were not reached. */
export function stepFacts(runs: DossierRun[]): NoteSentence {
  const order = [...new Set(runs.flatMap(walkedSteps))]
  const outcomes = groupBy(runs.flatMap(triedIn), outcomeKey)
    .map((group) => outcome(group, runs))
    .sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
  return [...outcomes, ...unreached(runs)]
}

function triedIn(run: DossierRun): Tried[] {
  return stepAttempts(run).map((attempt, index, inOrder) => ({
    run,
    attempt,
    fallback: inOrder
      .slice(0, index)
      .some((before) => before.ended === 'failed' || before.ended === 'nothing'),
  }))
}

function outcomeKey({ run, attempt, fallback }: Tried): string {
  const how = attempt.ended === 'done' ? fallback : howEnded(attempt, runIsOpen(run))
  return JSON.stringify([attempt.step, attempt.person, attempt.ended === 'done', how])
}

function outcome(group: Tried[], runs: DossierRun[]) {
  const { attempt, run, fallback } = group[0]!
  const attempts = group.map((one) => one.attempt)
  const byHand = attempt.person !== null && attempt.reason !== 'needs_person'
  const told = {
    step: attempt.step,
    person: byHand ? attempt.person : null,
    place: placeOf(
      group.map((one) => one.run),
      runs,
    ),
    attemptIds: idsOf(attempts),
  }
  if (attempt.ended !== 'done')
    return { kind: 'ended' as const, ...told, how: howEnded(attempt, runIsOpen(run)) }
  const sum = (of: 'found' | 'accepted') => attempts.reduce((total, one) => total + one.leads[of], 0)
  return { kind: 'found' as const, ...told, fallback, found: sum('found'), accepted: sum('accepted') }
}

function unreached(runs: DossierRun[]): NoteFact[] {
  const missed = runs.flatMap((run) =>
    unreachedSteps(run).map((step) => ({ run, step, why: whyUnreached(run) })),
  )
  return groupBy(missed, ({ step, why }) => `${step} ${why}`).map((group) => ({
    kind: 'unreached',
    step: group[0]!.step,
    why: group[0]!.why,
    place: placeOf(
      group.map(({ run }) => run),
      runs,
    ),
    attemptIds: idsOf(group.flatMap(({ run }) => run.attempts)),
  }))
}

/** Rests on the attempts that found the leads and on those that looked at them. */
export function screenedSentence(runs: DossierRun[]): NoteSentence {
  const attempts = runs.flatMap((run) => run.attempts)
  const screened = screenedOf(attempts)
  if (screened === null) return []
  const behind = attempts.filter(({ leads, leadId }) => leadId !== null || leads.screened > 0)
  return [{ kind: 'screened', ...screened, attemptIds: idsOf(behind) }]
}

function aiSentences(attempts: DossierAttempt[]): NoteSentence[] {
  return AI_STEPS.flatMap((step) => {
    const used = attempts.filter((attempt) => attempt.step === step && attempt.ended === 'done')
    return used.length > 0 ? [[{ kind: 'ai_search' as const, step, attemptIds: idsOf(used) }]] : []
  })
}

/** A search without a result proves absence only as far as its steps looked. */
export function withoutLeads(runs: DossierRun[]): NoteSentence[] {
  const empty = runs.filter((run) => !run.attempts.some((attempt) => attempt.leads.found > 0))
  return groupBy(empty, (run) => JSON.stringify(coverageOf([run]))).map((group) => [
    {
      kind: 'no_lead',
      place: placeOf(group, runs),
      coverage: coverageOf([group[0]!]),
      attemptIds: idsOf(group.flatMap((run) => [...stepAttempts(run), ...screeningAttempts(run)])),
    },
  ])
}
