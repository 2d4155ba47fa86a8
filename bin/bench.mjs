/** `npm run bench`: measures what the design promises, beside the libraries a desk would use instead. `npm run bench -- NAME… [--json] [--failures]`. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node24, setUp, withNode24 } from './setup.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'tests', 'bench')
const ENDING = '.bench.ts'
const known = readdirSync(folder)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length))
  .sort()

const args = process.argv.slice(2)
const options = args.filter((arg) => arg.startsWith('--'))
const names = args.filter((arg) => !arg.startsWith('--'))
const unknown = names.find((name) => !known.includes(name))
if (unknown !== undefined) {
  process.stderr.write(`There is no benchmark "${unknown}". There are: ${known.join(', ')}.\n`)
  process.exit(2)
}
try {
  setUp([])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
let code = 0
// One process each, so that one benchmark's memory and compiled code do not colour the next one's times.
for (const name of names.length > 0 ? names : known) {
  const done = spawnSync(node24(), [join(folder, `${name}${ENDING}`), ...options], {
    cwd: root,
    env: withNode24(),
    stdio: 'inherit',
  })
  code ||= done.status ?? 1
}
process.exit(code)
