/** Large and hostile pages in a process of their own: bounded, with a reason on record, and the next page is served. */
import { describe, expect, test } from 'vitest'
import type { ReadRequest } from '#scrapers/contract.ts'
import { readAside } from '#scrapers/extract/read-aside.ts'
import { readPage } from '#scrapers/extract/read-page.ts'
import { samplePdf } from '../../support/sample-pdf.ts'

function request(body: Uint8Array | string, over: Partial<ReadRequest> = {}): ReadRequest {
  return {
    body: typeof body === 'string' ? Buffer.from(body) : body,
    mediaType: 'text/html',
    httpCharset: null,
    status: 200,
    responseHeaders: [],
    url: null,
    renderedText: null,
    ...over,
  }
}

const nested = (levels: number) =>
  `<title>Deep</title>${'<div>'.repeat(levels)}the sentence at the bottom${'</div>'.repeat(levels)}`
const small = request('<title>Northmark</title><p>The harbour of Northmark reopened on Monday.</p>')

/** The longest that anything else in this process had to wait while `work` went on, in ms. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let worst = 0
  let last = performance.now()
  const beat = setInterval(() => {
    worst = Math.max(worst, performance.now() - last)
    last = performance.now()
  }, 20)
  await work()
  clearInterval(beat)
  return worst
}

describe('reading aside', { timeout: 120_000 }, () => {
  test('gives the same reading as reading here', async () => {
    const page = request(`${nested(2_000)}<p>${'北岸市公布数据。'.repeat(200)}</p>`)
    expect(await readAside(page, { largeBytes: 1 })).toEqual(await readPage(page))
  })

  test('ten megabytes of nested tags are read while the process goes on with its work', async () => {
    let text = ''
    const wait = await longestWait(async () => {
      text = (await readAside(request(nested(900_000)))).text
    })
    expect(text).toBe('the sentence at the bottom')
    expect(wait).toBeLessThan(2_000)
  })

  test('fifty megabytes of nested tags are not read, with the reason, and the next page is', async () => {
    const reading = await readAside(request(Buffer.alloc(50_000_000, '<div>')))
    expect(reading).toMatchObject({ text: '', trouble: { reason: 'too_large' } })
    expect((await readAside(small)).text).toContain('reopened on Monday')
  })

  test('a page that takes more memory than it may is stopped, with the reason, and the next page is read', async () => {
    const [stopped, next] = await Promise.all([
      readAside(request('<p>word <b>'.repeat(240_000)), { maxHeapMb: 16 }),
      readAside(request(nested(200_000))),
    ])
    expect(stopped).toMatchObject({ text: '', trouble: { reason: 'too_large' } })
    expect(stopped.signals.join()).toMatch(/more than 16 MB of memory/)
    expect(next.text).toBe('the sentence at the bottom')
  })

  test('a page that takes more of the machine than it may is stopped too, wherever the memory goes', {
    skip: process.platform !== 'linux',
  }, async () => {
    const reading = await readAside(request(nested(900_000)), { maxResidentMb: 60 })
    expect(reading).toMatchObject({ text: '', trouble: { reason: 'too_large' } })
    expect(reading.signals.join()).toMatch(/more than 60 MB of memory/)
  })

  test('a page that takes longer than it may is stopped, with the reason', async () => {
    const reading = await readAside(request(nested(200_000)), { timeoutMs: 5 })
    expect(reading).toMatchObject({ text: '', trouble: { reason: 'decode_failed' } })
    expect(reading.signals.join()).toMatch(/took longer than 0.005 seconds/)
  })

  test('a PDF is read aside, whatever its size', async () => {
    const pdf = samplePdf(['More than 140 trillion', 'a day on page two'])
    expect(await readAside(request(pdf, { mediaType: 'application/pdf' }))).toMatchObject({
      contentClass: 'document',
      text: 'More than 140 trillion\n\f\na day on page two',
      signals: ['a PDF of 2 pages'],
    })
  })

  test('a large page in no known encoding is read, and its unreadable characters are counted', async () => {
    const body = Buffer.concat([
      Buffer.from('<meta charset="klingon"><p>The count of the harbour </p>'),
      Buffer.alloc(2_100_000, Buffer.from([0xff, 0xfe, 0x80, 0x20])),
    ])
    const reading = await readAside(request(body, { httpCharset: 'x-no-such-charset' }))
    expect(reading.text).toContain('The count of the harbour')
    expect(reading.signals.join('\n')).toMatch(/"x-no-such-charset" \(http\), which is no known encoding/)
  })
})
