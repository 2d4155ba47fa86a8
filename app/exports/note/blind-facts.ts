/** Facts on what could not be looked at: steps, engines, pages and sources; and what follows from it. */
import { ASK_STEP } from '#domain/step.ts'
import type { Dossier, DossierAttempt, DossierRun } from '../dossier.ts'
import { groupBy } from '../group-by.ts'
import { blindSteps, enginesDown } from './coverage.ts'
import { couldNotLook } from './how-ended.ts'
import type { NoteFact } from './note-fact.ts'
import { placeOf } from './place.ts'
import { idsOf, stepAttempts, unreachedSteps } from './run-facts.ts'

/** `all` are the attempts of the dossier: that everything could be looked at is said of all of them, and only where every one looked. */
export function blindFacts(dossier: Dossier, find: DossierRun[], all: DossierAttempt[]): NoteFact[] {
  if (all.length === 0) return []
  const facts = [
    ...blindStepFacts(find),
    ...engineFacts(find),
    ...pageFacts(find),
    ...sourceFacts(dossier),
    ...silenceFacts(all),
  ]
  if (facts.length === 0)
    return all.some(couldNotLook) ? [] : [{ kind: 'all_looked', attemptIds: idsOf(all) }]
  const attemptIds = [...new Set(facts.flatMap((fact) => fact.attemptIds))]
  return [...facts, { kind: 'blind_means', attemptIds }]
}

function blindStepFacts(find: DossierRun[]): NoteFact[] {
  const blind = find.flatMap((run) => {
    if (stepAttempts(run).length === 0) return []
    const steps = [...blindSteps(run), ...unreachedSteps(run)]
    return steps.length > 0 ? { run, steps } : []
  })
  return groupBy(blind, ({ steps }) => steps.join(' ')).map((group) => {
    const { steps } = group[0]!
    const runs = group.map(({ run }) => run)
    return {
      kind: 'steps_blind',
      steps,
      place: placeOf(runs, find),
      attemptIds: idsOf(runs.flatMap(stepAttempts)),
    }
  })
}

function engineFacts(find: DossierRun[]): NoteFact[] {
  const reporting = find.flatMap(stepAttempts).filter((attempt) => enginesDown(attempt).length > 0)
  return groupBy(reporting, ({ step }) => step).map((group) => ({
    kind: 'engines_down',
    step: group[0]!.step,
    engines: [...new Set(group.flatMap(enginesDown))],
    attemptIds: idsOf(group),
  }))
}

function pageFacts(find: DossierRun[]): NoteFact[] {
  const behind = find.flatMap(stepAttempts).filter(({ leads }) => leads.couldNotLook > 0)
  if (behind.length === 0) return []
  const pages = behind.reduce((sum, { leads }) => sum + leads.couldNotLook, 0)
  return [{ kind: 'pages_not_seen', pages, attemptIds: idsOf(behind) }]
}

/** Requests to people who have not said anything: who declines has been asked. */
function silenceFacts(all: DossierAttempt[]): NoteFact[] {
  const silent = all.filter(({ step, ended }) => step === ASK_STEP && (ended === null || ended === 'failed'))
  return silent.length > 0
    ? [{ kind: 'not_answered', requests: silent.length, attemptIds: idsOf(silent) }]
    : []
}

/** Sources that were asked for and of which no copy could be had. */
function sourceFacts({ sources, runs }: Dossier): NoteFact[] {
  const without = sources.flatMap(({ number, captures }) => {
    const attempts = runs.filter((run) => run.sourceNumber === number).flatMap((run) => run.attempts)
    const inVain = attempts.length > 0 && !attempts.some(({ ended }) => ended === 'done')
    return captures.length === 0 && inVain ? { number, attempts } : []
  })
  if (without.length === 0) return []
  return [
    {
      kind: 'sources_not_seen',
      sources: without.map(({ number }) => number),
      attemptIds: idsOf(without.flatMap(({ attempts }) => attempts)),
    },
  ]
}
