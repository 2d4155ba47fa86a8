/** `stet verify`: checks WACZ files offline, every byte of them; without a file, the ledger of this desk. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { printFingerprint } from '#domain/fingerprint.ts'
import { type VerifiedWacz, verifyWacz } from '#scrapers/archive/verify-wacz.ts'
import { closeDesk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { type Command, misused, put, say } from './command.ts'
import { openDeskHere, settingsHere } from './settings.ts'

const USAGE = 'verify [--json] [--key FINGERPRINT]… [--tsa-ca FILE.pem] [FILE…]'

/**
 * One JSON line per file on stdout; without `--json`, sentences for people on stderr besides. Exit code 0 when everything
 * holds, 1 when something does not, 2 when a file cannot be read or the command was not understood.
 */
export const verify: Command = async (args) => {
  const asked = readOptions(args)
  if (!asked) return misused(USAGE)
  if (asked.files.length === 0) return verifyDesk()
  const trustFile = asked.trustFile ?? settingsHere().TSA_CA_PEM
  const trustedPem = trustFile ? await readFile(trustFile, 'utf8').catch(() => null) : null
  if (trustFile && trustedPem === null) {
    say(`${trustFile}: this file cannot be read.`)
    return 2
  }
  let code = 0
  for (const file of asked.files) {
    const bytes = await readFile(file).catch(() => null)
    if (!bytes) {
      put({ file, ok: false, checked: 0, problems: [{ file, problem: 'This file cannot be read.' }] })
      code = 2
      continue
    }
    const verified = await verifyWacz(bytes, { trustedPem, keys: asked.keys })
    put({ file, ...verified })
    if (!asked.json) for (const line of inWords(file, verified)) say(line)
    if (!verified.ok) code ||= 1
  }
  return code
}

function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        key: { type: 'string', multiple: true },
        'tsa-ca': { type: 'string' },
      },
    })
    // Fingerprints are printed in groups, with spaces or colons between.
    const keys = values.key?.map((key) => key.toLowerCase().replace(/[\s:]/g, '')) ?? null
    return { json: values.json, keys, trustFile: values['tsa-ca'], files: positionals }
  } catch {
    return null
  }
}

function inWords(
  file: string,
  { ok, checked, problems, notes, signature, timestamp }: VerifiedWacz,
): string[] {
  const lines = [`${file}: ${ok ? 'holds' : 'does NOT hold'}. ${checked} statements were recomputed.`]
  for (const { file: part, problem } of problems) lines.push(`  ✗ ${part}: ${problem}`)
  for (const { file: part, problem } of notes) lines.push(`  · ${part}: ${problem}`)
  if (signature.state === 'none') lines.push('  Nobody signed it.')
  else {
    const by =
      signature.domain ?? `the key ${printFingerprint(signature.fingerprint ?? 'that cannot be read')}`
    lines.push(`  ${signature.state === 'valid' ? 'Signed' : 'NOT validly signed'} by ${by}.`)
  }
  if (timestamp.state === 'none') lines.push('  Nobody else dated it.')
  if (timestamp.state === 'not_stamped') lines.push(`  Not dated by anybody else: ${timestamp.message}`)
  if (timestamp.state === 'invalid') lines.push(`  Its timestamp ${timestamp.problem}.`)
  if (timestamp.state === 'valid') {
    const trust = timestamp.trusted === null ? ' (not compared with a known authority: --tsa-ca)' : ''
    lines.push(`  It existed by ${timestamp.time}, says ${timestamp.authority}${trust}.`)
  }
  return lines
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
