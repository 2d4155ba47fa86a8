import { describe, expect, test } from 'vitest'
import { readPdf, textOfPages } from '#scrapers/extract/pdf-text.ts'
import { readPage } from '#scrapers/extract/read-page.ts'

/** A PDF with one line of text on each page, written out by hand (ISO 32000, 7.5). */
function samplePdf(lines: string[]): Buffer {
  const pageIds = lines.map((_, index) => 4 + index * 2)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, index) => {
      const drawing = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
      ]
    }),
    "<< /Title (Token statistics) /Author (Office of Samples) /CreationDate (D:20260323101500+08'00') >>",
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${file.indexOf('xref\n')}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

describe('a PDF', () => {
  test('is read page by page, with what it states about itself', async () => {
    const pdf = await readPdf(samplePdf(['More than 140 trillion', 'a day on page two']))
    expect(pdf).toEqual({
      pages: ['More than 140 trillion', 'a day on page two'],
      title: 'Token statistics',
      author: 'Office of Samples',
      created: '2026-03-23',
    })
    expect(textOfPages(pdf!.pages)).toBe('More than 140 trillion\n\f\na day on page two')
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

  test('that is damaged is kept as a document without text', async () => {
    expect(await readPdf(Buffer.from('%PDF-1.7 nonsense'))).toBeNull()
  })
})
