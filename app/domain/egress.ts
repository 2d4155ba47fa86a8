/** What leaves the house: who outside learned what, and how that ended. */

export type EgressVia = 'http' | 'browser' | 'service'
export type EgressLearned = 'name' | 'address' | 'query'
export type EgressEnded = 'connected' | 'refused' | 'failed'

/**
 * One outside party and what it learned from one step.
 * - `party`: host and port
 * - `via`: a plain request, the browser, or a service that was asked
 * - `learned`: its own name only, the address of a page, or a query in somebody's words
 * - `detail`: that address or query, as far as it is known
 * - `ended`: `refused` means that the guard kept it in the house; `failed` that no connection came about, so that at
 *   most the name was asked for
 */
export type EgressEntry = {
  at: Date
  party: string
  via: EgressVia
  learned: EgressLearned
  detail: string
  ended: EgressEnded
}

/** A page may call on hundreds of places; what is beyond this many in one step is counted, not listed. */
export const MAX_EGRESS_ENTRIES = 500
/** Longer addresses and queries are cut in the log; the attempt holds what was asked. */
const MAX_DETAIL_CHARACTERS = 2_000

/** Entries as they are kept: equal ones once, with the time of the first; details cut; at most 500 and a last one that counts. */
export function keptEgress(entries: EgressEntry[]): EgressEntry[] {
  const kept = new Map<string, EgressEntry>()
  for (const entry of entries) {
    const cut = { ...entry, detail: entry.detail.slice(0, MAX_DETAIL_CHARACTERS) }
    const key = [cut.party, cut.via, cut.learned, cut.detail, cut.ended].join('\n')
    if (!kept.has(key)) kept.set(key, cut)
  }
  const all = [...kept.values()]
  const over = all.slice(MAX_EGRESS_ENTRIES)
  const last = over.at(-1)
  if (!last) return all
  const parties = new Set(over.map(({ party }) => party)).size
  const detail = `${over.length} more entries about ${parties} more places are not listed`
  return [...all.slice(0, MAX_EGRESS_ENTRIES), { ...last, party: 'others', detail }]
}
