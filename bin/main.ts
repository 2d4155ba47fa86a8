/** The command line: one file per command; results to stdout, progress to stderr, exit code 0, 1 or 2. */
import { SettingsError } from '#app/env.server.ts'
import type { Command } from './command.ts'

/** Commands are loaded when asked for: the web app must not wait for a browser library, nor a reader for a database. */
const COMMANDS: Record<string, { load: () => Promise<Command>; usage: string }> = {
  serve: {
    load: async () => (await import('./serve.ts')).serve,
    usage: 'serve [--no-worker]            the web app, with a worker beside it',
  },
  worker: {
    load: async () => (await import('./worker.ts')).worker,
    usage: 'worker                         a worker alone',
  },
  demo: {
    load: async () => (await import('./demo.ts')).demo,
    usage: 'demo [--out DIR]               the sample newsroom, whole, on bundled pages',
  },
  import: {
    load: async () => (await import('./import.ts')).importDraft,
    usage: 'import FILE.md                 a draft as a new article with proposed claims and sources',
  },
  capture: {
    load: async () => (await import('./capture.ts')).capture,
    usage: 'capture [--no-browser] URL…    archives pages; one JSON line each',
  },
  run: {
    load: async () => (await import('./run.ts')).run,
    usage: 'run ARTICLE                    walks the chain for everything in an article',
  },
  read: {
    load: async () => (await import('./read.ts')).read,
    usage:
      'read WHAT                      figures, quote, page, periods, attributions, statements or copies; JSON lines',
  },
  check: {
    load: async () => (await import('./check.ts')).check,
    usage: 'check                          claims against texts, JSON lines on stdin',
  },
  export: {
    load: async () => (await import('./export.ts')).exportFile,
    usage:
      'export ARTICLE --format F      markdown, html, docx, json or csl; --note short|full --note-language en|zh',
  },
  verify: {
    load: async () => (await import('./verify.ts')).verify,
    usage: 'verify [FILE…]                 WACZ files offline; without a file, the ledger',
  },
  scrub: {
    load: async () => (await import('./scrub.ts')).scrub,
    usage: 'scrub [--json]                 reads every stored blob again; names what is damaged or missing',
  },
  engines: {
    load: async () => (await import('./engines.ts')).engines,
    usage:
      'engines [--json]               which search steps are set up and can be reached, and how that was found out',
  },
  'replay-install': {
    load: async () => (await import('./replay-install.ts')).replayInstall,
    usage: 'replay-install [--remove]      fetches ReplayWeb.page, the optional player for archived pages',
  },
}

const [name = 'help', ...args] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
if (command) process.exitCode = await run(command.load)
else {
  const known = ['help', '--help', '-h'].includes(name)
  const usage = Object.values(COMMANDS).map((one) => `  stet ${one.usage}`)
  process.stderr.write(`${known ? '' : `There is no command "${name}".\n`}Usage:\n${usage.join('\n')}\n`)
  process.exitCode = known ? 0 : 2
}

async function run(load: () => Promise<Command>): Promise<number> {
  try {
    return await (await load())(args)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
