/** Browser tests: Playwright with the machine's own Chromium, against the real server on a free port. */
import { defineConfig } from '@playwright/test'

const executablePath = process.env.STET_CHROMIUM || undefined

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/e2e/output/results',
  reporter: [['list'], ['json']],
  // A whole job takes about half a minute by itself; a machine that does other things may take several times that.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // A machine that tests other things at the same time may be slow once; a test that passes then is told as flaky.
  retries: process.env.CI ? 1 : 0,
  use: {
    // A film of every test costs more than the test: what stood on the page is in the trace without it.
    trace: { mode: 'retain-on-failure', screenshots: false },
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
