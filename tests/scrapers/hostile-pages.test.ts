/** Every hostile server ends with its recorded reason, and the page after it is served. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBlobStore } from '#storage/blobs.server.ts'
import { hostileCapture } from '../bench/capture/capture-hostile.ts'
import { type HostileWeb, startHostileWeb } from '../bench/capture/hostile-web.ts'

const WINDOW_MS = 15_000
const SHORT_WINDOW_MS = 300
let web: HostileWeb
let folder = ''

beforeAll(async () => {
  web = await startHostileWeb()
  folder = await mkdtemp(join(tmpdir(), 'stet-hostile-'))
})
afterAll(async () => {
  web.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a capture of', () => {
  it.each<[string, (web: HostileWeb) => string, string | null]>([
    ['a decompression bomb', ({ addresses }) => addresses.bomb, 'too_large'],
    ['a stream of 2 GB', ({ addresses }) => addresses.stream, 'too_large'],
    ['a slow-loris server', ({ addresses }) => addresses.slow, 'timeout_window'],
    ['10,000 redirects', ({ addresses }) => addresses.redirects, 'http_error'],
    ['a site with broken TLS', ({ addresses }) => addresses.tls, 'tls'],
    ['50 MB of nested tags', ({ shape }) => shape('deep', 50_000_000), 'too_large'],
    ['a page in an invalid charset', ({ addresses }) => addresses.charset, null],
  ])('%s ends with its reason, and the next page is captured', async (what, addressIn, reason) => {
    const capture = hostileCapture(openBlobStore(folder))
    const end = await capture(addressIn(web), what.includes('loris') ? SHORT_WINDOW_MS : WINDOW_MS)
    expect(end).toMatchObject({ ended: reason === null ? 'done' : 'failed', reason })
    if (reason === null)
      expect(end.signals.join('\n')).toMatch(/"x-klingon" \(http\), which is no known encoding/)
    else expect(end.message).toMatch(/\w+ \w+.*\.$/)
    expect(await capture(web.addresses.good, WINDOW_MS)).toMatchObject({ ended: 'done' })
  })
})
