import { describe, expect, it } from 'vitest'
import { editArticle } from '#usecases/articles/edit-article.server.ts'
import { exportArticle } from '#usecases/exports/export-article.server.ts'
import { exportFormat } from '#usecases/exports/export-format.server.ts'
import { previewExport } from '#usecases/exports/preview-export.server.ts'
import { addPerson, sure, testDesk } from '../../support/desk.ts'
import { startStory, storeCapture } from '../../support/story.ts'

const by = { name: 'Rita', publicUrl: null }

async function deskWithStory() {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter', 'Rita')
  return { desk, reporter, ...(await startStory(desk, reporter)) }
}

describe('the preview of an export', () => {
  it('shows the two sections letter for letter as the Markdown file has them', async () => {
    const { desk, reporter, articleId } = await deskWithStory()
    // A headline that looks like the end of the notes must not cut them short.
    sure(await editArticle(desk, reporter, articleId, { headline: 'Demand\n\n## Claims\n' }))
    const preview = await previewExport(desk, articleId, by)
    const file = sure(await exportArticle(desk, reporter, articleId, 'markdown', null))
    expect(preview?.markdown.sources).toContain('Key use in this article')
    expect(preview?.markdown.notes).toMatch(/^## Reporting notes\n/)
    expect(new TextDecoder().decode(file.bytes)).toContain(
      `${preview?.markdown.sources}\n\n${preview?.markdown.notes}\n\n## Claims\n`,
    )
  })

  it('warns of what is not settled and not archived, as the notes do', async () => {
    const { desk, articleId } = await deskWithStory()
    const preview = await previewExport(desk, articleId, by)
    expect(preview?.warnings.join(' ')).toMatch(/not settled.*no archived copy/)
    for (const warning of preview?.warnings ?? [])
      expect(preview?.caveats.map(({ text }) => text)).toContain(warning)
  })

  it('leads from the search-chain note to the run, and from a source to its newest copy', async () => {
    const { desk, articleId, runId } = await deskWithStory()
    const captureId = await storeCapture(desk)
    const preview = await previewExport(desk, articleId, by)
    expect(preview?.note.flatMap(({ runIds }) => runIds)).toContain(runId)
    expect(preview?.sources[0]?.captureId).toBe(captureId)
  })

  it('leaves no entry in the ledger, and knows no preview of an article that is not there', async () => {
    const { desk, articleId } = await deskWithStory()
    const before = await desk.db.ledgerEntry.count()
    await previewExport(desk, articleId, by)
    expect(await previewExport(desk, 'nothing', by)).toBeNull()
    expect(await desk.db.ledgerEntry.count()).toBe(before)
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
