import { describe, expect, test } from 'vitest'
import { pageOfPosition } from '#reading/page-of-position.ts'
import { openPdf, readPdf, textOfPages } from '#scrapers/extract/pdf-text.ts'
import { readDocument } from '#scrapers/extract/read-document.ts'
import { readPage } from '#scrapers/extract/read-page.ts'
import { samplePdf } from '../../support/sample-pdf.ts'

describe('a PDF', () => {
  test('is read page by page, with what it states about itself', async () => {
    const pdf = await readPdf(samplePdf(['More than 140 trillion', 'a day on page two']))
    expect(pdf).toEqual({
      pages: ['More than 140 trillion', 'a day on page two'],
      pageCount: 2,
      title: 'Token statistics',
      author: 'Office of Samples',
      created: '2026-03-23',
    })
    expect(textOfPages(pdf!.pages)).toBe('More than 140 trillion\n\f\na day on page two')
  })

  test('tells the page of a quotation, also after pages without text', async () => {
    const { text } = await readDocument(samplePdf(['', 'More than 140 trillion', '', 'a day on page four']))
    expect(pageOfPosition(text, text.indexOf('140'))).toBe(2)
    expect(pageOfPosition(text, text.indexOf('a day'))).toBe(4)
  })

  test('is a document even where the server calls it HTML', async () => {
    const reading = await readPage({
      body: samplePdf(['More than 140 trillion']),
      mediaType: 'text/html',
      httpCharset: null,
      status: 200,
      responseHeaders: [],
      url: null,
      renderedText: null,
    })
    expect(reading).toMatchObject({
      contentClass: 'document',
      text: 'More than 140 trillion',
      title: 'Token statistics',
      signals: ['a PDF of 1 page'],
    })
  })

  test('that was scanned is a document without text, and says so', async () => {
    expect(await readDocument(samplePdf(['', '']))).toMatchObject({
      contentClass: 'document',
      text: '',
      signals: ['a PDF of 2 pages', 'without text: its pages are pictures, as of a scan'],
    })
  })

  test('of which some pages are pictures says how many', async () => {
    const { signals } = await readDocument(samplePdf(['More than 140 trillion', '']))
    expect(signals).toEqual(['a PDF of 2 pages', '1 of the pages without text'])
  })

  test('that is locked with a password ends with that reason', async () => {
    expect(await openPdf(samplePdf(['More than 140 trillion'], { locked: true }))).toEqual({
      ok: false,
      reason: 'decode_failed',
      message: 'The PDF is locked with a password.',
    })
  })

  test('that is damaged ends with that reason', async () => {
    expect(await readPdf(Buffer.from('%PDF-1.7 nonsense'))).toBeNull()
    expect(await readDocument(Buffer.from('%PDF-1.7 nonsense'))).toMatchObject({
      text: '',
      trouble: { reason: 'decode_failed', message: 'The PDF is damaged and cannot be read.' },
    })
  })
})
