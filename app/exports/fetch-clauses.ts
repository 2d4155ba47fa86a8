/** The part of the search-chain note on capturing: which step brought which cited page, and what stood in the way. */
import { attemptWords } from './attempt-words.ts'
import type { Dossier, DossierAttempt, DossierRun } from './dossier.ts'
import { groupBy } from './group-by.ts'
import { capital, countWords, numberedWords } from './list-words.ts'
import { asSentence, type ClauseDraft, type NoteClause } from './note-clause.ts'
import { runIsOpen, unreachedSteps, whyUnreached } from './run-words.ts'

type Tried = { source: number; run: DossierRun; attempt: DossierAttempt }

const HOW: Record<string, string> = {
  plain: 'captured by a plain request',
  rendered: 'captured in a browser',
  wayback: 'captured from the Wayback Machine',
}

const WHO: Record<string, string> = {
  plain: 'the plain request',
  rendered: 'the browser',
  wayback: 'the Wayback Machine',
}

/** Clauses on fetch runs that have attempts, in the order: captured, in the way, not captured. */
export function fetchClauses(dossier: Dossier, runs: DossierRun[]): NoteClause[] {
  const tried = runs.flatMap((run) =>
    run.attempts.flatMap((attempt) =>
      run.sourceNumber === null ? [] : { source: run.sourceNumber, run, attempt },
    ),
  )
  const total = dossier.sources.length
  const captured = capturedDrafts(tried)
  if (captured[0]) captured[0].words = outOf(total, captured[0].words)
  if (captured.length === 0 && tried.length > 0 && !runs.some(runIsOpen))
    captured.push({ words: noneOf(total), attempts: tried.map((one) => one.attempt) })
  const inTheWay = [...failureDrafts(tried), ...unreachedDrafts(runs)]
  if (inTheWay[0]) inTheWay[0].words = capital(inTheWay[0].words)
  return [...asSentence(captured), ...asSentence(inTheWay), ...notCaptured(dossier, tried), ...notCited(runs)]
}

const outOf = (total: number, words: string) =>
  total === 1 ? words.replace(/^1/, 'The cited page') : `Of the ${total} cited pages, ${words}`
const noneOf = (total: number) =>
  total === 1 ? 'The cited page could not be captured' : `None of the ${total} cited pages could be captured`

/** A source captured again counts once, by its newest capture. */
function capturedDrafts(tried: Tried[]): ClauseDraft[] {
  const newest = groupBy(tried, (one) => String(one.source)).flatMap((ofOne) => {
    const done = ofOne.filter((one) => one.attempt.ended === 'done')
    return done.sort((a, b) => a.attempt.startedAt.localeCompare(b.attempt.startedAt)).at(-1) ?? []
  })
  return groupBy(newest, (one) => howCaptured(one.attempt)).map((group) => ({
    words: `${group.length} ${group.length === 1 ? 'was' : 'were'} ${howCaptured(group[0]!.attempt)} (${numbers(group)})`,
    attempts: group.map((one) => one.attempt),
  }))
}

function howCaptured({ step, person }: DossierAttempt): string {
  if (step === 'upload') return person === null ? 'brought by hand' : `brought by hand by ${person}`
  const how = HOW[step] ?? `captured by ${step}`
  return person === null ? how : `${how} with the help of ${person}`
}

function failureDrafts(tried: Tried[]): ClauseDraft[] {
  const failures = tried.filter((one) => one.attempt.ended !== 'done')
  return groupBy(failures, failureWords).map((group) => ({
    words: `for ${numbers(group)}, ${failureWords(group[0]!)}`,
    attempts: group.map((one) => one.attempt),
  }))
}

function failureWords({ run, attempt }: Tried): string {
  const upload = attempt.person === null ? 'the upload' : `the upload by ${attempt.person}`
  const who = attempt.step === 'upload' ? upload : (WHO[attempt.step] ?? attempt.step)
  return `${who} ${attemptWords(attempt, attempt.step === 'wayback' ? 'service' : 'page', runIsOpen(run))}`
}

function unreachedDrafts(runs: DossierRun[]): ClauseDraft[] {
  const missed = runs.flatMap((run) =>
    unreachedSteps(run).flatMap((step) =>
      run.sourceNumber === null
        ? []
        : { source: run.sourceNumber, run, words: `${WHO[step] ?? step} ${whyUnreached(run)}` },
    ),
  )
  return groupBy(missed, ({ words }) => words).map((group) => ({
    words: `for ${numbers(group)}, ${group[0]!.words}`,
    attempts: group.flatMap(({ run }) => run.attempts),
  }))
}

function notCaptured(dossier: Dossier, tried: Tried[]): NoteClause[] {
  const of = (source: number) => tried.filter((one) => one.source === source)
  const done = (source: number) => of(source).some((one) => one.attempt.ended === 'done')
  const sources = dossier.sources.map(({ number, captures }) => ({
    source: number,
    archived: captures.length > 0,
  }))
  const inVain = sources.filter(({ source }) => of(source).length > 0 && !done(source))
  const untried = sources.filter(({ source }) => of(source).length === 0)
  const drafts: ClauseDraft[] = []
  const add = (group: { source: number }[], words: (names: string, verb: string) => string) => {
    if (group.length === 0) return
    const attempts = group.flatMap(({ source }) => of(source).map((one) => one.attempt))
    drafts.push({ words: words(numbers(group), group.length === 1 ? 'was' : 'were'), attempts })
  }
  if (sources.some(({ source }) => done(source)))
    add(inVain, (names, verb) => `${capital(names)} ${verb} not captured`)
  const archived = untried.filter((one) => one.archived)
  const absent = untried.filter((one) => !one.archived)
  add(archived, (names, verb) => `${capital(names)} ${verb} already in the archive`)
  add(absent, (names) => `No attempt to capture ${names} is on record`)
  return drafts.flatMap((draft) => asSentence([draft]))
}

function notCited(runs: DossierRun[]): NoteClause[] {
  const others = runs.filter((run) => run.sourceNumber === null)
  if (others.length === 0) return []
  const verb = others.length === 1 ? 'was' : 'were'
  const words = `${countWords(others.length, 'further page')} ${verb} asked for and ${others.length === 1 ? 'is' : 'are'} not cited here`
  return asSentence([{ words, attempts: others.flatMap((run) => run.attempts) }])
}

const numbers = (group: { source: number }[]) =>
  numberedWords(
    'source',
    group.map(({ source }) => source),
  )
