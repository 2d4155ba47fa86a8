/** Bytes on disk: addressed by digest, whole or not there, and damage is noticed. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openBlobStore, sha256 } from '#storage/blobs.server.ts'

async function store() {
  const folder = await mkdtemp(join(tmpdir(), 'stet-blobs-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return { blobs: openBlobStore(folder), folder }
}

const bytes = new TextEncoder().encode('140万亿')

it('keeps the same bytes once and gives them back', async () => {
  const { blobs, folder } = await store()
  const first = await blobs.put(bytes, 'text/plain')
  expect(await blobs.put(bytes, 'text/plain')).toEqual(first)
  expect(first).toEqual({ digest: sha256(bytes), bytes: bytes.length, mediaType: 'text/plain' })
  expect(new Uint8Array(await blobs.get(first.digest))).toEqual(bytes)
  const files = (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}/.test(name))
  expect(files).toHaveLength(1)
})

it('notices bytes that were changed on disk', async () => {
  const { blobs, folder } = await store()
  const { digest } = await blobs.put(bytes, 'text/plain')
  await writeFile(join(folder, digest.slice(0, 2), digest), 'other')
  await expect(blobs.get(digest)).rejects.toThrow('damaged')
})

it('refuses anything that is not a digest as an address', async () => {
  const { blobs } = await store()
  await expect(blobs.get('../../etc/passwd')).rejects.toThrow('64 hexadecimal')
})

const placeOf = (folder: string, digest: string) => join(folder, digest.slice(0, 2), digest)

it('gives parts of a blob, and none of a damaged one', async () => {
  const { blobs, folder } = await store()
  const { digest } = await blobs.put(Buffer.from('0123456789'), 'text/plain')
  expect(Buffer.from(await blobs.slice(digest, 2, 5)).toString()).toBe('234')
  expect(Buffer.from(await blobs.slice(digest, 8, 50)).toString()).toBe('89')
  expect(await blobs.size(digest)).toBe(10)
  await writeFile(placeOf(folder, digest), '012345678')
  await expect(blobs.slice(digest, 2, 5)).rejects.toThrow('damaged')
})

it('writes bytes anew over a damaged copy, and keeps that copy to be looked at', async () => {
  const { blobs, folder } = await store()
  const { digest } = await blobs.put(bytes, 'text/plain')
  await writeFile(placeOf(folder, digest), 'other')
  await blobs.put(bytes, 'text/plain')
  expect(await blobs.check(digest)).toBe('whole')
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.damaged.'))
  expect(files).toHaveLength(1)
})

it('leaves no unfinished file behind', async () => {
  const { blobs, folder } = await store()
  await Promise.all(
    Array.from({ length: 10 }, (_, index) => blobs.put(Buffer.from(`${index % 5}`), 'text/plain')),
  )
  const files: { digest: string | null }[] = []
  for await (const file of blobs.files()) files.push(file)
  expect(files.every(({ digest }) => digest !== null)).toBe(true)
  expect(files).toHaveLength(5)
  expect((await readdir(folder, { recursive: true })).some((name) => name.endsWith('.tmp'))).toBe(false)
})
