/** What becomes of leads: looked at once, dismissed in numbers, accepted by linking. */
import { expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { judgeUnread } from '#domain/screening.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { closeAttempt } from '#usecases/runs/close-attempt.server.ts'
import { dismissLeads } from '#usecases/runs/dismiss-leads.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { openLooks } from '#usecases/runs/open-looks.server.ts'
import { recordScreening } from '#usecases/runs/record-screening.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { CITATION, startStory, storeCapture } from '../support/story.ts'

const workerId = 'worker'
const ended = {
  ended: 'failed' as const,
  reason: 'dns' as const,
  message: 'No such name.',
  facts: { asked: 'x', askedOf: null },
  body: null,
}
const SEEN = judgeUnread({ step: 'plain', ...ended, httpStatus: null }, null)

async function searched(addresses: string[]) {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { claimId } = await startStory(desk, reporter)
  await storeCapture(desk)
  const { id: runId } = sure(await requestRun(desk, reporter, { claimId }, {}))
  sure(await takeRun(desk, MACHINE, workerId))
  const step = { step: 'local-web-search', version: '1', windowMs: 1_000, person: null }
  const { id } = sure(await openAttempt(desk, MACHINE, { id: runId, workerId }, step))
  const leads = addresses.map((address) => ({ address, title: null, snippet: null }))
  const found = { ended: 'done' as const, reason: null, message: null, facts: ended.facts, body: null }
  sure(await closeAttempt(desk, MACHINE, { id, workerId }, { ...found, leads, capture: null }))
  const rows = await desk.db.lead.findMany({ orderBy: { position: 'asc' } })
  return { desk, reporter, claimId, runId, leadIds: rows.map((row) => row.id) }
}

it('a look is written once: its second writer changes nothing and is told so', async () => {
  const { desk, runId, leadIds } = await searched(['https://a.invalid/', 'https://b.invalid/'])
  const starts = leadIds.map((leadId) => ({ leadId, step: 'plain' as const, version: '1', windowMs: 1_000 }))
  const ids = sure(await openLooks(desk, MACHINE, { id: runId, workerId }, starts))
  const looks = ids.map((id, index) => ({
    attempt: { id, workerId },
    end: ended,
    screened: { ...SEEN, address: 'https://a.invalid/', leadIds: [leadIds[index]!], text: null },
  }))
  expect(sure(await recordScreening(desk, MACHINE, looks.slice(0, 1)))).toEqual([true])
  const first = await desk.db.lead.findUniqueOrThrow({ where: { id: leadIds[0] } })
  expect(sure(await recordScreening(desk, MACHINE, looks))).toEqual([false, true])
  expect(await desk.db.lead.findUnique({ where: { id: leadIds[0] } })).toEqual(first)
  expect(await desk.db.lead.count({ where: { standing: 'could_not_look' } })).toBe(2)
  expect(await desk.db.ledgerEntry.count({ where: { kind: 'lead.screened' } })).toBe(2)
  expect((await verifyLedger(desk.db)).problems).toEqual([])
})

it('a worker that has lost the run opens no look and ends none', async () => {
  const { desk, runId, leadIds } = await searched(['https://a.invalid/'])
  const start = { leadId: leadIds[0]!, step: 'plain' as const, version: '1', windowMs: 1_000 }
  const [id] = sure(await openLooks(desk, MACHINE, { id: runId, workerId }, [start]))
  await desk.db.run.update({ where: { id: runId }, data: { leaseOwner: 'another' } })
  expect(refusalOf(await openLooks(desk, MACHINE, { id: runId, workerId }, [start]))).toBe('conflict')
  const screened = { ...SEEN, address: 'https://a.invalid/', leadIds, text: null }
  expect(
    sure(await recordScreening(desk, MACHINE, [{ attempt: { id: id!, workerId }, end: ended, screened }])),
  ).toEqual([false])
  expect(await desk.db.lead.count({ where: { screenedAt: null } })).toBe(1)
})

it('many are dismissed at once, by a person, and only those that wait', async () => {
  const { desk, reporter, claimId, leadIds } = await searched([
    'https://a.invalid/',
    'https://b.invalid/',
    'https://c.invalid/',
  ])
  expect(refusalOf(await dismissLeads(desk, MACHINE, claimId, leadIds))).toBe('not_allowed')
  expect(refusalOf(await dismissLeads(desk, reporter, claimId, []))).toBe('invalid')
  expect(sure(await dismissLeads(desk, reporter, claimId, leadIds.slice(0, 2)))).toEqual({ dismissed: 2 })
  expect(sure(await dismissLeads(desk, reporter, claimId, leadIds))).toEqual({ dismissed: 1 })
  expect(refusalOf(await dismissLeads(desk, reporter, claimId, leadIds))).toBe('already_done')
  expect(await desk.db.ledgerEntry.count({ where: { kind: 'lead.dismissed' } })).toBe(3)
})

it('linking one accepts every lead of the claim with that address', async () => {
  const { desk, reporter, claimId, leadIds } = await searched([
    'https://news.example/a?utm_source=x',
    'https://news.example/a/',
    'https://news.example/b',
  ])
  const raw = { ...CITATION, address: 'https://news.example/a', leadId: leadIds[1] }
  const { sourceId } = sure(await linkSource(desk, reporter, claimId, raw))
  const leads = await desk.db.lead.findMany({ orderBy: { position: 'asc' } })
  expect(leads.map((lead) => [lead.state, lead.sourceId])).toEqual([
    ['accepted', sourceId],
    ['accepted', sourceId],
    ['proposed', null],
  ])
})
