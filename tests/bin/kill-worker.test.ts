/** `kill -9` of the worker in the middle of a run: the next worker finishes it; no attempt is lost, none is doubled. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { verifyLedger } from '#storage/ledger.server.ts'
import { findRun } from '#storage/runs.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { addPerson, sure, testDesk } from '../support/desk.ts'
import { startStory, storeCapture } from '../support/story.ts'
import { send, sendJson, startWeb } from '../support/web.ts'

const main = fileURLToPath(new URL('../../bin/main.ts', import.meta.url))

it('is survived by every run', async () => {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { claimId } = await startStory(desk, reporter)
  await storeCapture(desk)
  let engineHangs = true
  const web = await startWeb(({ path }, response) => {
    if (path.startsWith('/xai')) return send(response, 502, 'Bad Gateway')
    if (engineHangs) return
    sendJson(response, 200, {
      query: 'q',
      results: [{ url: 'https://a.example/', title: 'A', content: 'a' }],
      unresponsive_engines: [],
    })
  })
  onTestFinished(() => web.close())
  const environment = {
    NODE_ENV: 'test' as const,
    PATH: process.env.PATH,
    DATA_DIR: desk.folder,
    XAI_API_KEY: 'k',
    XAI_BASE_URL: `${web.url}/xai`,
    SEARXNG_URL: `${web.url}/searxng`,
    STET_CHROMIUM: '/nowhere',
  }
  const start = () => {
    const child = spawn(process.execPath, [main, 'worker'], { env: environment, stdio: 'ignore' })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }
  const { id } = sure(await requestRun(desk, reporter, { claimId }, { queries: ['140万亿'] }))
  const run = async () => (await findRun(desk.db, id))!

  const first = start()
  await until(async () => (await run()).attempts.length === 2 && web.asked.length === 2)
  await died(first, 'SIGKILL')
  expect((await run()).attempts.map(({ step, ended }) => [step, ended])).toEqual([
    ['grok-search', 'failed'],
    ['local-web-search', null],
  ])

  // The dead worker's lease runs out; the clock is moved instead of waited for.
  await desk.db.run.update({ where: { id }, data: { leaseUntil: new Date(0) } })
  engineHangs = false
  const second = start()
  await until(async () => (await run()).state === 'finished')
  await died(second, 'SIGTERM')

  const finished = await run()
  expect(finished.attempts.map(({ ordinal, step, ended, reason }) => [ordinal, step, ended, reason])).toEqual(
    [
      [1, 'grok-search', 'failed', 'http_error'],
      [2, 'local-web-search', 'failed', 'cancelled'],
      [3, 'local-web-search', 'done', null],
    ],
  )
  expect(finished.attempts.every((attempt) => attempt.finishedAt !== null)).toBe(true)
  expect(web.asked.filter(({ path }) => path.startsWith('/xai'))).toHaveLength(1)
  expect((await verifyLedger(desk.db)).problems).toEqual([])
}, 60_000)

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}

function died(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
