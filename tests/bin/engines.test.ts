/** The engines command as a script sees it: one row a step, and an exit code that says whether something is down. */
import { afterEach, expect, it, vi } from 'vitest'
import { engines } from '#bin/engines.ts'
import { send, sendJson, startWeb } from '../support/web.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** Runs the command in this process; what it writes is caught. */
async function run(args: string[], env: Record<string, string>): Promise<{ code: number; stdout: string }> {
  for (const [name, value] of Object.entries({ STET_CHROMIUM: '/nowhere', ...env })) vi.stubEnv(name, value)
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const code = await engines(args)
  vi.restoreAllMocks()
  return { code, stdout: written.join('') }
}

it('tells of every step whether it is set up, whether it answers and how that was found out', async () => {
  const server = await startWeb(({ path }, response) => {
    if (path.startsWith('/cdx')) return sendJson(response, 200, [['urlkey'], ['org,archive)/']])
    send(response, 502, 'Bad Gateway')
  })
  const key = 'BSA0123456789'
  const env = {
    SEARXNG_URL: `${server.url}/searxng`,
    BRAVE_API_KEY: key,
    BRAVE_URL: server.url,
    WAYBACK_CDX_URL: `${server.url}/cdx`,
    STET_ALLOW_LOOPBACK: '1',
  }
  const json = await run(['--json'], env)
  const table = await run([], env)
  await server.close()
  expect(json.code).toBe(1)
  const rows = json.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  expect(rows.map(({ step, state }) => [step, state])).toEqual([
    ['grok-search', 'not_configured'],
    ['local-web-search', 'unavailable'],
    ['browser-search', 'not_configured'],
    ['brave-search', 'unavailable'],
    ['fact-check-search', 'not_configured'],
    ['wayback-search', 'ready'],
    ['feed-search', 'ready'],
    ['link-search', 'ready'],
    ['assistant', 'not_configured'],
  ])
  expect(rows[1]).toMatchObject({
    asked: `GET ${server.url}/searxng/search?format=json`,
    message: expect.stringContaining('502'),
  })
  expect(table.code).toBe(1)
  expect(table.stdout).toMatch(/^wayback-search +yes +Its index answers\. +\(GET http.*ms\)$/m)
  expect(table.stdout).toMatch(/^grok-search +not set up .*\(nobody was asked\)$/m)
  expect(json.stdout + table.stdout).not.toContain(key)
})

it('finds no fault with a desk that has nothing set up, and is asked in no other way', async () => {
  expect((await run([], { STET_WAYBACK: '0' })).code).toBe(0)
  expect((await run(['--verbose'], {})).code).toBe(2)
})
