/** What a second witness is: another archive that was asked to keep the same page, and what looking it up there showed. */

/** Names are written into the table and the ledger and never change. */
export const WITNESS_SERVICES = ['save-page-now', 'perma'] as const
export type WitnessService = (typeof WITNESS_SERVICES)[number]

/**
 * How it stands with one witness. `requested`: it was asked, or says that it has the page, and nobody has seen it there
 * yet; `verified`: it was looked up there and found. A service's own word is never enough: saves succeed that failed, and
 * the reverse.
 */
export type WitnessReport = {
  state: 'requested' | 'verified' | 'failed'
  /** where the copy is, or is said to be */
  address: string | null
  /** one plain sentence for a person */
  message: string
}

/** A page that a service has verified so lately is not handed to it again: archives ration saves of an address by day. */
export const WITNESS_REST_MS = 24 * 3_600_000
