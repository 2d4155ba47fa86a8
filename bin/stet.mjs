#!/usr/bin/env node
/** Entry of the command line: sets the machine up, then hands over to Node 24, which runs the TypeScript sources as they are. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { node24, setUp } from './setup.mjs'

/** What each command needs besides the packages. Commands that only read text need nothing. */
const NEEDS = {
  serve: ['client', 'browser', 'build'],
  worker: ['client', 'browser'],
  demo: ['client', 'browser'],
  capture: ['browser'],
  run: ['client', 'browser'],
  import: ['client'],
  export: ['client'],
  verify: ['client'],
  scrub: ['client'],
}

const args = process.argv.slice(2)
const command = args[0] ?? 'help'
try {
  setUp(NEEDS[/** @type {keyof typeof NEEDS} */ (command)] ?? [])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const child = spawn(node24(), [main, ...args], { stdio: 'inherit' })
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  // The terminal sends Ctrl-C to the child as well; only what reaches this process alone is passed on.
  process.on(signal, () => {
    if (signal !== 'SIGINT') child.kill(signal)
  })
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
