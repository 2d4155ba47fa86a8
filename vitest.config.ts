/** Vitest: unit and integration tests; browser tests run under Playwright (playwright.config.ts). */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    environment: 'node',
    pool: 'forks',
    // Real databases, servers and browsers: a machine that does other things needs several times the usual seconds.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
