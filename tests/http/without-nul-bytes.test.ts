/** Large pages with Chinese in them arrive sign for sign. */
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { withoutNulBytes } from '#http/without-nul-bytes.server.ts'

// Paragraphs of odd lengths, so that signs of three and four bytes meet the end of every buffer somewhere.
const paragraphs = Array.from(
  { length: 400 },
  (_, at) => `${'x'.repeat(at % 7)}我国日均词元调用量已超过140万亿𠮷`,
)
const page = createElement(
  'main',
  null,
  paragraphs.map((text, at) => createElement('p', { key: at }, text)),
)

function drawn(through: PassThrough | ReturnType<typeof withoutNulBytes>): Promise<Buffer> {
  const { pipe } = renderToPipeableStream(page, { onAllReady: () => pipe(through) })
  return buffer(through)
}

describe('a page on its way to the reader', () => {
  it('has the NUL bytes that React leaves before Chinese signs taken out, and no sign lost', async () => {
    const asReactWrites = await drawn(new PassThrough())
    const asSent = await drawn(withoutNulBytes())
    expect(asReactWrites.includes(0)).toBe(true)
    expect(asSent.includes(0)).toBe(false)
    const html = new TextDecoder('utf-8', { fatal: true }).decode(asSent)
    for (const text of paragraphs) expect(html).toContain(`<p>${text}</p>`)
  })

  it('leaves every other byte as it is', async () => {
    const bytes = Buffer.from([0x00, 0xe4, 0xb8, 0x00, 0x87, 0x0a, 0xff, 0x00])
    const sent = await buffer(
      Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]).pipe(withoutNulBytes()),
    )
    expect([...sent]).toEqual([0xe4, 0xb8, 0x87, 0x0a, 0xff])
  })
})
