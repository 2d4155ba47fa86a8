import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import type { OpenedWacz } from '#scrapers/contract.ts'
import { upload } from '#scrapers/fetch/upload.ts'

const NOW = new Date('2026-03-24T08:00:00Z')
const ADDRESS = 'https://news.example.com/a'
const tools = { signal: new AbortController().signal, now: () => NOW }
const noWacz = async (_: Uint8Array): Promise<OpenedWacz> => ({ ok: false, message: 'it has no pages.' })

const bring = (bytes: Uint8Array | string, openWacz = noWacz, fileName = 'file.bin', maxBytes?: number) =>
  upload({ openWacz, maxBytes }).run(
    {
      address: ADDRESS,
      upload: { bytes: Buffer.from(bytes as string), fileName, mediaType: 'application/x-anything' },
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
  ])('is known as %s by its bytes, whatever it is called', async (_, bytes, mediaType) => {
    const { outcome, facts } = await bring(bytes, noWacz, 'invoice.docx')
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
  it('a PNG is its own screenshot', async () => {
    const { outcome } = await bring(PNG)
    expect(outcome.ended === 'done' && Buffer.from(outcome.value.screenshot ?? []).equals(PNG)).toBe(true)
  })
  it('a page saved by SingleFile keeps what it says about itself', async () => {
    const { outcome } = await bring(
      '<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://news.example.com/b \n saved date: Tue Mar 24 2026 10:00:00 GMT+0800\n-->',
    )
    expect(outcome).toMatchObject({
      ended: 'done',
      value: {
        provenance: { savedFrom: 'https://news.example.com/b', savedAt: expect.stringContaining('2026') },
      },
    })
  })
  it.each([
    'plain words',
    '{"json": true}',
    'MIME-Version: 1.0\r\nFrom: <Saved by Blink>',
    '\u007fELF',
    'GIF89a',
  ])('that is none of these (%s) is an unsupported type', async (bytes) => {
    expect((await bring(bytes)).outcome).toMatchObject({ ended: 'failed', reason: 'unsupported_type' })
  })
  it('that is too large is not read', async () => {
    expect((await bring('<html>'.repeat(100), noWacz, 'a.html', 99)).outcome).toMatchObject({
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
  }
  it('gives its main page, its own date, and is kept as it came', async () => {
    const wacz = await zip({ 'datapackage.json': '{}', 'pages/pages.jsonl': '' })
    const { outcome } = await bring(wacz, async (bytes) =>
      Buffer.from(bytes).equals(wacz) ? opened : noWacz(bytes),
    )
    if (outcome.ended !== 'done') throw new Error(outcome.message)
    expect(outcome.value).toMatchObject({
      finalUrl: 'https://news.example.com/main',
      mediaType: 'text/html',
      httpCharset: 'GB18030',
      capturedAt: new Date('2026-03-23T00:00:00Z'),
      custody: 'person',
    })
    expect(Buffer.from(outcome.value.broughtWacz ?? []).equals(wacz)).toBe(true)
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
  it('is not any other ZIP', async () => {
    const other = await zip({ 'word/document.xml': '<w/>' })
    expect((await bring(other, async () => opened)).outcome).toMatchObject({
      ended: 'failed',
      reason: 'unsupported_type',
    })
  })
})
