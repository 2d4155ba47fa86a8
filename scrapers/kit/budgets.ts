/** Budgets: what a host allows everybody in the house together, counted over all steps. */
import { type Clock, SYSTEM_CLOCK } from './clock.ts'

/** At most `requests` begin within any `perMs`, over all `hosts` and all addresses whose path begins with one of `paths`. */
export type Budget = { hosts: string[]; paths?: string[]; requests: number; perMs: number }

/**
 * What the Internet Archive asks for is 30 requests a minute to its indexes and 600 to its pages; whoever goes on after a
 * 429 is shut out by a firewall for an hour. As its own users' clients do, four fifths of that are used.
 */
export const ARCHIVE_BUDGETS: Budget[] = [
  { hosts: ['web.archive.org'], paths: ['/cdx', '/web/timemap', '/__wb'], requests: 24, perMs: 60_000 },
  { hosts: ['web.archive.org', 'archive.org'], requests: 480, perMs: 60_000 },
  { hosts: ['web.archive.org'], paths: ['/save'], requests: 6, perMs: 60_000 },
]

export type Budgets = {
  /** Waits until a request to this address fits every budget it falls under. Rejects when the signal fires first. */
  spend: (address: string, signal?: AbortSignal) => Promise<void>
}

/** `clock` is the system's unless told. One per process: a budget shared by two makers is no budget. */
export function createBudgets(budgets: Budget[] = ARCHIVE_BUDGETS, clock: Clock = SYSTEM_CLOCK): Budgets {
  const accounts = budgets.map((budget) => ({ budget, starts: [] as number[] }))
  return {
    spend: async (address, signal) => {
      const mine = accounts.filter(({ budget }) => fallsUnder(address, budget))
      for (;;) {
        const now = clock.now()
        const waits = mine.map(({ budget, starts }) => {
          while (starts.length > 0 && (starts[0] ?? 0) <= now - budget.perMs) starts.shift()
          return starts.length < budget.requests ? 0 : (starts[0] ?? 0) + budget.perMs - now
        })
        const wait = Math.max(0, ...waits)
        if (wait === 0) break
        await clock.wait(wait, signal)
      }
      for (const { starts } of mine) starts.push(clock.now())
    },
  }
}

function fallsUnder(address: string, { hosts, paths }: Budget): boolean {
  if (!URL.canParse(address)) return false
  const { hostname, pathname } = new URL(address)
  return hosts.includes(hostname) && (paths?.some((path) => pathname.startsWith(path)) ?? true)
}
