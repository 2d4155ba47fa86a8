/** Folder syncs that are asked for together are shared; one that has begun is not. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { syncFolder } from '#storage/sync-folder.server.ts'

it('serves all who ask before it begins, and nobody who asks later', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-sync-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const first = syncFolder(folder)
  expect(syncFolder(folder)).toBe(first)
  await Promise.resolve().then(() => {})
  await new Promise((resolve) => setImmediate(resolve))
  const later = syncFolder(folder)
  expect(later).not.toBe(first)
  await Promise.all([first, later])
  expect(syncFolder(folder)).not.toBe(later)
  await syncFolder(folder)
})

it('says when the folder is not there, to everybody, and works again', async () => {
  const folder = join(tmpdir(), 'stet-sync-that-is-not-there')
  const both = await Promise.allSettled([syncFolder(folder), syncFolder(folder)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(syncFolder(folder)).rejects.toThrow('ENOENT')
})
