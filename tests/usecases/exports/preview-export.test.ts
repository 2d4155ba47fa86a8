import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, MACHINE } from '#domain/person.ts'
import type { Answer } from '#domain/refusal.ts'
import { closeDesk, type Desk, openDesk } from '#storage/desk.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { exportArticle } from '#usecases/exports/export-article.server.ts'
import { exportFormat } from '#usecases/exports/export-format.server.ts'
import { previewExport } from '#usecases/exports/preview-export.server.ts'
import { invitePerson } from '#usecases/people/invite-person.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'

let folder: string
let desk: Desk
let rita: Actor
let articleId: string

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.value
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-preview-'))
  desk = await openDesk({ dataFolder: folder, now: () => new Date('2026-03-24T09:00:00Z') })
  value(await invitePerson(desk, MACHINE, { name: 'Rita', email: 'rita@example.org', role: 'reporter' }))
  const { id, name, role } = await desk.db.person.findFirstOrThrow({ where: { email: 'rita@example.org' } })
  rita = { id, name, role }
  // A headline that looks like the end of the notes must not cut them short.
  articleId = value(
    await createArticle(desk, rita, { headline: 'Demand\n\n## Claims\n', draft: 'Not printed.' }),
  ).id
  const claim = value(await logClaim(desk, rita, articleId, { text: 'Usage has surpassed 140 trillion.' }))
  value(
    await linkSource(desk, rita, claim.id, {
      address: 'https://example.org/speech',
      publisher: 'China News Service',
      keyUse: 'Confirms the sequence. ## Claims',
    }),
  )
})

afterAll(async () => {
  await closeDesk(desk)
  await rm(folder, { recursive: true, force: true })
})

const by = { name: 'Rita', publicUrl: null }

describe('the preview of an export', () => {
  it('shows the two sections letter for letter as the Markdown file has them', async () => {
    const preview = await previewExport(desk, articleId, by)
    const file = value(await exportArticle(desk, rita, articleId, 'markdown', null))
    const text = new TextDecoder().decode(file.bytes)
    expect(preview?.markdown.sources).toContain('Key use in this article')
    expect(preview?.markdown.notes).toMatch(/^## Reporting notes\n/)
    expect(text).toContain(`${preview?.markdown.sources}\n\n${preview?.markdown.notes}\n\n## Claims\n`)
  })

  it('warns of what is not settled and not archived, as the notes do', async () => {
    const preview = await previewExport(desk, articleId, by)
    expect(preview?.warnings.join(' ')).toMatch(/not settled.*no archived copy/)
    for (const warning of preview?.warnings ?? [])
      expect(preview?.caveats.map(({ text }) => text)).toContain(warning)
  })

  it('leads from a clause of the search-chain note to the run it was made from', async () => {
    const run = value(await takeRun(desk, MACHINE, 'worker-1'))
    const step = { step: 'plain', version: 'plain-1', windowMs: 30_000, person: null }
    value(await openAttempt(desk, MACHINE, { id: run!.id, workerId: 'worker-1' }, step))
    const preview = await previewExport(desk, articleId, by)
    expect(preview?.note.flatMap(({ runIds }) => runIds)).toContain(run!.id)
  })

  it('leaves no entry in the ledger', async () => {
    const before = await desk.db.ledgerEntry.count()
    await previewExport(desk, articleId, by)
    expect(await desk.db.ledgerEntry.count()).toBe(before)
  })

  it('knows no preview of an article that is not there', async () => {
    expect(await previewExport(desk, 'nothing', by)).toBeNull()
  })
})

describe('the format of an export', () => {
  it('is read from an address only when Stet exports in it', () => {
    expect(exportFormat('markdown')).toBe('markdown')
    expect([exportFormat('exe'), exportFormat('toString'), exportFormat(undefined)]).toEqual([
      null,
      null,
      null,
    ])
  })
})
