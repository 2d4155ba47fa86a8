/** `stet demo`: the sample newsroom from the first claim to the exported source list, on bundled pages, in a database of its own. */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { EXPORT_FORMATS } from '#exports/formats.ts'
import { createRegistry } from '#scrapers/registry.ts'
import { closeDesk, type Desk, openDesk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { openSigningKey } from '#storage/signing-key.server.ts'
import { exportArticle } from '#usecases/exports/export-article.server.ts'
import { type Command, say } from './command.ts'
import { findChromium } from './find-chromium.mjs'
import { workUntilDone } from './run.ts'
import { addSamplePeople, type SamplePeople } from './sample/people.ts'
import { linkSampleSources, logSampleClaims, reviewSampleClaims, searchForSample } from './sample/story.ts'
import { startSampleWeb } from './sample/web.ts'

export const demo: Command = async (args) => {
  const at = args.indexOf('--out')
  const out = at === -1 ? null : resolve(args[at + 1] ?? 'stet-demo')
  const folder = out ?? (await mkdtemp(join(tmpdir(), 'stet-demo-')))
  const dataFolder = join(folder, 'data')
  // A database of its own, anew each time: yesterday's demo would add its attempts to today's note.
  await rm(dataFolder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const web = await startSampleWeb()
  const desk = await openDesk({ dataFolder })
  const registry = createRegistry({
    userAgent: 'Stet/0.1 (sample newsroom)',
    allowLoopbackPages: true,
    chromium: findChromium(),
    xai: { apiKey: 'sample-key', baseUrl: web.xaiBaseUrl, model: 'grok-latest' },
    searxngUrl: web.searxngUrl,
    browserSearchUrl: web.browserSearchUrl,
    wayback: { enabled: false, cdxUrl: web.xaiBaseUrl, playbackUrl: web.xaiBaseUrl },
    signingKeyPem: (await openSigningKey({ dataFolder })).privateKeyPem,
  })
  try {
    const password = randomBytes(12).toString('base64url')
    const people = await addSamplePeople(desk, password)
    say('The reporter logs the claims of the sample article …')
    const story = await logSampleClaims(desk, people.reporter)
    say('The search chain walks: grok-search, local-web-search, browser-search …')
    await searchForSample(desk, people.reporter, story)
    await workUntilDone(desk, registry, story.articleId)
    say('The reporter accepts the leads and links them; the pages are fetched, archived and read …')
    await linkSampleSources(desk, people.reporter, story, web)
    await workUntilDone(desk, registry, story.articleId)
    say('The editor settles the claims …')
    await reviewSampleClaims(desk, people, story)
    const sources = await exportAll(desk, people, story.articleId, out)
    const { entries, problems } = await verifyLedger(desk.db)
    say(`The ledger ${problems.length === 0 ? 'holds' : 'DOES NOT HOLD'}: ${entries} entries.`)
    process.stdout.write(sources)
    if (out) say(closingWords(out, people, password))
    return problems.length === 0 ? 0 : 1
  } finally {
    await registry.close()
    await closeDesk(desk)
    await web.close()
    if (!out) await rm(folder, { recursive: true, force: true })
  }
}

/** Writes every format and every WACZ to `out`, when there is one; answers with the Markdown. */
async function exportAll(
  desk: Desk,
  people: SamplePeople,
  articleId: string,
  out: string | null,
): Promise<string> {
  let markdown = ''
  for (const { format } of EXPORT_FORMATS) {
    const answer = await exportArticle(desk, people.editor, articleId, format, null)
    if (!answer.ok) throw new Error(answer.refusal.message)
    const { bytes, fileName } = answer.value
    if (format === 'markdown') markdown = new TextDecoder().decode(bytes)
    if (out) await writeFile(join(out, fileName), bytes)
  }
  if (out) await writeArchives(desk, out)
  return markdown
}

async function writeArchives(desk: Desk, out: string): Promise<void> {
  const captures = await desk.db.capture.findMany({
    orderBy: { capturedAt: 'asc' },
    include: { source: true },
  })
  for (const [index, capture] of captures.entries()) {
    const host = new URL(capture.source.address).hostname.replace(/\.localhost$/, '')
    await writeFile(join(out, `${index + 1}-${host}.wacz`), await desk.blobs.get(capture.digest))
  }
}

function closingWords(out: string, people: SamplePeople, password: string): string {
  return [
    '',
    `Written to ${out}: sources.md, .html, .docx, .json, .csl.json and the WACZ files.`,
    'To look at the sample newsroom in the web app, start it on this data:',
    `  DATA_DIR="${join(out, 'data')}" npm start`,
    `and sign in as ${people.reporter.email} or ${people.editor.email} with the password ${password}`,
  ].join('\n')
}
