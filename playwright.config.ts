/** Browser tests: Playwright with the machine's own Chromium, against the real server on a free port. */
import { defineConfig } from '@playwright/test'

const executablePath = process.env.STET_CHROMIUM || undefined

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/e2e/output/results',
  reporter: [['list'], ['json']],
  timeout: 120_000,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // A machine that tests other things at the same time may be slow once; a test that passes then is told as flaky.
  retries: process.env.CI ? 1 : 0,
  use: {
    trace: 'retain-on-failure',
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
