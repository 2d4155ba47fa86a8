import { describe, expect, it } from 'vitest'
import { readCaptureFile } from '#storage/capture-files.server.ts'
import { addPerson, testDesk } from '../support/desk.ts'
import { PAGE_TEXT, startStory, storeCapture } from '../support/story.ts'

async function captured() {
  const desk = await testDesk()
  await startStory(desk, await addPerson(desk, 'reporter'))
  return { desk, captureId: await storeCapture(desk) }
}

describe('the files of a capture', () => {
  it('hands over the bytes of the page as they came, under a name that no system runs', async () => {
    const { desk, captureId } = await captured()
    const file = await readCaptureFile(desk, captureId, 'body')
    expect(new TextDecoder().decode(file?.bytes)).toContain(PAGE_TEXT)
    expect(file?.name).toMatch(/^[a-z0-9-]+-2026-03-24\.txt$/)
  })

  it('hands over the WACZ with the type it was stored with', async () => {
    const { desk, captureId } = await captured()
    const { digest } = await desk.db.capture.findUniqueOrThrow({ where: { id: captureId } })
    const { mediaType } = await desk.db.blob.findUniqueOrThrow({ where: { digest } })
    const file = await readCaptureFile(desk, captureId, 'wacz')
    expect(file?.mediaType).toBe(mediaType)
    expect(file?.name).toMatch(/\.wacz$/)
  })

  it('has no picture where none was taken, and nothing for a capture that is not there', async () => {
    const { desk, captureId } = await captured()
    expect(await readCaptureFile(desk, captureId, 'screenshot')).toBeNull()
    expect(await readCaptureFile(desk, 'nothing', 'body')).toBeNull()
  })

  it('hands over the print and a picture under the types they have', async () => {
    const desk = await testDesk()
    await startStory(desk, await addPerson(desk, 'reporter'))
    const put = (bytes: string, mediaType: string) => desk.blobs.put(Buffer.from(bytes), mediaType)
    const captureId = await storeCapture(desk, PAGE_TEXT, {
      pdf: await put('%PDF-1.7', 'application/pdf'),
      screenshot: await put('RIFF', 'image/webp'),
    })
    expect(await readCaptureFile(desk, captureId, 'pdf')).toMatchObject({
      bytes: Buffer.from('%PDF-1.7'),
      mediaType: 'application/pdf',
      name: expect.stringMatching(/\.pdf$/),
    })
    expect(await readCaptureFile(desk, captureId, 'screenshot')).toMatchObject({
      mediaType: 'image/webp',
      name: expect.stringMatching(/\.webp$/),
    })
    const entry = await desk.db.ledgerEntry.findFirst({ where: { kind: 'capture.stored' } })
    expect(JSON.stringify(entry)).toContain('pdfDigest')
  })
})
