/** Turns what an engine named into leads: web addresses only, each once, in the engine's order. */
import type { Lead } from '#scrapers/contract.ts'

/** More than a person reads; engines that name more are asked again with a better query. */
export const MAX_LEADS = 20

export type Named = { address: string; title?: string | null; snippet?: string | null }

/** Two addresses that differ only in their fragment are one lead. What is no web address is left out. */
export function collectLeads(named: Named[], max: number = MAX_LEADS): Lead[] {
  const leads = new Map<string, Lead>()
  for (const { address, title, snippet } of named) {
    if (leads.size >= max) break
    if (!URL.canParse(address)) continue
    const url = new URL(address)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') continue
    url.hash = ''
    if (!leads.has(url.href))
      leads.set(url.href, { address: url.href, title: cleaned(title), snippet: cleaned(snippet) })
  }
  return [...leads.values()]
}

function cleaned(text: string | null | undefined): string | null {
  const plain = (text ?? '').replace(/\s+/g, ' ').trim()
  return plain === '' ? null : plain
}
