import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import type { ArchivedPage, HeldPages, OpenedWacz, Upload } from '#scrapers/contract.ts'
import type { OpenWacz } from '#scrapers/fetch/take-wacz.ts'
import { upload } from '#scrapers/fetch/upload.ts'

const NOW = new Date('2026-03-24T08:00:00Z')
const ADDRESS = 'https://news.example.com/a'
const tools = { signal: new AbortController().signal, now: () => NOW }
const noWacz: OpenWacz = async () => ({ ok: false, message: 'it has no pages.' })

const bring = (
  bytes: Uint8Array | string,
  openWacz: OpenWacz = noWacz,
  more: Partial<Upload> = {},
  maxBytes?: number,
) =>
  upload({ openWacz, maxBytes }).run(
    {
      address: ADDRESS,
      upload: {
        bytes: Buffer.from(bytes as string),
        fileName: 'file.bin',
        mediaType: 'application/x-anything',
        ...more,
      },
    },
    tools,
  )

function zip(files: Record<string, string>): Promise<Buffer> {
  const file = new ZipFile()
  for (const [name, text] of Object.entries(files)) file.addBuffer(Buffer.from(text), name)
  file.end()
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.outputStream.on('end', () => resolve(Buffer.concat(chunks)))
  })
}

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const JPEG = Buffer.from('ffd8ffe000104a46494600010100', 'hex')

describe('a file that a person brought', () => {
  it.each([
    ['a page', '<!DOCTYPE html><p>hello', 'text/html'],
    [
      'a page behind comments and a byte order mark',
      '\ufeff<!-- saved --> \n<!-- twice --><html lang=zh>',
      'text/html',
    ],
    ['an XHTML page', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', 'text/html'],
    ['a page in UTF-16', Buffer.from('\ufeff<html><p>中文', 'utf16le'), 'text/html'],
    ['a page that speaks of %PDF-', '<html><p>%PDF-1.7', 'text/html'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'application/pdf'],
    ['a PDF behind rubbish', `\u0000\u0001junk${'%PDF-1.4'}`, 'application/pdf'],
    ['a PNG picture', PNG, 'image/png'],
    ['a JPEG picture', JPEG, 'image/jpeg'],
    ['a WebP picture', Buffer.from('524946462400000057454250', 'hex'), 'image/webp'],
    ['plain words', 'The office counted 140 trillion.', 'text/plain'],
    ['plain words in GB18030', Buffer.from('b9fabcd2cafdbeddbed6', 'hex'), 'text/plain'],
    ['plain words in UTF-16', Buffer.from('\ufeff国家数据局', 'utf16le'), 'text/plain'],
    [
      'a letter that is no saved page',
      'From: a@b.example\r\nContent-Type: text/plain\r\n\r\nHello',
      'text/plain',
    ],
  ])('is known as %s by its bytes, whatever it is called', async (_, bytes, mediaType) => {
    const { outcome, facts } = await bring(bytes, noWacz, { fileName: 'invoice.docx' })
    expect(outcome).toMatchObject({
      ended: 'done',
      value: {
        method: 'upload',
        custody: 'person',
        mediaType,
        finalUrl: ADDRESS,
        capturedAt: NOW,
        exchanges: [],
        status: 200,
      },
    })
    expect(facts).toMatchObject({
      asked: ADDRESS,
      askedOf: null,
      detail: { fileName: 'invoice.docx', recognisedAs: mediaType },
    })
  })
  it.each([
    ['PNG', PNG],
    ['JPEG', JPEG],
  ])('a %s picture is its own screenshot, and says that its words cannot be read', async (_, bytes) => {
    const { outcome } = await bring(bytes)
    if (outcome.ended !== 'done') throw new Error(outcome.message)
    expect(Buffer.from(outcome.value.screenshot ?? []).equals(bytes)).toBe(true)
    expect(outcome.value.provenance.text).toContain('no words of it can be read')
  })
  it('keeps who brought it, when, and how they say they came by it', async () => {
    const said = { person: 'Ada', broughtAt: '2026-03-24T07:59:00.000Z', obtained: 'With our subscription.' }
    const { outcome, facts } = await bring('<html><p>hello', noWacz, said)
    const kept = {
      broughtBy: 'Ada',
      broughtAt: '2026-03-24T07:59:00.000Z',
      obtained: 'With our subscription.',
    }
    expect(outcome).toMatchObject({ value: { provenance: kept, capturedAt: new Date(said.broughtAt) } })
    expect(facts.detail).toMatchObject(kept)
  })

  const single = (url: string, date: string) =>
    `<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: ${url} \n saved date: ${date}\n--><meta charset=utf-8><p>words`
  it('a page saved by SingleFile is the page of the address and the time in its note', async () => {
    const { outcome } = await bring(
      single('https://news.example.com/b', 'Tue Mar 24 2026 10:00:00 GMT+0800 (China Standard Time)'),
    )
    expect(outcome).toMatchObject({
      ended: 'done',
      value: {
        finalUrl: 'https://news.example.com/b',
        capturedAt: new Date('2026-03-24T02:00:00Z'),
        provenance: { savedBy: 'SingleFile', savedFrom: 'https://news.example.com/b' },
      },
    })
  })
  it.each([
    ['javascript:alert(1)', 'Tue Mar 24 2026 10:00:00 GMT+0000', 'nothing that is no web address'],
    ['not-an-address', 'some day', 'nothing that is no time'],
    ['file:///etc/passwd', 'Tue Mar 24 2099 10:00:00 GMT+0000', 'no time still to come'],
  ])('believes of such a note (%s, %s) %s', async (url, date) => {
    const { outcome } = await bring(single(url, date))
    expect(outcome).toMatchObject({ value: { finalUrl: ADDRESS, capturedAt: NOW } })
  })
  it('a page that a browser saved keeps where it was saved from', async () => {
    const { outcome } = await bring(
      '<!DOCTYPE html>\n<!-- saved from url=(0026)https://news.example.com/c -->\n<html><p>x',
    )
    expect(outcome).toMatchObject({ value: { finalUrl: 'https://news.example.com/c', capturedAt: NOW } })
  })

  it.each([
    ['\u0000\u0001\u0002', 'of no kind'],
    ['\u007fELF\u0002\u0001\u0000', 'a program'],
    ['GIF89a\u0001\u0000', 'GIF'],
    ['\u0000\u0000\u0000\u0018ftypheic\u0000', 'HEIC'],
    ['\u0000\u0000\u0000\u0018ftypisom\u0000', 'film'],
    ['bplist00\u0000', 'Safari'],
  ])('that cannot be kept (%j) is refused with words for it: %s', async (bytes, words) => {
    expect((await bring(Buffer.from(bytes, 'latin1'))).outcome).toMatchObject({
      ended: 'failed',
      reason: 'unsupported_type',
      message: expect.stringContaining(words),
    })
  })
  it('that is too large is not read', async () => {
    expect((await bring('<html>'.repeat(100), noWacz, {}, 99)).outcome).toMatchObject({
      ended: 'failed',
      reason: 'too_large',
    })
  })
  it('that nobody brought is waited for', async () => {
    const { outcome } = await upload({ openWacz: noWacz }).run({ address: ADDRESS }, tools)
    expect(outcome).toMatchObject({ ended: 'skipped', reason: 'needs_person' })
  })
})

describe('a WACZ that a person brought', () => {
  const opened: OpenedWacz = {
    ok: true,
    mainUrl: 'https://news.example.com/main',
    body: Buffer.from('<p>main'),
    mediaType: 'text/html',
    status: 200,
    headers: [['Content-Type', 'text/html; charset=GB18030']],
    capturedAt: new Date('2026-03-23T00:00:00Z'),
    pages: [],
  }
  const page = (address: string): ArchivedPage => ({ address, title: `Page ${address}`, at: null })
  /** Opens like the real reader: asks which page is meant, and gives that one. */
  const holding =
    (held: HeldPages): OpenWacz =>
    async (_, choose = () => null) => {
      const chosen = choose(held)
      return chosen === null
        ? { ok: false, message: 'none' }
        : { ...(opened as Extract<OpenedWacz, { ok: true }>), mainUrl: chosen, pages: held.pages }
    }
  const OTHERS = [page('https://other.example/1'), page('https://other.example/2')]
  const wacz = () => zip({ 'datapackage.json': '{}', 'pages/pages.jsonl': '' })
  it('gives its main page, its own date, and is kept as it came', async () => {
    const file = await wacz()
    const { outcome } = await bring(file, async (bytes) =>
      Buffer.from(bytes).equals(file) ? opened : noWacz(bytes),
    )
    if (outcome.ended !== 'done') throw new Error(outcome.message)
    expect(outcome.value).toMatchObject({
      finalUrl: 'https://news.example.com/main',
      mediaType: 'text/html',
      httpCharset: 'GB18030',
      capturedAt: new Date('2026-03-23T00:00:00Z'),
      custody: 'person',
    })
    expect(Buffer.from(outcome.value.broughtWacz ?? []).equals(file)).toBe(true)
  })
  it('that cannot be read says why', async () => {
    const wacz = await zip({ 'datapackage.json': '{}' })
    expect((await bring(wacz)).outcome).toMatchObject({
      ended: 'failed',
      reason: 'decode_failed',
      message: expect.stringContaining('it has no pages'),
    })
  })
  it('cut off anywhere is a damaged file', async () => {
    const wacz = await zip({ 'datapackage.json': '{}', 'archive/data.warc.gz': 'x'.repeat(500) })
    for (const length of [4, 30, 200, wacz.length - 1])
      expect((await bring(wacz.subarray(0, length), async () => opened)).outcome, `${length}`).toMatchObject({
        ended: 'failed',
        reason: 'decode_failed',
      })
  })
  it.each([
    [
      'its only page',
      { main: null, pages: [page('https://other.example/1')] },
      {},
      'https://other.example/1',
    ],
    [
      'the page of the source',
      { main: OTHERS[0]!.address, pages: [...OTHERS, page(`${ADDRESS}/`)] },
      {},
      `${ADDRESS}/`,
    ],
    [
      'the page that the person named',
      { main: null, pages: OTHERS },
      { page: 'https://other.example/2' },
      'https://other.example/2',
    ],
    [
      'its main page where it lists none',
      { main: 'https://m.example/', pages: [] },
      {},
      'https://m.example/',
    ],
  ])('gives %s', async (_, held, more, expected) => {
    const { outcome } = await bring(await wacz(), holding(held), more)
    expect(outcome).toMatchObject({ ended: 'done', value: { finalUrl: expected } })
  })
  it.each([
    ['several pages, none of them the source', {}],
    ['no page of the name given', { page: 'https://missing.example/' }],
  ])('with %s waits for a person and lists what it holds', async (_, more) => {
    const { outcome, facts } = await bring(
      await wacz(),
      holding({ main: OTHERS[0]!.address, pages: OTHERS }),
      more,
    )
    expect(outcome).toMatchObject({ ended: 'failed', reason: 'needs_person' })
    expect(facts.detail?.pages).toEqual(OTHERS)
  })
  it('is not an Office document', async () => {
    const docx = await zip({ '[Content_Types].xml': '', 'word/document.xml': '' })
    expect((await bring(docx)).outcome).toMatchObject({ message: expect.stringContaining('Save it as PDF') })
  })
  it('is not any other ZIP', async () => {
    const other = await zip({ 'word/document.xml': '<w/>' })
    expect((await bring(other, async () => opened)).outcome).toMatchObject({
      ended: 'failed',
      reason: 'unsupported_type',
    })
  })
})
