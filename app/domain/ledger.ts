/** The ledger: kinds of entry, their canonical form (RFC 8785), and how a chain of hashes is checked. */
import canonicalize from 'canonicalize'

/** Everything that can happen. Stored names: never renamed. */
export const LEDGER_KINDS = [
  'person.invited',
  'person.joined',
  'person.role_changed',
  'person.deactivated',
  'article.created',
  'article.edited',
  'article.exported',
  'claim.logged',
  'claim.edited',
  'claim.submitted',
  'claim.reopened',
  'claim.reviewed',
  'source.added',
  'source.edited',
  'citation.added',
  'citation.edited',
  'origin.recorded',
  'origin.proposed',
  'relay.proposed',
  'relay.confirmed',
  'relay.rejected',
  'utterance.recorded',
  'caveat.added',
  'caveat.withdrawn',
  'run.requested',
  'run.started',
  'run.finished',
  'run.cancelled',
  'attempt.opened',
  'attempt.closed',
  'attempt.annotated',
  'lead.screened',
  'lead.accepted',
  'lead.dismissed',
  'capture.stored',
  'findings.recorded',
  'capture.read_back',
  'capture.read_back_asked',
  'capture.reclassified',
  'witness.recorded',
  'passage.compared',
  'passage.seen',
  'watch.started',
  'watch.ended',
  'chain.set',
  'chain.reset',
  'schedule.started',
  'schedule.ended',
  'series.started',
  'series.point_added',
  'series.point_removed',
  'series.superseded',
  'proposal.recorded',
  'proposal.accepted',
  'proposal.dismissed',
] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]

export type LedgerSubject =
  | 'person'
  | 'article'
  | 'claim'
  | 'source'
  | 'citation'
  | 'origin'
  | 'utterance'
  | 'caveat'
  | 'run'
  | 'attempt'
  | 'lead'
  | 'capture'
  | 'watch'
  | 'chain'
  | 'schedule'
  | 'series'
  | 'proposal'

/** One entry before it has a place in the chain. `payload` is plain JSON data. */
export type NewLedgerEntry = {
  kind: LedgerKind
  subjectKind: LedgerSubject
  subjectId: string
  payload: Record<string, unknown>
}

/** An entry in its place. `payload` is canonical JSON text; `hash` is hex SHA-256. */
export type LedgerEntry = {
  seq: number
  at: string
  actorId: string | null
  actorName: string
  kind: string
  subjectKind: string
  subjectId: string
  payload: string
  prevHash: string
  hash: string
}

/** The hash before the first entry. */
export const GENESIS_HASH = '0'.repeat(64)

/** Canonical JSON text of a value. Dates become ISO strings; undefined members vanish, as in JSON. Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(JSON.parse(JSON.stringify(value)))
  if (text === undefined) throw new Error('This value has no canonical JSON form.')
  return text
}

/** The text whose SHA-256 is the entry's hash: everything but the hash itself, canonical. */
export function hashedText(entry: Omit<LedgerEntry, 'hash'>): string {
  return canonicalJson(entry)
}

/** What is wrong with a chain, in words; empty when it holds. `sha256` maps text to hex. */
export function checkLedger(entries: LedgerEntry[], sha256: (text: string) => string): string[] {
  const problems: string[] = []
  let prevHash = GENESIS_HASH
  let seq = 0
  for (const entry of entries) {
    seq += 1
    if (entry.seq !== seq) problems.push(`Entry ${seq} is missing; the next one is numbered ${entry.seq}.`)
    if (entry.prevHash !== prevHash) problems.push(`Entry ${entry.seq} does not follow the entry before it.`)
    const { hash, ...rest } = entry
    if (sha256(hashedText(rest)) !== hash)
      problems.push(`Entry ${entry.seq} was changed after it was written.`)
    prevHash = hash
    seq = entry.seq
  }
  return problems
}
