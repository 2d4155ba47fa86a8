/** `stet engines`: which search steps are set up and can be reached, and how that was found out. No step learns of any story. */
import type { Health } from '#scrapers/contract.ts'
import { createRegistry, type Registry } from '#scrapers/registry.ts'
import { type Command, misused, put } from './command.ts'
import { registrySettings, settingsHere } from './settings.ts'

type Row = Health & { step: string; version: string; ms: number }

/** Whoever does not answer in so long would not answer a reporter either. */
const PATIENCE_MS = 10_000
const STATES: Record<Health['state'], string> = {
  ready: 'yes',
  not_configured: 'not set up',
  unavailable: 'NO',
}

export const engines: Command = async (args) => {
  if (args.some((arg) => arg !== '--json')) return misused('engines [--json]')
  const registry = createRegistry(registrySettings(settingsHere()))
  try {
    const rows = await probeAll(registry)
    if (args.includes('--json')) for (const row of rows) put(row)
    else process.stdout.write(tableOf(rows))
    return rows.some(({ state }) => state === 'unavailable') ? 1 : 0
  } finally {
    await registry.close()
  }
}

/** All at once: a service that is down must not make the others wait. In the order of the registry. */
async function probeAll(registry: Registry): Promise<Row[]> {
  const rows = [...registry.find, registry.assistant].map(
    async ({ name, version, probe }): Promise<Row[]> => {
      if (!probe) return []
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const began = performance.now()
      const health = await probe({ signal, now: () => new Date() })
      return [{ step: name, version, ...health, ms: Math.round(performance.now() - began) }]
    },
  )
  return (await Promise.all(rows)).flat()
}

function tableOf(rows: Row[]): string {
  const lines = rows.map(({ step, state, message, asked, ms }) => {
    const how = asked === null ? 'nobody was asked' : `${asked}, ${ms} ms`
    return [step, STATES[state], message, `(${how})`]
  })
  const cells = [['step', 'ready', 'what was found', '(how)'], ...lines]
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
    .join('')
}
