/** The full note as rows of a box, after PRISMA-S: with what, which queries, limits, times, results, screening, people, AI. */
import { ASK_STEP } from '#domain/step.ts'
import type { Dossier, DossierAttempt, DossierRun } from '../dossier.ts'
import { groupBy } from '../group-by.ts'
import { askFacts } from './ask-facts.ts'
import { blindFacts } from './blind-facts.ts'
import { fetchSentences } from './fetch-facts.ts'
import { AI_STEPS, screenedSentence, stepFacts } from './find-facts.ts'
import { howEnded } from './how-ended.ts'
import { notFoundFacts } from './not-found.ts'
import type { NoteFact, NoteSentence, Purpose } from './note-fact.ts'
import { limitFacts, queryFacts } from './query-facts.ts'
import { idsOf, runIsOpen, screeningAttempts, stepAttempts, timesOf } from './run-facts.ts'
import { screenedOf } from './screening.ts'

export const BOX_ROWS = [
  'tools',
  'queries',
  'limits',
  'times',
  'endings',
  'results',
  'screening',
  'captures',
  'byHand',
  'people',
  'ai',
  'blind',
  'notFound',
  'notes',
] as const
export type BoxRow = (typeof BOX_ROWS)[number]

/** A box would grow with every search; more than this are told in one span. */
const MAX_TIMES = 12

/** The rows in print order; a row about which nothing is on record is empty, and so are all where nothing was done. Together they name every attempt. */
export function methodRows(dossier: Dossier): { row: BoxRow; sentences: NoteSentence[] }[] {
  const walked = dossier.runs.filter((run) => run.attempts.length > 0)
  const of = (kind: DossierRun['kind']) => walked.filter((run) => run.kind === kind)
  const [find, fetch, ask] = [of('find'), of('fetch'), of('ask')]
  const all = walked.flatMap((run) => run.attempts)
  const single = (facts: NoteFact[]) => facts.map((fact) => [fact])
  const rows: Record<BoxRow, NoteSentence[]> = {
    tools: single(toolFacts(find, fetch)),
    queries: single(queryFacts(find)),
    limits: single(limitFacts(find)),
    times: single(timeFacts(find, fetch)),
    endings: single(stepFacts(find.filter((run) => stepAttempts(run).length > 0))),
    results: single(resultFacts(find)),
    screening: [screenedSentence(find), ...single(screeningFacts(find))],
    captures: all.length > 0 ? fetchSentences(dossier, fetch, all) : [],
    byHand: single(byHandFacts(walked, all)),
    people: single(askFacts(dossier, ask)),
    ai: single(aiFacts(find, of('assist'), all)),
    blind: single(blindFacts(dossier, find, all)),
    notFound: single(notFoundFacts(dossier)),
    notes: single(annotations(all)),
  }
  return BOX_ROWS.map((row) => ({ row, sentences: rows[row].filter(({ length }) => length > 0) }))
}

function toolFacts(find: DossierRun[], fetch: DossierRun[]): NoteFact[] {
  const tools = (purpose: Purpose, attempts: DossierAttempt[]): NoteFact[] =>
    groupBy(attempts, ({ step, version }) => `${step} ${version}`).map((group) => ({
      kind: 'tool',
      purpose,
      step: group[0]!.step,
      version: group[0]!.version,
      askedOf: purpose === 'search' ? [...new Set(group.flatMap(({ askedOf }) => askedOf ?? []))] : [],
      attempts: group.length,
      attemptIds: idsOf(group),
    }))
  return [
    ...tools('search', find.flatMap(stepAttempts)),
    ...tools('screening', find.flatMap(screeningAttempts)),
    ...tools(
      'capture',
      fetch.flatMap((run) => run.attempts),
    ),
  ]
}

function timeFacts(find: DossierRun[], fetch: DossierRun[]): NoteFact[] {
  const span = (
    purpose: Purpose,
    attempts: DossierAttempt[],
    of: { claim: number | null; scheduled: boolean } = { claim: null, scheduled: false },
  ): NoteFact[] =>
    attempts.length === 0
      ? []
      : [{ kind: 'time', purpose, ...of, times: timesOf(attempts), attemptIds: idsOf(attempts) }]
  const searches =
    find.length > MAX_TIMES
      ? span('search', find.flatMap(stepAttempts))
      : find.flatMap((run) =>
          span('search', stepAttempts(run), { claim: run.claimNumber, scheduled: run.scheduled }),
        )
  return [
    ...searches,
    ...span('screening', find.flatMap(screeningAttempts)),
    ...span(
      'capture',
      fetch.flatMap((run) => run.attempts),
    ),
  ]
}

function resultFacts(find: DossierRun[]): NoteFact[] {
  const done = find.flatMap(stepAttempts).filter(({ leads }) => leads.found > 0)
  return groupBy(done, ({ step }) => step).map((group) => ({
    kind: 'results',
    step: group[0]!.step,
    found: group.reduce((sum, { leads }) => sum + leads.found, 0),
    accepted: group.reduce((sum, { leads }) => sum + leads.accepted, 0),
    screened: screenedOf(group),
    attemptIds: idsOf(group),
  }))
}

/** Pages that could not be looked at, grouped by what stood in the way, and addresses that never were any. */
function screeningFacts(find: DossierRun[]): NoteFact[] {
  const failed = find.flatMap((run) =>
    screeningAttempts(run)
      .filter(({ ended }) => ended !== 'done')
      .map((attempt) => ({ attempt, how: howEnded(attempt, runIsOpen(run)) })),
  )
  const groups = groupBy(failed, ({ attempt, how }) => JSON.stringify([attempt.step, how]))
  const invented = find.flatMap((run) => run.attempts).filter(({ leads }) => leads.neverExisted.length > 0)
  const addresses = [...new Set(invented.flatMap(({ leads }) => leads.neverExisted))]
  return [
    ...groups.map(
      (group): NoteFact => ({
        kind: 'screening_failed',
        how: group[0]!.how,
        step: group[0]!.attempt.step,
        pages: group.length,
        attemptIds: idsOf(group.map(({ attempt }) => attempt)),
      }),
    ),
    ...(addresses.length > 0
      ? [{ kind: 'never_existed' as const, addresses, attemptIds: idsOf(invented) }]
      : []),
  ]
}

function byHandFacts(walked: DossierRun[], all: DossierAttempt[]): NoteFact[] {
  const byHand = walked.flatMap((run) =>
    run.attempts.flatMap((attempt) =>
      attempt.person === null ? [] : { source: run.sourceNumber, person: attempt.person, attempt },
    ),
  )
  if (byHand.length === 0) return all.length > 0 ? [{ kind: 'none_by_hand', attemptIds: idsOf(all) }] : []
  return groupBy(byHand, ({ person, attempt }) => JSON.stringify([person, attempt.step])).map((group) => ({
    kind: 'by_hand',
    person: group[0]!.person,
    step: group[0]!.attempt.step,
    sources: [...new Set(group.flatMap(({ source }) => source ?? []))].sort((a, b) => a - b),
    count: group.length,
    times:
      group[0]!.attempt.step === ASK_STEP
        ? group.map(({ attempt }) => attempt.startedAt)
        : timesOf(group.map(({ attempt }) => attempt)),
    attemptIds: idsOf(group.map(({ attempt }) => attempt)),
  }))
}

function aiFacts(find: DossierRun[], assist: DossierRun[], all: DossierAttempt[]): NoteFact[] {
  const used = find
    .flatMap(stepAttempts)
    .filter(({ step, ended }) => AI_STEPS.includes(step) && ended !== 'skipped')
  const assistant = assistantFacts(assist)
  if (used.length === 0 && assistant.length === 0)
    return all.length > 0 ? [{ kind: 'no_ai', attemptIds: idsOf(all) }] : []
  const searches: NoteFact[] = groupBy(used, ({ step }) => step).map((group) => ({
    kind: 'ai_used',
    step: group[0]!.step,
    models: [...new Set(group.flatMap(({ detail }) => text(detail.model) ?? text(detail.modelAsked) ?? []))],
    asked: group.length,
    answered: group.filter(({ ended }) => ended === 'done' || ended === 'nothing').length,
    toolCalls: total(group, 'toolCalls'),
    citations: total(group, 'citations'),
    attemptIds: idsOf(group),
  }))
  return [...searches, ...assistant]
}

function assistantFacts(assist: DossierRun[]): NoteFact[] {
  const attempts = assist.flatMap((run) => run.attempts)
  if (attempts.length === 0) return []
  const proposals = attempts.flatMap((attempt) => attempt.proposals ?? [])
  const accepted = (kind: 'claim' | 'query' | 'translation') =>
    proposals.filter((one) => one.kind === kind && one.accepted).length
  return [
    {
      kind: 'assistant_used',
      models: [...new Set(proposals.map(({ model }) => model))],
      asked: attempts.length,
      answered: attempts.filter(({ ended }) => ended === 'done' || ended === 'nothing').length,
      proposed: proposals.length,
      accepted: {
        claims: accepted('claim'),
        queries: accepted('query'),
        translations: accepted('translation'),
      },
      attemptIds: idsOf(attempts),
    },
  ]
}

const text = (value: unknown) => (typeof value === 'string' ? value : null)

function total(group: DossierAttempt[], key: string): number | null {
  const numbers = group.flatMap(({ detail }) => (typeof detail[key] === 'number' ? detail[key] : []))
  return numbers.length > 0 ? numbers.reduce((sum, one) => sum + one, 0) : null
}

function annotations(all: DossierAttempt[]): NoteFact[] {
  return all
    .filter(({ notes }) => notes.length > 0)
    .map(({ id, step, startedAt, notes }) => ({
      kind: 'annotated',
      ...{ step, notes },
      at: startedAt,
      attemptIds: [id],
    }))
}
