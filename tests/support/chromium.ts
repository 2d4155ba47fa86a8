/** Finds a Chromium for browser tests and says aloud when there is none. */
import { existsSync } from 'node:fs'

const CANDIDATES = [process.env.STET_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome']

/** Path of a browser, or null. Tests of the browser are skipped where it is null. */
export const CHROMIUM = CANDIDATES.find((path) => path !== undefined && existsSync(path)) ?? null

if (CHROMIUM === null)
  console.warn('No Chromium found (STET_CHROMIUM, /usr/bin/chromium): browser tests are skipped.')
