/** `stet capture`: archives pages from the command line, one JSON line per address. */

import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type EgressEntry, keptEgress } from '#domain/egress.ts'
import { sourceInput } from '#domain/source.ts'
import { DEFAULT_FETCH_CHAIN } from '#domain/step.ts'
import { walkChain } from '#scrapers/chain.ts'
import type { Report } from '#scrapers/contract.ts'
import { type Brought, judged } from '#scrapers/judge-page.ts'
import { createRegistry, type Registry } from '#scrapers/registry.ts'
import { type Command, misused, put, say } from './command.ts'
import { sealSettings } from './seal-settings.ts'
import { registrySettings, settingsHere } from './settings.ts'

export const capture: Command = async (args) => {
  const addresses = args.filter((arg) => !arg.startsWith('--'))
  if (addresses.length === 0) return misused('capture [--no-browser] URL…')
  const settings = settingsHere()
  const registry = createRegistry({
    ...registrySettings(settings, { browser: !args.includes('--no-browser') }),
    ...(await sealSettings(settings)),
  })
  const folder = join(settings.DATA_DIR, 'captures')
  let code = 0
  for (const address of addresses) {
    const line = await captureOne(registry, address, folder)
    if (line.digest === null) code = 1
    put(line)
  }
  await registry.close()
  return code
}

/** Walks the desk's fetch chain for one address without a database, in the desk's own manners and within its reach; the WACZ lies in `folder`, named by its digest. */
async function captureOne(registry: Registry, address: string, folder: string) {
  const line = {
    url: address,
    finalUrl: null as string | null,
    class: null as string | null,
    digest: null as string | null,
    wacz: null as string | null,
    attempts: [] as object[],
  }
  const checked = sourceInput.shape.address.safeParse(address)
  if (!checked.success) {
    say(`${address}: ${checked.error.issues[0]?.message}`)
    const refused = { ended: 'failed', reason: 'refused_by_guard', message: checked.error.issues[0]?.message }
    return { ...line, attempts: [{ step: 'plain', ...refused }] }
  }
  const met: EgressEntry[] = []
  // Nothing is written about yet: a page asked for by hand is nobody's secret.
  const trip = {
    source: address,
    sensitivity: async () => 'open' as const,
    note: (entry: EgressEntry) => void met.push(entry),
  }
  const scrapers = registry.fetch.map((one) =>
    registry.escort(judged(one, { read: registry.read, pack: registry.pack, keep: () => {} }), trip),
  )
  const now = () => new Date()
  const walk = {
    chain: DEFAULT_FETCH_CHAIN,
    past: [],
    startedAt: now(),
    scrapers,
    input: { address },
    cancelled: new AbortController().signal,
    now,
  }
  let startedAt = now()
  for await (const event of walkChain(walk)) {
    if (event.kind === 'opened') {
      startedAt = now()
      continue
    }
    const report: Report<Brought> = event.report
    const { outcome, facts } = report
    line.finalUrl = facts.finalUrl ?? line.finalUrl
    line.class = facts.contentClass ?? line.class
    const no = outcome.ended === 'done' ? {} : { reason: outcome.reason, message: outcome.message }
    const { httpStatus = null, hops = [], bytes = null, signals = [], detail = {} } = facts
    const times = { startedAt: startedAt.toISOString(), finishedAt: now().toISOString() }
    line.attempts.push({
      step: event.step,
      ended: outcome.ended,
      ...no,
      httpStatus,
      hops,
      bytes,
      signals,
      robots: detail.robots ?? null,
      egress: keptEgress(met.splice(0)),
      ...times,
    })
    if (outcome.ended === 'done') {
      line.digest = createHash('sha256').update(outcome.value.wacz).digest('hex')
      line.wacz = join(folder, `${line.digest}.wacz`)
      await mkdir(folder, { recursive: true })
      await writeFile(line.wacz, outcome.value.wacz)
    }
  }
  return line
}
