/** Facts on capturing: which step brought which cited page, and what stood in the way. */
import type { Dossier, DossierAttempt, DossierRun } from '../dossier.ts'
import { groupBy } from '../group-by.ts'
import { howEnded } from './how-ended.ts'
import type { NoteFact, NoteSentence } from './note-fact.ts'
import { idsOf, runIsOpen, unreachedSteps, whyUnreached } from './run-facts.ts'

type Tried = { source: number; run: DossierRun; attempt: DossierAttempt }

/**
 * Sentences on fetch runs that have attempts, in the order: captured, in the way, not captured. `all` are the attempts
 * of the whole dossier: what is not on record is said of all that is.
 */
export function fetchSentences(dossier: Dossier, runs: DossierRun[], all: DossierAttempt[]): NoteSentence[] {
  const tried = runs.flatMap((run) =>
    run.attempts.flatMap((attempt) =>
      run.sourceNumber === null ? [] : { source: run.sourceNumber, run, attempt },
    ),
  )
  return [
    captured(dossier, tried, runs.some(runIsOpen)),
    [...failures(tried), ...unreached(runs)],
    ...notCaptured(dossier, tried, all).map((fact) => [fact]),
    ...notCited(runs),
  ].filter((sentence) => sentence.length > 0)
}

/** A source captured again counts once, by its newest capture. */
function captured(dossier: Dossier, tried: Tried[], open: boolean): NoteSentence {
  const of = dossier.sources.length
  const newest = groupBy(tried, (one) => String(one.source)).flatMap((ofOne) => {
    const done = ofOne.filter((one) => one.attempt.ended === 'done')
    return done.sort((a, b) => a.attempt.startedAt.localeCompare(b.attempt.startedAt)).at(-1) ?? []
  })
  if (newest.length === 0 && tried.length > 0 && !open)
    return [{ kind: 'none_captured', of, attemptIds: idsOf(tried.map((one) => one.attempt)) }]
  const how = ({ attempt: { step, person } }: Tried) => ({ step, person })
  return groupBy(newest, (one) => JSON.stringify(how(one))).map((group, index) => ({
    kind: 'captured',
    how: how(group[0]!),
    sources: sourcesOf(group),
    of: index === 0 ? of : null,
    attemptIds: idsOf(group.map((one) => one.attempt)),
  }))
}

function failures(tried: Tried[]): NoteFact[] {
  const failed = tried.filter((one) => one.attempt.ended !== 'done')
  const how = ({ attempt, run }: Tried) => howEnded(attempt, runIsOpen(run))
  const key = (one: Tried) => JSON.stringify([one.attempt.step, one.attempt.person, how(one)])
  return groupBy(failed, key).map((group) => ({
    kind: 'in_the_way',
    step: group[0]!.attempt.step,
    person: group[0]!.attempt.person,
    how: how(group[0]!),
    sources: sourcesOf(group),
    attemptIds: idsOf(group.map((one) => one.attempt)),
  }))
}

function unreached(runs: DossierRun[]): NoteFact[] {
  const missed = runs.flatMap((run) =>
    unreachedSteps(run).flatMap((step) =>
      run.sourceNumber === null ? [] : { source: run.sourceNumber, run, step, why: whyUnreached(run) },
    ),
  )
  return groupBy(missed, ({ step, why }) => `${step} ${why}`).map((group) => ({
    kind: 'capture_unreached',
    step: group[0]!.step,
    why: group[0]!.why,
    sources: sourcesOf(group),
    attemptIds: idsOf(group.flatMap(({ run }) => run.attempts)),
  }))
}

function notCaptured(dossier: Dossier, tried: Tried[], all: DossierAttempt[]): NoteFact[] {
  const of = (source: number) => tried.filter((one) => one.source === source)
  const done = (source: number) => of(source).some((one) => one.attempt.ended === 'done')
  const sources = dossier.sources.map(({ number, captures }) => ({
    source: number,
    archived: captures.length > 0,
  }))
  const untried = sources.filter(({ source }) => of(source).length === 0)
  const inVain = sources.some(({ source }) => done(source))
    ? sources.filter(({ source }) => of(source).length > 0 && !done(source))
    : []
  const fact = (
    kind: 'not_captured' | 'archived_before' | 'never_asked_for',
    group: { source: number }[],
    attempts: DossierAttempt[],
  ): NoteFact[] =>
    group.length > 0 ? [{ kind, sources: sourcesOf(group), attemptIds: idsOf(attempts) }] : []
  const inVainAttempts = inVain.flatMap(({ source }) => of(source).map((one) => one.attempt))
  return [
    ...fact('not_captured', inVain, inVainAttempts),
    ...fact(
      'archived_before',
      untried.filter((one) => one.archived),
      all,
    ),
    ...fact(
      'never_asked_for',
      untried.filter((one) => !one.archived),
      all,
    ),
  ]
}

function notCited(runs: DossierRun[]): NoteSentence[] {
  const others = runs.filter((run) => run.sourceNumber === null)
  if (others.length === 0) return []
  const attemptIds = idsOf(others.flatMap((run) => run.attempts))
  return [[{ kind: 'not_cited', pages: others.length, attemptIds }]]
}

const sourcesOf = (group: { source: number }[]) =>
  [...new Set(group.map(({ source }) => source))].sort((a, b) => a - b)
