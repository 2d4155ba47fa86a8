/** A change and its ledger entry are written together or not at all; two desks share one file without losing either. */
import { describe, expect, it } from 'vitest'
import { GENESIS_HASH } from '#domain/ledger.ts'
import { MACHINE } from '#domain/person.ts'
import { accept, refuse } from '#domain/refusal.ts'
import { closeDesk, openDesk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { transaction } from '#storage/transaction.server.ts'
import { addPerson, testDesk } from '../support/desk.ts'

const ENTRY = { kind: 'article.edited', subjectKind: 'article', subjectId: 'a', payload: { n: 1 } } as const

describe('a transaction', () => {
  it('rolls everything back when the rule says no', async () => {
    const desk = await testDesk()
    const answer = await transaction(desk, MACHINE, async (tx, record) => {
      await tx.origin.create({ data: { label: 'x', kind: 'other', createdAt: desk.now() } })
      record(ENTRY)
      return refuse('conflict', 'No.')
    })
    expect(answer).toEqual({ ok: false, refusal: { code: 'conflict', message: 'No.' } })
    expect(await desk.db.origin.count()).toBe(0)
    expect(await desk.db.ledgerEntry.count()).toBe(0)
  })

  it('rolls everything back when it breaks', async () => {
    const desk = await testDesk()
    const broken = transaction(desk, MACHINE, async (tx, record) => {
      await tx.origin.create({ data: { label: 'x', kind: 'other', createdAt: desk.now() } })
      record(ENTRY)
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    expect(await desk.db.origin.count()).toBe(0)
  })

  it('succeeds every time when two desks write to one file at once', async () => {
    const desk = await testDesk()
    const other = await openDesk({ dataFolder: desk.folder })
    const write = (on: typeof other, label: string) =>
      transaction(on, MACHINE, async (tx, record) => {
        const seen = await tx.origin.count()
        await tx.origin.create({ data: { label, kind: 'other', createdAt: new Date(0) } })
        record({ ...ENTRY, payload: { seen } })
        return accept(null)
      })
    const both = [desk, other].map(async (on, index) => {
      for (let n = 0; n < 30; n += 1) await write(on, `${index}-${n}`)
    })
    await Promise.all(both)
    expect(await desk.db.origin.count()).toBe(60)
    expect(await verifyLedger(desk.db)).toEqual({ entries: 60, problems: [] })
    await closeDesk(other)
  })
})

describe('the ledger', () => {
  async function written() {
    const desk = await testDesk()
    await addPerson(desk, 'reporter')
    for (let n = 0; n < 3; n += 1)
      await transaction(desk, MACHINE, async (_tx, record) => {
        record({ ...ENTRY, payload: { n } })
        return accept(null)
      })
    return desk
  }

  it('starts from nothing and chains every entry to the one before', async () => {
    const desk = await written()
    const [first, second] = await desk.db.ledgerEntry.findMany({ orderBy: { seq: 'asc' } })
    expect(first?.prevHash).toBe(GENESIS_HASH)
    expect(second?.prevHash).toBe(first?.hash)
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })

  it.each([
    [
      'a changed payload',
      (desk: Awaited<ReturnType<typeof written>>) =>
        desk.db.ledgerEntry.update({ where: { seq: 2 }, data: { payload: '{"n":7}' } }),
    ],
    [
      'a changed name',
      (desk: Awaited<ReturnType<typeof written>>) =>
        desk.db.ledgerEntry.update({ where: { seq: 1 }, data: { actorName: 'Somebody' } }),
    ],
    [
      'a removed entry',
      (desk: Awaited<ReturnType<typeof written>>) => desk.db.ledgerEntry.delete({ where: { seq: 2 } }),
    ],
    [
      'a cut-off end',
      (desk: Awaited<ReturnType<typeof written>>) => desk.db.ledgerEntry.delete({ where: { seq: 3 } }),
    ],
  ])('notices %s', async (_what, tamper) => {
    const desk = await written()
    await tamper(desk)
    expect((await verifyLedger(desk.db)).problems).not.toEqual([])
  })
})
