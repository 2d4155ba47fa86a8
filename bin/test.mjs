/** `npm test`: sets the machine up, then types, style, import rules, dead code, unit and integration tests, browser tests. Ends with one line of counts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './find-chromium.mjs'
import { node24, setUp, withNode24 } from './setup.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'stet-reports-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

/**
 * Every part of the test run, in order: quick complaints first. `report` names the JSON file with a runner's own counts.
 * @type {{ name: string, args: string[], report?: string }[]}
 */
const PARTS = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc'] },
  { name: 'style', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  {
    name: 'imports',
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'app',
      'bin',
      'prisma',
      'scrapers',
      'tests',
    ],
  },
  { name: 'dead code', args: ['node_modules/knip/bin/knip.js'] },
  {
    name: 'unit',
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'unit.json')}`,
    ],
    report: 'unit.json',
  },
  { name: 'browser', args: ['node_modules/@playwright/test/cli.js', 'test'], report: 'browser.json' },
]

const wanted = process.argv.slice(2)
try {
  setUp(['client', 'browser', 'build'])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.stdout.write('0 passed, 1 failed\n')
  process.exit(1)
}
for (const part of PARTS) {
  if (wanted.length > 0 && !wanted.includes(part.name)) continue
  if (part.name === 'browser' && findChromium() === null) {
    process.stdout.write('browser: skipped, because this machine has no Chrome or Chromium\n')
    counts.skipped += 1
    continue
  }
  runPart(part)
}
rmSync(reports, { recursive: true, force: true })
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
process.exit(counts.failed > 0 ? 1 : 0)

/** @param {{ name: string, args: string[], report?: string }} part */
function runPart({ name, args, report }) {
  process.stdout.write(`\n${name}\n`)
  const env = {
    ...withNode24(),
    NO_COLOR: '1',
    STET_CHROMIUM: findChromium() ?? '',
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json'),
  }
  const started = Date.now()
  const done = spawnSync(node24(), args, { cwd: root, env, stdio: 'inherit' })
  const found = report ? readCounts(join(reports, report)) : null
  if (found)
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) counts[key] += found[key]
  // A runner that fails without a failed test of its own has failed as a whole, and so has one that left no report.
  if (!report) counts[done.status === 0 ? 'passed' : 'failed'] += 1
  else if (!found || (done.status !== 0 && found.failed === 0)) counts.failed += 1
  process.stdout.write(
    `${name}: ${done.status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)\n`,
  )
}

/**
 * Counts from a report of vitest or Playwright, or null when there is none.
 * @param {string} file
 */
function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    if ('numTotalTests' in report)
      return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }
    const { expected, unexpected, flaky, skipped } = report.stats
    return { passed: expected + flaky, failed: unexpected, skipped }
  } catch {
    return null
  }
}
