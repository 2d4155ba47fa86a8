/** Every format renders to a file with its own name and media type. */
import { expect, it } from 'vitest'
import { EXPORT_FORMATS, renderDossier } from '#exports/formats.ts'
import { citation, claim, dossier, source } from '../support/dossier.ts'

it('renders every format under its file name', async () => {
  const files = await Promise.all(EXPORT_FORMATS.map(({ format }) => renderDossier(dossier(), format)))
  expect(files.map((file) => file.fileName)).toEqual([
    'sources.md',
    'sources.html',
    'sources.docx',
    'sources.json',
    'sources.csl.json',
  ])
  for (const file of files) expect(file.bytes.byteLength).toBeGreaterThan(500)
  const starts = files.map((file) => Buffer.from(file.bytes.subarray(0, 9)).toString('latin1'))
  expect(starts.map((start) => start.slice(0, 2))).toEqual(['# ', '<!', 'PK', '{\n', '[\n'])
})

it('renders an article with 200 citations without losing one', async () => {
  const claims = Array.from({ length: 50 }, (_, index) =>
    claim({
      id: `clm-${index}`,
      number: index + 1,
      citations: [0, 1, 2, 3].map((part) => citation({ sourceNumber: index * 4 + part + 1 })),
    }),
  )
  const sources = Array.from({ length: 200 }, (_, index) => source({ id: `src-${index}`, number: index + 1 }))
  const { bytes } = await renderDossier(dossier({ claims, sources }), 'markdown')
  const markdown = new TextDecoder().decode(bytes)
  expect(markdown.match(/^\d+\. China News Service/gm)).toHaveLength(200)
  expect(markdown.match(/^- Source \d+ supports the claim\./gm)).toHaveLength(200)
})
