import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { readCaptureFile } from '#storage/capture-files.server.ts'
import { closeDesk, type Desk, openDesk } from '#storage/desk.server.ts'
import { closeAttempt } from '#usecases/runs/close-attempt.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'

const at = new Date('2026-03-24T09:00:00Z')
const PAGE = '<p>日均词元调用量已超过140万亿</p>'
let folder: string
let desk: Desk
let captureId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-files-'))
  desk = await openDesk({ dataFolder: folder, now: () => at })
  const source = await desk.db.source.create({
    data: {
      address: 'https://www.news.example/140',
      canonicalAddress: 'www.news.example/140',
      kind: 'report',
      createdAt: at,
      updatedAt: at,
    },
  })
  await requestRun(desk, MACHINE, { sourceId: source.id }, {})
  const run = await takeRun(desk, MACHINE, 'w')
  const runId = run.ok ? run.value!.id : ''
  const step = { step: 'plain', version: 'plain-1', windowMs: 1_000, person: null }
  const opened = await openAttempt(desk, MACHINE, { id: runId, workerId: 'w' }, step)
  const put = (text: string, type: string) => desk.blobs.put(new TextEncoder().encode(text), type)
  const closed = await closeAttempt(
    desk,
    MACHINE,
    { id: opened.ok ? opened.value.id : '', workerId: 'w' },
    {
      ended: 'done',
      reason: null,
      message: null,
      facts: { asked: source.address, askedOf: 'www.news.example' },
      body: null,
      leads: [],
      capture: {
        method: 'plain',
        custody: 'machine',
        finalUrl: 'https://www.news.example/../140?"x"',
        capturedAt: at,
        contentClass: 'article',
        wacz: await put('PK', 'application/wacz'),
        body: await put(PAGE, 'text/html'),
        textBlob: await put('text', 'text/plain'),
        articleBlob: await put('text', 'text/plain'),
        screenshot: null,
        mediaType: 'text/html',
        text: 'text',
        ...{ title: null, byline: null, publisher: null, published: null, language: null },
        ...{ charset: 'utf-8', charsetFrom: 'meta', replacementCharacters: 0 },
      },
    },
  )
  captureId = (closed.ok && closed.value.captureId) || ''
})

afterAll(async () => {
  await closeDesk(desk)
  await rm(folder, { recursive: true, force: true })
})

describe('the files of a capture', () => {
  it('hands over the bytes of the page as they came, under a name that no system runs', async () => {
    const file = await readCaptureFile(desk, captureId, 'body')
    expect(new TextDecoder().decode(file?.bytes)).toBe(PAGE)
    expect(file?.name).toBe('www-news-example-2026-03-24.txt')
  })

  it('hands over the WACZ with its type', async () => {
    expect(await readCaptureFile(desk, captureId, 'wacz')).toMatchObject({
      mediaType: 'application/wacz',
      name: 'www-news-example-2026-03-24.wacz',
    })
  })

  it('has no picture where none was taken, and nothing for a capture that is not there', async () => {
    expect(await readCaptureFile(desk, captureId, 'screenshot')).toBeNull()
    expect(await readCaptureFile(desk, 'nothing', 'body')).toBeNull()
  })
})
