/** The key with which captures are signed: made once, kept to its owner, or the newsroom's own. */
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openSigningKey } from '#storage/signing-key.server.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'stet-key-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

it('is made at the first call and stays the same, for its owner alone', async () => {
  const dataFolder = join(await folder(), 'not', 'there yet')
  const first = await openSigningKey({ dataFolder })
  expect(await openSigningKey({ dataFolder })).toEqual(first)
  expect((await stat(join(dataFolder, 'signing-key.pem'))).mode & 0o777).toBe(0o600)
  expect(await readdir(dataFolder)).toEqual(['signing-key.pem'])
})

it('is one key even when several processes make it at once', async () => {
  const dataFolder = await folder()
  const keys = await Promise.all(Array.from({ length: 8 }, () => openSigningKey({ dataFolder })))
  expect(new Set(keys.map((key) => key.fingerprint)).size).toBe(1)
  expect(await readdir(dataFolder)).toEqual(['signing-key.pem'])
})

it('gives a public key that checks what the private key signs', async () => {
  const key = await openSigningKey({ dataFolder: await folder() })
  const text = Buffer.from('sha256:00')
  const signature = sign('sha256', text, key.privateKeyPem)
  const publicKey = createPublicKey({
    key: Buffer.from(key.publicKey, 'base64'),
    type: 'spki',
    format: 'der',
  })
  expect(verify('sha256', text, publicKey, signature)).toBe(true)
  expect(key.fingerprint).toMatch(/^[0-9a-f]{64}$/)
})

it('can be the newsroom’s own, on P-384 only', async () => {
  const dataFolder = await folder()
  const pemFile = join(dataFolder, 'own.pem')
  const pem = (namedCurve: string) =>
    String(generateKeyPairSync('ec', { namedCurve }).privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const own = pem('secp384r1')
  await writeFile(pemFile, own)
  expect((await openSigningKey({ dataFolder, pemFile })).privateKeyPem).toBe(own)
  expect(await readdir(dataFolder)).toEqual(['own.pem'])
  await writeFile(pemFile, pem('prime256v1'))
  await expect(openSigningKey({ dataFolder, pemFile })).rejects.toThrow('P-384')
  await expect(openSigningKey({ dataFolder, pemFile: join(dataFolder, 'none.pem') })).rejects.toThrow(
    'ENOENT',
  )
})
