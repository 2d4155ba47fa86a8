/** Tells leads that a search brought for the first time from addresses that were known before. */
import { leadAddress } from './lead.ts'

/**
 * Ids of the leads whose document was not known: neither in `knownAddresses` (earlier leads, cited sources) nor under an
 * earlier lead of the same list. Two spellings of one address are one document.
 */
export function newLeads(leads: { id: string; address: string }[], knownAddresses: string[]): string[] {
  const known = new Set(knownAddresses.map(leadAddress))
  return leads.flatMap(({ id, address }) => {
    const document = leadAddress(address)
    if (known.has(document)) return []
    known.add(document)
    return [id]
  })
}
