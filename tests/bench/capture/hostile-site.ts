/** The hostile servers in a process of their own; prints their addresses as JSON. */
import { startHostileWeb } from './hostile-web.ts'

const { addresses } = await startHostileWeb()
process.stdout.write(`${JSON.stringify(addresses)}\n`)
