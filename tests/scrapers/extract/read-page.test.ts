/** Whole pages, one folder each: bytes as a server would send them, and what reading them must give. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ReadRequest } from '#scrapers/contract.ts'
import { readPage } from '#scrapers/extract/read-page.ts'

const articles = new URL('../../fixtures/pages/articles/', import.meta.url)

type Expected = Record<string, unknown> & {
  url: string | null
  textHas?: string[]
  articleHas?: string[]
  articleLacks?: string[]
  signalsHave?: string[]
}

function request(body: Uint8Array, over: Partial<ReadRequest> = {}): ReadRequest {
  return {
    body,
    mediaType: 'text/html',
    httpCharset: null,
    status: 200,
    responseHeaders: [],
    url: null,
    renderedText: null,
    ...over,
  }
}

describe('a page is read as it was written', () => {
  test.each(readdirSync(articles))('%s', async (slug) => {
    const body = readFileSync(new URL(`${slug}/page.html`, articles))
    const expected = JSON.parse(readFileSync(new URL(`${slug}/expected.json`, articles), 'utf8')) as Expected
    const { url, textHas = [], articleHas = [], articleLacks = [], signalsHave = [], ...fields } = expected
    const reading = await readPage(request(body, { url }))
    expect(reading).toMatchObject(fields)
    for (const piece of textHas) expect(reading.text).toContain(piece)
    for (const piece of articleHas) expect(reading.article).toContain(piece)
    for (const piece of articleLacks) expect(reading.article).not.toContain(piece)
    for (const piece of signalsHave) expect(reading.signals.join('\n')).toContain(piece)
  })
})

test('text that the browser rendered is what quotes are looked for in, while the markup keeps the metadata', async () => {
  const html = Buffer.from(
    '<title>Northmark</title><meta name="author" content="Dora Example"><div id="app"></div>',
  )
  const renderedText = 'Northmark counts its tokens. '.repeat(20)
  const reading = await readPage(request(html, { renderedText }))
  expect(reading.text).toBe(renderedText)
  expect(reading.byline).toBe('Dora Example')
  expect(reading.contentClass).toBe('article')
})

test('a picture is kept as a picture and has no text', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const reading = await readPage(request(png, { mediaType: 'text/html' }))
  expect(reading).toMatchObject({ contentClass: 'image', text: '', article: '', charset: null })
})

test('a download that nobody can read here is binary, whatever the server calls it', async () => {
  const zip = Buffer.from('504b0304140000000000', 'hex')
  expect(await readPage(request(zip, { mediaType: 'text/html' }))).toMatchObject({
    contentClass: 'binary',
    text: '',
  })
  const sound = Buffer.from([0, 1, 2, 3])
  expect(await readPage(request(sound, { mediaType: 'audio/mpeg' }))).toMatchObject({
    contentClass: 'binary',
  })
})

test('plain text is a document, in the encoding that it was written in', async () => {
  const note = Buffer.from('d6d0b9fabcc6cbe3bbfad0c5cfa2cdf8c2e7b9e3b2a5b5e7caf5', 'hex')
  const reading = await readPage(request(note, { mediaType: 'text/plain', httpCharset: 'gbk' }))
  expect(reading).toMatchObject({ contentClass: 'document', charsetFrom: 'http', language: 'zh' })
  expect(reading.text).toMatch(/^中国计算机/)
})

test('a page of two hundred thousand nested elements is read, and says what was ignored', async () => {
  const deep = `<title>Deep</title>${'<div>'.repeat(200_000)}the sentence at the bottom${'</div>'.repeat(200_000)}after`
  const reading = await readPage(request(Buffer.from(deep)))
  expect(reading.text).toBe('the sentence at the bottom\nafter')
  expect(reading.signals.join()).toMatch(/tags beyond all reason were ignored/)
})

test('a script of megabytes and comments beyond all reason are not looked at, which the reading says', async () => {
  const script = `<script type="application/ld+json">${'[{"a":'.repeat(200_000)}</script>`
  const reading = await readPage(
    request(Buffer.from(`${script}<p>before</p>${'<!-- -->'.repeat(251_000)}<p>after</p>`)),
  )
  expect(reading.text).toBe('before\nafter')
  expect(reading.signals.join()).toMatch(/1 script was too long to look at/)
  expect(reading.signals.join()).toMatch(/\d+ tags beyond all reason were ignored/)
})
