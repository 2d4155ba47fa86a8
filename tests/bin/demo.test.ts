/** The sample newsroom, whole: what the desk exports is made from what really happened. */
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dossier } from '#exports/dossier.ts'
import { noteText, searchNote } from '#exports/search-note.ts'
import { closeDesk, openDesk } from '#storage/desk.server.ts'
import { readDossier } from '#usecases/exports/build-dossier.server.ts'
import { CHROMIUM } from '../support/chromium.ts'

const main = fileURLToPath(new URL('../../bin/main.ts', import.meta.url))

describe.skipIf(CHROMIUM === null)('the demo', () => {
  let out: string
  let code: number | null
  let printed = ''

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'stet-demo-test-'))
    code = await new Promise((resolve) => {
      const child = spawn(process.execPath, [main, 'demo', '--out', out], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child.stdout.on('data', (chunk) => {
        printed += chunk
      })
      child.on('exit', resolve)
    })
  }, 120_000)
  afterAll(() => rm(out, { recursive: true, force: true }))

  it('ends well and writes every format and an archive of every page', async () => {
    expect(code).toBe(0)
    const files = await readdir(out)
    for (const name of ['sources.md', 'sources.html', 'sources.docx', 'sources.json', 'sources.csl.json'])
      expect(files).toContain(name)
    expect(files.filter((name) => name.endsWith('.wacz'))).toHaveLength(3)
  })

  it('prints the three publishers with their key uses, the chain note and the caveat', async () => {
    const markdown = await readFile(join(out, 'sources.md'), 'utf8')
    expect(printed).toBe(markdown)
    for (const publisher of ['China News Service', 'IT Home', 'Tencent News / Cailian Press'])
      expect(markdown).toContain(publisher)
    expect(markdown.match(/Key use in this article:/g)).toHaveLength(3)
    expect(markdown).toContain('grok-search → local-web-search → browser-search')
    expect(markdown).toContain('grok-search answered with HTTP 502')
    expect(markdown).toContain('within its window of 3 seconds')
    expect(markdown).toMatch(/Of \d leads screened, \d carried the passage/)
    expect(markdown).toMatch(/## How sources were looked for\n\n\*\*Engines and tools\*\*/)
    expect(markdown).toContain('Claim 1: 3 reports, 1 independent origin')
    expect(markdown).toContain('100 trillion (2025-12) was followed by 140 trillion (2026-03)')
    expect(markdown).toContain('Editorial caveat:')
    expect(markdown).toContain('SAMPLE DATA')
  })

  it('settles every claim on words found in archived bytes', async () => {
    const dossier = JSON.parse(await readFile(join(out, 'sources.json'), 'utf8'))
    const claims: Dossier['claims'] = dossier.claims ?? dossier.dossier.claims
    expect(claims.map((claim) => claim.status)).toEqual(claims.map(() => 'attributed'))
    for (const citation of claims.flatMap((claim) => claim.citations))
      expect(citation.quoteVerdict).toMatch(/verbatim|normalised/)
  })

  it('writes another note when a record of an attempt is another', async () => {
    const desk = await openDesk({ dataFolder: join(out, 'data') })
    const article = await desk.db.article.findFirstOrThrow()
    const by = { name: 'test', publicUrl: null }
    const before = noteText(searchNote((await readDossier(desk, article.id, by))!))
    await desk.db.attempt.updateMany({
      where: { step: 'grok-search' },
      data: { httpStatus: 429, reason: 'rate_limited' },
    })
    const after = noteText(searchNote((await readDossier(desk, article.id, by))!))
    await closeDesk(desk)
    expect(before).toContain('502')
    expect(after).not.toContain('502')
  })
})
