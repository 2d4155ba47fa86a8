/** A newsroom for browser tests: the real server and worker on a free port, the sample web, and people who join by their links. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, type Page } from '@playwright/test'
import { type SampleWeb, startSampleWeb } from '../../bin/sample/web.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pictures = join(root, 'tests/e2e/output')

export type Newsroom = { address: string; firstLink: string; web: SampleWeb; log: () => string }

/** Gives each test a newsroom of its own, taken down at the end. */
export const test = base.extend<{ newsroom: Newsroom }>({
  newsroom: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'stet e2e '))
      const web = await startSampleWeb()
      const server = start(folder, web)
      try {
        await use({ ...(await ready(server)), web, log: () => server.output })
      } finally {
        server.child.kill('SIGTERM')
        await new Promise((resolve) => server.child.once('exit', resolve))
        await web.close()
        rmSync(folder, { recursive: true, force: true })
      }
    },
    { timeout: 60_000 },
  ],
})

type Server = { child: ChildProcess; output: string }

function start(folder: string, web: SampleWeb): Server {
  const child = spawn(process.execPath, [join(root, 'bin/main.ts'), 'serve'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: folder,
      STET_ALLOW_LOOPBACK: '1',
      XAI_API_KEY: 'sample-key',
      XAI_BASE_URL: web.xaiBaseUrl,
      BROWSER_SEARCH_URL: web.browserSearchUrl,
    },
  })
  const server: Server = { child, output: '' }
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      server.output += chunk
    })
  return server
}

async function ready(server: Server): Promise<{ address: string; firstLink: string }> {
  for (;;) {
    const address = /open at (\S+)/.exec(server.output)?.[1]
    const firstLink = /(\S+\/welcome\/\S+)/.exec(server.output)?.[1]
    if (address && firstLink) return { address, firstLink }
    if (server.child.exitCode !== null) throw new Error(`The server ended: ${server.output}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Uses a one-time link: gives name, address and password, and is signed in. */
export async function joinBy(
  page: Page,
  link: string,
  person: { name: string; email: string; password: string },
): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.locator('main, form').getByRole('button').last().click()
  await page.waitForURL(/\/articles/)
}

/** With STET_PICTURES=1 keeps a picture of the page under tests/e2e/output: for people to look at, compared with nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.STET_PICTURES !== '1') return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}
