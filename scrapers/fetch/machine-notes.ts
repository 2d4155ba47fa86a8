/** Says which machine and which programs made a capture. */
import { createRequire } from 'node:module'
import { arch, release, type } from 'node:os'

const { version: playwright } = createRequire(import.meta.url)('playwright/package.json') as {
  version: string
}

/** Versions as the programs tell them themselves. */
export function machineNotes(chromium: string): Record<string, string> {
  return { chromium, playwright, node: process.version, system: `${type()} ${release()} ${arch()}` }
}
