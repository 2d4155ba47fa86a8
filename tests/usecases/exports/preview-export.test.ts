import { describe, expect, it } from 'vitest'
import { editArticle } from '#usecases/articles/edit-article.server.ts'
import { exportArticle } from '#usecases/exports/export-article.server.ts'
import { exportFormat, exportOptions } from '#usecases/exports/export-format.server.ts'
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

  it('follows the article in its language, and a person who wants another', async () => {
    const { desk, reporter, articleId } = await deskWithStory()
    await storeCapture(desk)
    const inEnglish = await previewExport(desk, articleId, by)
    const inChinese = await previewExport(desk, articleId, by, { noteLanguage: 'zh-Hans' })
    expect([inEnglish?.note.label, inChinese?.note.label]).toEqual(['Search-chain note', '检索说明'])
    sure(await editArticle(desk, reporter, articleId, { headline: 'Tokens', language: 'zh-Hans' }))
    expect((await previewExport(desk, articleId, by))?.note.label).toBe('检索说明')
    const options = { noteLanguage: 'en', note: 'short' } as const
    const file = sure(await exportArticle(desk, reporter, articleId, 'markdown', null, options))
    const text = new TextDecoder().decode(file.bytes)
    expect(text).toContain('- Search-chain note: No search was recorded.')
    expect(text).not.toContain('## How sources were looked for')
  })

  it('leads in print from every clause to its attempts, where Stet has a public address', async () => {
    const { desk, reporter, articleId, runId } = await deskWithStory()
    await storeCapture(desk)
    const { attempts } = await desk.db.run.findUniqueOrThrow({
      where: { id: runId! },
      include: { attempts: true },
    })
    const address = `https://stet.example/runs/${runId}#attempt-${attempts[0]!.id}`
    for (const format of ['markdown', 'html'] as const) {
      const file = sure(await exportArticle(desk, reporter, articleId, format, 'https://stet.example/'))
      expect(new TextDecoder().decode(file.bytes)).toContain(address)
    }
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
    const clauses = preview?.note.clauses ?? []
    expect(clauses.flatMap(({ attempts }) => attempts.map((one) => one.runId))).toContain(runId)
    const box = preview?.method.rows.flatMap(({ sentences }) => sentences.flat()) ?? []
    for (const { text, attempts } of [...clauses, ...box]) expect(attempts, text).not.toEqual([])
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
  it('comes with choices of which only the known ones count', () => {
    expect(exportOptions({ note: 'short', noteLanguage: 'zh' })).toEqual({
      note: 'short',
      noteLanguage: 'zh-Hans',
    })
    expect(exportOptions({ note: 'long', noteLanguage: 'fr' })).toEqual({})
    expect(exportOptions({ note: null, noteLanguage: 'en-GB' })).toEqual({ noteLanguage: 'en' })
  })

  it('is read from an address only when Stet exports in it', () => {
    expect(exportFormat('markdown')).toBe('markdown')
    expect([exportFormat('exe'), exportFormat('toString'), exportFormat(undefined)]).toEqual([
      null,
      null,
      null,
    ])
  })
})
