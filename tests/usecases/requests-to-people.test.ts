/** Requests to people and notes of people are records like any other: opened when sent, closed once, never edited. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { noteText, searchNote } from '#exports/search-note.ts'
import { listAsks } from '#storage/asks.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { countOpenRuns, findRun } from '#storage/runs.server.ts'
import { readDossier } from '#usecases/exports/build-dossier.server.ts'
import { annotateAttempt } from '#usecases/runs/annotate-attempt.server.ts'
import { askPerson } from '#usecases/runs/ask-person.server.ts'
import { cancelRun } from '#usecases/runs/cancel-run.server.ts'
import { recordAnswer } from '#usecases/runs/record-answer.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { startStory, storeCapture } from '../support/story.ts'

/** Sent at 07:00 UTC, due at 10:00 UTC; the desk's clock begins at 08:00 UTC. */
const REQUEST = {
  askedOf: 'The National Data Administration',
  channel: 'email',
  about: 'how the figure is counted',
  words: 'Which platforms report to you?',
  sentAt: '2026-03-24T15:00',
  deadline: '2026-03-24T18:00',
  timeZone: 'Asia/Shanghai',
}

async function asked(more: Record<string, string> = {}) {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter', 'Rita')
  const story = await startStory(desk, reporter)
  await storeCapture(desk)
  const request = sure(await askPerson(desk, reporter, story.claimId, { ...REQUEST, ...more }))
  const note = async (at = desk.now()) => {
    const dossier = await readDossier({ ...desk, now: () => at }, story.articleId, {
      name: 'x',
      publicUrl: null,
    })
    return noteText(searchNote(dossier!))
  }
  return { desk, reporter, ...story, ...request, note }
}
const EVENING = new Date('2026-03-24T12:00:00.000Z')

describe('a request to a person', () => {
  it('is a run with one open attempt, dated when it was sent, that no worker ever takes', async () => {
    const { desk, runId } = await asked()
    const run = (await findRun(desk.db, runId))!
    expect([run.kind, run.state, run.leaseUntil]).toEqual(['ask', 'running', null])
    expect(
      run.attempts.map(({ step, ended, person, startedAt }) => [step, ended, person, startedAt]),
    ).toEqual([['ask-person', null, 'Rita', new Date('2026-03-24T07:00:00.000Z')]])
    const years = { ...desk, now: () => new Date('2036-01-01T00:00:00.000Z') }
    expect(sure(await takeRun(years, MACHINE, 'worker'))).toBeNull()
    expect((await findRun(desk.db, runId))!.attempts[0]!.ended).toBeNull()
  })

  it('stands in the way of no search and of nobody who waits for the runs of the article', async () => {
    const { desk, reporter, claimId, articleId } = await asked()
    expect(await countOpenRuns(desk.db, articleId)).toBe(0)
    expect(refusalOf(await requestRun(desk, reporter, { claimId }, {}))).toBe('accepted')
  })

  it('cannot be stopped, only answered', async () => {
    const { desk, reporter, runId } = await asked()
    expect(refusalOf(await cancelRun(desk, reporter, runId))).toBe('not_allowed')
  })

  it('is told as open before its deadline, and as silence after it although nobody wrote an outcome down', async () => {
    const { note, desk, claimId } = await asked()
    expect(await note()).toContain(
      'was asked by e-mail on 24 March 2026 about how the figure is counted and had not answered when this was exported; the deadline is 24 March 2026, 18:00 UTC+8.',
    )
    expect(await note(EVENING)).toContain(
      'and had not answered by the deadline (24 March 2026, 18:00 UTC+8).',
    )
    expect((await listAsks(desk.db, claimId, desk.now()))[0]!.overdue).toBe(false)
    expect((await listAsks(desk.db, claimId, EVENING))[0]!.overdue).toBe(true)
  })

  it('keeps a deadline beyond what a stored window can hold', async () => {
    const { desk, runId, note } = await asked({ deadline: '2026-12-24T18:00' })
    expect((await findRun(desk.db, runId))!.attempts[0]!.windowMs).toBe(2 ** 31 - 1)
    expect(await note()).toContain('the deadline is 24 December 2026, 18:00 UTC+8')
  })

  it('is refused from a machine, to nobody, and with a time that cannot be', async () => {
    const { desk, reporter, claimId } = await asked()
    const wrong: [Record<string, string>, string][] = [
      [{ sentAt: '2026-03-24T17:00', deadline: '2026-03-25T17:00' }, 'still to be sent'],
      [{ deadline: '2026-03-24T14:00' }, 'deadline before the request'],
      [{ sentAt: '2026-13-40T25:61' }, 'no such day'],
      [{ timeZone: 'Moon/Tycho' }, 'no such zone'],
      [{ askedOf: ' ' }, 'nobody'],
    ]
    expect(refusalOf(await askPerson(desk, MACHINE, claimId, REQUEST))).toBe('not_allowed')
    for (const [more, what] of wrong)
      expect(refusalOf(await askPerson(desk, reporter, claimId, { ...REQUEST, ...more })), what).toBe(
        'invalid',
      )
  })
})

describe('how a request ended', () => {
  it.each([
    ['answered', 'done', 'and answered on 24 March 2026.'],
    ['declined', 'nothing', 'and declined to comment on 24 March 2026.'],
    ['not_reached', 'failed', 'could not be reached by e-mail on 24 March 2026'],
  ])('is told when somebody writes down: %s', async (outcome, ended, words) => {
    const { desk, reporter, attemptId, runId, note } = await asked()
    sure(await recordAnswer(desk, reporter, attemptId, { outcome, answer: 'Off the record.' }))
    const run = (await findRun(desk.db, runId))!
    expect([run.state, run.attempts[0]!.ended, run.attempts[0]!.message]).toEqual([
      'finished',
      ended,
      'Off the record.',
    ])
    expect(await note()).toContain(words)
  })

  it('keeps what came back in the house', async () => {
    const { desk, reporter, attemptId, articleId } = await asked()
    sure(await recordAnswer(desk, reporter, attemptId, { outcome: 'answered', answer: 'Off the record.' }))
    const dossier = await readDossier(desk, articleId, { name: 'x', publicUrl: null })
    expect(JSON.stringify(dossier)).not.toContain('Off the record.')
  })

  it('may be written down later with the time at which it was', async () => {
    const { desk, reporter, attemptId, note } = await asked()
    const later = { ...desk, now: () => EVENING }
    const raw = { outcome: 'answered', at: '2026-03-24T19:30', timeZone: 'Asia/Shanghai' }
    sure(await recordAnswer(later, reporter, attemptId, raw))
    expect(await note(EVENING)).toContain(
      'and answered on 24 March 2026, after the deadline (24 March 2026, 18:00 UTC+8).',
    )
  })

  it('is written down once, by a person, and silence only after the deadline', async () => {
    const { desk, reporter, attemptId } = await asked()
    const end = (raw: unknown, actor: typeof reporter | typeof MACHINE = reporter, at?: Date) =>
      recordAnswer(at ? { ...desk, now: () => at } : desk, actor, attemptId, raw)
    expect(refusalOf(await end({ outcome: 'answered' }, MACHINE))).toBe('not_allowed')
    expect(refusalOf(await end({ outcome: 'no_answer' }))).toBe('invalid')
    expect(refusalOf(await end({ outcome: 'answered', at: '2026-03-24T06:00' }))).toBe('invalid')
    expect(refusalOf(await end({ outcome: 'answered', at: '2027-03-24T06:00' }))).toBe('invalid')
    expect(refusalOf(await end({ outcome: 'no_answer' }, reporter, EVENING))).toBe('accepted')
    expect(refusalOf(await end({ outcome: 'answered' }, reporter, EVENING))).toBe('already_done')
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })
})

describe('a note on an attempt', () => {
  it('stands beside the record with its name and time, and changes nothing in it', async () => {
    const { desk, reporter, attemptId, runId } = await asked()
    const before = (await findRun(desk.db, runId))!.attempts[0]!
    sure(await annotateAttempt(desk, reporter, attemptId, { text: 'Sent again through the press office.' }))
    const { notes, ...record } = (await findRun(desk.db, runId))!.attempts[0]!
    expect({ ...record, notes: [] }).toEqual(before)
    expect(notes.map(({ text, byName }) => [text, byName])).toEqual([
      ['Sent again through the press office.', 'Rita'],
    ])
    const entry = await desk.db.ledgerEntry.findFirst({ where: { kind: 'attempt.annotated' } })
    expect(entry?.payload).toContain('press office')
  })

  it('is refused from a machine, without words, and on nothing', async () => {
    const { desk, reporter, attemptId } = await asked()
    expect(refusalOf(await annotateAttempt(desk, MACHINE, attemptId, { text: 'x' }))).toBe('not_allowed')
    expect(refusalOf(await annotateAttempt(desk, reporter, attemptId, { text: ' ' }))).toBe('invalid')
    expect(refusalOf(await annotateAttempt(desk, reporter, 'none', { text: 'x' }))).toBe('not_found')
  })
})
