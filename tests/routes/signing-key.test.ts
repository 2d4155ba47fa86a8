/** The public key is there for everybody, and nothing but the public key. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readSettings } from '#app/env.server.ts'
import { loader } from '#app/routes/[.]well-known.stet-signing-key[.]json.ts'
import { openSigningKey } from '#storage/signing-key.server.ts'

it('is published with its fingerprint, without a session and without the private part', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'stet-well-known-'))
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }))
  const context = { settings: readSettings({ DATA_DIR: dataFolder }) }
  const response = await loader({ context } as unknown as Parameters<typeof loader>[0])
  const text = await response.text()
  const { publicKey, fingerprint } = JSON.parse(text)
  const key = await openSigningKey({ dataFolder })
  expect({ publicKey, fingerprint }).toEqual({
    publicKey: key.publicKey,
    fingerprint: `sha256:${key.fingerprint}`,
  })
  expect(createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')).toBe(key.fingerprint)
  expect(text).not.toContain('PRIVATE')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})
