/** Makes the machine ready: packages, Node 24, Prisma's client, a browser, the build. Each part only when something is missing or has changed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, installChromium } from './find-chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamps = join(root, 'node_modules', '.stet')

/** @typedef {'client' | 'browser' | 'build' | 'dev'} Need */

/**
 * Sets up what the caller needs. Progress goes to stderr, so that stdout stays a command's own.
 * Throws with a sentence that says what to do when a step fails.
 * @param {readonly string[]} needs
 */
export function setUp(needs) {
  once('packages', [join(root, 'package-lock.json')], () => {
    say('Installing packages (this happens once) …')
    // Not `npm ci`: it refuses a lock file when a registry lacks a package for some other platform, which mirrors often do.
    // Prisma's engine binary is never downloaded: pointing at an existing file keeps its installer from trying.
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], offline())
  })
  if (needs.includes('client'))
    once(
      'client',
      [join(root, 'prisma', 'schema.prisma')],
      () => {
        say('Generating the database client …')
        run(node24(), [join(root, 'node_modules/prisma/build/index.js'), 'generate'], offline())
      },
      join(root, 'prisma', 'generated', 'client.ts'),
    )
  if (needs.includes('browser')) browser()
  if (needs.includes('build'))
    once(
      'build',
      filesBelow(['app', 'remix.config.js', 'package-lock.json', 'prisma/schema.prisma']),
      () => {
        say('Building the web app …')
        const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
        run(node24(), [remix, 'vite:build', '--config', 'remix.config.js'], withNode24())
      },
      join(root, 'build', 'server', 'index.js'),
    )
}

/** Path of the pinned Node 24, or of the running Node when that is new enough. @returns {string} */
export function node24() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath
  const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(pinned))
    throw new Error('Node 24 is missing from node_modules. Delete node_modules and run the command again.')
  return pinned
}

/** The environment with the pinned Node first on PATH, for tools that start `node` themselves. */
export function withNode24() {
  const bin = join(root, 'node_modules', '.bin')
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
}

function offline() {
  return {
    ...withNode24(),
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
  }
}

function browser() {
  if (findChromium()) return
  const tried = join(stamps, 'browser-tried')
  if (existsSync(tried)) return
  say('Looking for a browser: none on this machine, trying to install one …')
  const installed = installChromium()
  mkdirSync(stamps, { recursive: true })
  writeFileSync(tried, '')
  if (!installed)
    say(
      'No browser could be installed. The steps that need one end as "not configured"; everything else works.\n' +
        'Install Chrome or Chromium, or set STET_CHROMIUM to its path, to switch them on.',
    )
}

/**
 * Runs `work` unless it was done for exactly these files.
 * @param {string} name
 * @param {string[]} files
 * @param {() => void} work
 * @param {string} [product] must exist besides
 */
function once(name, files, work, product) {
  const hash = createHash('sha256')
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  const digest = hash.digest('hex')
  const stamp = join(stamps, name)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && (!product || existsSync(product))) return
  rmSync(stamp, { force: true })
  work()
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, digest)
}

/** @param {string[]} paths */
function filesBelow(paths) {
  return paths.flatMap((path) => {
    const full = join(root, path)
    if (!existsSync(full)) return []
    if (path.includes('.')) return [full]
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? Reflect.get(entry, 'path'), entry.name))
      .sort()
  })
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run(command, args, env) {
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  if (done.status === 0) return
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trim()
  throw new Error(`${output}\n\nThis command failed: ${[command, ...args].join(' ')}`)
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`)
}
