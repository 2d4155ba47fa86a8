/** The scrub: reads every blob again, names the damaged and the missing ones and whose they are, and changes nothing. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { StoredBlob } from '#storage/blobs.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { scrubBlobs } from '#storage/scrub.server.ts'
import { testDesk } from '../support/desk.ts'

async function keep(desk: Desk, content: string): Promise<StoredBlob> {
  const blob = await desk.blobs.put(Buffer.from(content), 'text/plain')
  await desk.db.blob.create({ data: { ...blob, createdAt: desk.now() } })
  return blob
}

const placeOf = (folder: string, digest: string) => join(folder, 'blobs', digest.slice(0, 2), digest)

it('passes a store that is whole', async () => {
  const desk = await testDesk()
  await keep(desk, 'one')
  await keep(desk, 'two')
  expect(await scrubBlobs(desk)).toEqual({ blobs: 2, bytes: 6, faults: [] })
})

it('names a flipped byte, a truncated file and a missing one, and leaves them as they are', async () => {
  const desk = await testDesk()
  const [flipped, cut, gone, whole] = await Promise.all(
    ['140 trillion tokens', 'a page that was cut', 'a page that is gone', 'a page'].map((text) =>
      keep(desk, text),
    ),
  )
  const flippedPath = placeOf(desk.folder, flipped!.digest)
  const bytes = await readFile(flippedPath)
  bytes[3]! ^= 0x01
  await writeFile(flippedPath, bytes)
  await truncate(placeOf(desk.folder, cut!.digest), 5)
  await rm(placeOf(desk.folder, gone!.digest))
  const { faults } = await scrubBlobs(desk)
  expect(Object.fromEntries(faults.map(({ digest, state }) => [digest, state]))).toEqual({
    [flipped!.digest]: 'damaged',
    [cut!.digest]: 'damaged',
    [gone!.digest]: 'missing',
  })
  expect(await readFile(flippedPath)).toEqual(bytes)
  expect(await desk.blobs.check(whole!.digest)).toBe('whole')
  expect((await scrubBlobs(desk)).faults).toEqual(faults)
})

it('says whose evidence is damaged', async () => {
  const desk = await testDesk()
  const blob = await keep(desk, 'the page')
  const now = desk.now()
  const source = await desk.db.source.create({
    data: {
      address: 'https://post.example/a',
      canonicalAddress: 'https://post.example/a',
      kind: 'report',
      createdAt: now,
      updatedAt: now,
    },
  })
  const run = await desk.db.run.create({
    data: { kind: 'fetch', state: 'finished', sourceId: source.id, chain: {}, request: {}, requestedAt: now },
  })
  const attempt = await desk.db.attempt.create({
    data: { runId: run.id, ordinal: 1, step: 'plain', version: '1', windowMs: 1, startedAt: now },
  })
  const { id } = await desk.db.capture.create({
    data: {
      sourceId: source.id,
      attemptId: attempt.id,
      method: 'plain',
      custody: 'machine',
      finalUrl: source.address,
      capturedAt: now,
      contentClass: 'article',
      digest: 'a'.repeat(64),
      bytes: 1,
      bodyDigest: blob.digest,
      mediaType: 'text/html',
      textDigest: blob.digest,
      articleDigest: 'b'.repeat(64),
      replacementCharacters: 0,
    },
  })
  await rm(placeOf(desk.folder, blob.digest))
  const { faults } = await scrubBlobs(desk)
  expect(faults[0]?.partOf).toEqual([
    expect.stringContaining(`the bytes of the page, the text of capture ${id} (https://post.example/a`),
  ])
})

it('names files that nobody speaks of once they are old, and set-aside copies at once', async () => {
  const desk = await testDesk()
  const stray = await desk.blobs.put(Buffer.from('never recorded'), 'text/plain')
  expect((await scrubBlobs(desk)).faults).toEqual([])
  const path = placeOf(desk.folder, stray.digest)
  const old = new Date(Date.now() - 24 * 60 * 60 * 1000)
  await utimes(path, old, old)
  const unfinished = join(desk.folder, 'blobs', 'ab', `${randomUUID()}.tmp`)
  await mkdir(join(desk.folder, 'blobs', 'ab'), { recursive: true })
  await writeFile(unfinished, 'half')
  await utimes(unfinished, old, old)
  const aside = `${path}.damaged.1`
  await writeFile(aside, 'other')
  const states = (await scrubBlobs(desk)).faults.map(({ state }) => state)
  expect(states.toSorted()).toEqual(['leftover', 'leftover', 'unknown'])
})
