/** `stet verify` and `stet scrub` as a script sees them: exit codes, the file that fails, and whose key it was. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeDesk, openDesk } from '#storage/desk.server.ts'
import { openSigningKey, type SigningKey } from '#storage/signing-key.server.ts'
import { archivedPage } from '../support/archived-page.ts'

const main = fileURLToPath(new URL('../../bin/main.ts', import.meta.url))

let folder: string
let key: SigningKey
let file: string

function stet(...args: string[]) {
  const env = {
    NODE_ENV: 'test' as const,
    PATH: process.env.PATH,
    DATA_DIR: folder,
    STET_CHROMIUM: '/nowhere',
  }
  const done = spawnSync(process.execPath, [main, ...args], { env, encoding: 'utf8' })
  return { code: done.status, stdout: done.stdout, said: done.stderr }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet proof '))
  key = await openSigningKey({ dataFolder: folder })
  const html =
    '<!doctype html><html lang="en"><title>t</title><p>More than 140 billion tokens a day.</p></html>'
  const { wacz } = await archivedPage({ address: 'https://post.example/a', html }, key.privateKeyPem)
  file = join(folder, 'capture.wacz')
  writeFileSync(file, wacz)
  return () => rmSync(folder, { recursive: true, force: true })
})

describe('verify', { timeout: 60_000 }, () => {
  it('says in words and in JSON that an archive holds, and whose key signed it', () => {
    const { code, stdout, said } = stet('verify', file)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      file,
      ok: true,
      problems: [],
      signature: { state: 'valid', fingerprint: key.fingerprint },
      timestamp: { state: 'none' },
    })
    expect(said).toContain(`Signed by the key ${key.fingerprint.slice(0, 4)} `)
    expect(stet('verify', '--json', file).said).toBe('')
  })

  it('takes the expected key as it is printed, and ends with 1 for another', () => {
    const printed = key.fingerprint.match(/.{4}/g)!.join(' ').toUpperCase()
    expect(stet('verify', '--key', printed, file).code).toBe(0)
    expect(stet('verify', '--key', '00', file).code).toBe(1)
  })

  it('names the part that was changed', () => {
    const bytes = readFileSync(file)
    const at = bytes.indexOf('json-pages-1.0')
    bytes[at]! ^= 1
    const changed = join(folder, 'changed.wacz')
    writeFileSync(changed, bytes)
    const { code, stdout, said } = stet('verify', changed)
    expect(code).toBe(1)
    expect(JSON.parse(stdout).problems[0].file).toBe('pages/pages.jsonl')
    expect(said).toContain('✗ pages/pages.jsonl')
  })

  it('ends with 2 for a file that cannot be read and for what it does not understand', () => {
    expect(stet('verify', join(folder, 'none.wacz')).code).toBe(2)
    expect(stet('verify', '--loud', file).code).toBe(2)
    expect(stet('verify', '--tsa-ca', join(folder, 'none.pem'), file).code).toBe(2)
  })
})

describe('scrub', () => {
  it('ends with 0 while all is whole, and with 1 for a blob that is not', { timeout: 60_000 }, async () => {
    const desk = await openDesk({ dataFolder: folder })
    const blob = await desk.blobs.put(Buffer.from('a page'), 'text/plain')
    await desk.db.blob.create({ data: { ...blob, createdAt: new Date() } })
    await closeDesk(desk)
    expect(stet('scrub')).toMatchObject({ code: 0, stdout: expect.stringContaining('All are whole') })
    const { digest } = blob
    writeFileSync(join(folder, 'blobs', digest.slice(0, 2), digest), 'A page')
    const { code, stdout } = stet('scrub', '--json')
    expect(code).toBe(1)
    const path = `${digest.slice(0, 2)}/${digest}`
    expect(JSON.parse(stdout)).toMatchObject({ blobs: 1, faults: [{ state: 'damaged', path }] })
  })
})
