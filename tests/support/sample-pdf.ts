/** Small PDFs written out by hand (ISO 32000, 7.5): with text, without, and locked. */

/** One line of text on each page; an empty line gives a page without text, as a scan has. */
export function samplePdf(lines: string[], options: { locked?: boolean } = {}): Buffer {
  const pageIds = lines.map((_, index) => 4 + index * 2)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, index) => {
      const drawing = line === '' ? '0 0 100 100 re f' : `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
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
  // Keys that no password of ours fits (ISO 32000, 7.6): the file opens for nobody who was not told the password.
  const lock = options.locked
    ? ` /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`
    : ''
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R${lock} >>\nstartxref\n${file.indexOf('xref\n')}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
