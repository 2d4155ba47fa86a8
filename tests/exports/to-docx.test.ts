/** The DOCX opens as a package of well-formed parts, with headings, numbers, real links and East Asian fonts. */
import { describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { toDocx } from '#exports/to-docx.ts'
import { caveat, citation, claim, dossier, source } from '../support/dossier.ts'
import { HOSTILE } from '../support/hostile-text.ts'
import { xmlFault } from '../support/well-formed-xml.ts'

/** All parts of the package as text, by path. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes))
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
  }
  return parts
}
const textOf = (xml: string) =>
  xml
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')

describe('the sample', () => {
  it('holds the same contents as the other formats', async () => {
    const text = textOf((await partsOf(await toDocx(dossier()))).get('word/document.xml')!)
    for (const words of [
      'China counts its tokens',
      'SAMPLE DATA: not for publication.',
      'China News Service — 刘烈宏:中国日均词元调用量已突破140万亿',
      'Key use in this article: Gives the series',
      'Search-chain note: Sources for claim 1',
      'grok-search answered with HTTP 502; local-web-search gave no usable result within its window of 3 seconds;',
      'Editorial caveat: Claim 1: All reports',
      'Claim 1: China uses more than 140 trillion tokens a day.',
      '“日均词元调用量已突破140万亿”',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('A draft that stays in the house.')
  })

  it('has real headings, numbering, links and an East Asian font', async () => {
    const parts = await partsOf(await toDocx(dossier()))
    const xml = parts.get('word/document.xml')!
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(5)
    expect(xml.match(/<w:numPr>/g)!.length).toBeGreaterThan(3)
    const links = [...xml.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g)].map((match) => match[1])
    const targets = parts.get('word/_rels/document.xml.rels')!
    expect(links).toHaveLength(7)
    for (const id of links) expect(targets).toContain(`Id="${id}"`)
    expect(targets).toContain('Target="https://www.ithome.com/0/931/873.htm" TargetMode="External"')
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="SimSun"')
  })

  it('gives the same bytes for the same dossier', async () => {
    expect(Buffer.compare(await toDocx(dossier()), await toDocx(dossier()))).toBe(0)
  })

  it('leads from the note to the attempts, and leaves the method out of a short one', async () => {
    const runs = dossier().runs.map((run) => ({ ...run, address: `https://stet.example/runs/${run.id}` }))
    const parts = await partsOf(await toDocx(dossier({ runs }), { note: 'short', noteLanguage: 'zh-Hans' }))
    const targets = parts.get('word/_rels/document.xml.rels')
    expect(targets).toContain('Target="https://stet.example/runs/run-1#attempt-att-grok"')
    const text = textOf(parts.get('word/document.xml')!)
    expect(text).toContain('检索说明：')
    expect(text).not.toContain('信源查找方法')
  })

  it('takes its properties from the dossier, not from the clock', async () => {
    const core = (await partsOf(await toDocx(dossier()))).get('docProps/core.xml')!
    expect(core.match(/2026-03-24T10:00:00\.000Z/g)).toHaveLength(2)
    expect(core).toContain('<dc:creator>Rita Okafor</dc:creator>')
  })
})

it('is well-formed in every part, whatever the records hold', async () => {
  const hostile = dossier({
    article: {
      ...dossier().article,
      headline: HOSTILE,
      relatedCoverage: [{ title: HOSTILE, address: HOSTILE }],
    },
    exportedBy: HOSTILE,
    sources: [
      source({
        title: HOSTILE,
        publisher: HOSTILE,
        address: 'https://a.example/?a=1&b="<x>"',
        keyUses: [HOSTILE],
      }),
      source({ number: 2, address: 'javascript:alert(1)' }),
    ],
    claims: [claim({ text: HOSTILE, citations: [citation({ quote: HOSTILE, translation: HOSTILE })] })],
    caveats: [caveat({ wording: HOSTILE })],
  })
  const parts = await partsOf(await toDocx(hostile))
  for (const [path, xml] of parts) expect([path, xmlFault(xml)]).toEqual([path, null])
  expect(parts.get('word/_rels/document.xml.rels')).not.toContain('javascript:')
})
