/** Facts on what was asked of search engines, word for word, and within which limits. */
import type { DossierAttempt, DossierRun } from '../dossier.ts'
import { groupBy } from '../group-by.ts'
import { AI_STEPS } from './find-facts.ts'
import type { NoteFact } from './note-fact.ts'
import { placeOf } from './place.ts'
import { idsOf, stepAttempts } from './run-facts.ts'

/** One fact for each text that was sent, with the steps that it was sent to. A step that was skipped sent nothing. */
export function queryFacts(find: DossierRun[]): NoteFact[] {
  const sent = find.flatMap(stepAttempts).flatMap((attempt) => {
    if (attempt.ended === 'skipped') return []
    return queriesOf(attempt).map((query) => ({ query, attempt }))
  })
  return groupBy(sent, ({ query }) => query).map((group) => ({
    kind: 'query',
    text: group[0]!.query,
    steps: [...new Set(group.map(({ attempt }) => attempt.step))],
    attemptIds: idsOf(group.map(({ attempt }) => attempt)),
  }))
}

/** Engines record one query a line; what an AI search is asked is one text, whatever lines it has. */
function queriesOf({ step, asked }: DossierAttempt): string[] {
  const whole = asked?.trim() ?? ''
  if (whole === '') return []
  return AI_STEPS.includes(step) ? [whole] : whole.split('\n').filter((line) => line.trim() !== '')
}

/** Languages and publishers to which searches were limited, and the windows of their chains. */
export function limitFacts(all: DossierRun[]): NoteFact[] {
  const find = all.filter((run) => stepAttempts(run).length > 0)
  if (find.length === 0) return []
  const attemptIds = idsOf(find.flatMap(stepAttempts))
  const sites = [...new Set(find.flatMap((run) => run.sites))]
  const chains = groupBy(find, (run) =>
    JSON.stringify([run.planned, run.plannedWindowsMs, run.windowMs, run.stopAtFirst]),
  )
  return [
    { kind: 'languages', languages: [...new Set(find.map((run) => run.language))], attemptIds },
    ...(sites.length > 0 ? [{ kind: 'sites' as const, sites, attemptIds }] : []),
    ...chains.map((group): NoteFact => {
      const { planned, plannedWindowsMs, windowMs, stopAtFirst } = group[0]!
      return {
        kind: 'windows',
        steps: planned.map((step, index) => ({ step, windowMs: plannedWindowsMs[index] ?? windowMs })),
        runWindowMs: windowMs,
        stopAtFirst,
        place: placeOf(group, find),
        attemptIds: idsOf(group.flatMap(stepAttempts)),
      }
    }),
  ]
}
