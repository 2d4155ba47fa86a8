/** `stet verify`: checks WACZ files offline, every digest of them; without a file, the ledger of this desk. */
import { readFile } from 'node:fs/promises'
import { verifyWacz } from '#scrapers/archive/verify-wacz.ts'
import { closeDesk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { type Command, put, say } from './command.ts'
import { openDeskHere, settingsHere } from './settings.ts'

export const verify: Command = async (args) => {
  const files = args.filter((arg) => !arg.startsWith('--'))
  if (files.length === 0) return verifyDesk()
  let code = 0
  for (const file of files) {
    const bytes = await readFile(file).catch(() => null)
    const result = bytes
      ? await verifyWacz(bytes)
      : { ok: false, checked: 0, problems: [{ file, problem: 'This file cannot be read.' }] }
    put({ file, ...result })
    if (!result.ok) code = 1
  }
  return code
}

async function verifyDesk(): Promise<number> {
  const desk = await openDeskHere(settingsHere())
  const { entries, problems } = await verifyLedger(desk.db)
  await closeDesk(desk)
  put({ ledger: { entries, problems } })
  say(
    problems.length === 0
      ? `The ledger holds: ${entries} entries.`
      : `The ledger does not hold: ${problems.length} problems.`,
  )
  return problems.length === 0 ? 0 : 1
}
