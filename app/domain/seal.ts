/** What is on record about the seal of an archive: whose key signed it, and who else dated it. */

export type Seal = {
  /** hex SHA-256 of the public key, or null for an unsigned archive */
  signedBy: string | null
  /** ISO 8601: the archive existed by then, says `authority`; null where nobody else dated it */
  stampedAt: string | null
  authority: string | null
}

/** The seal in the detail of a closed attempt, or null where none is on record. */
export function sealOf(detail: unknown): Seal | null {
  const seal = (detail as { seal?: { signedBy?: unknown; timestamp?: Record<string, unknown> } } | null)?.seal
  if (!seal) return null
  const { signedBy, timestamp } = seal
  const stamped = timestamp?.state === 'stamped'
  return {
    signedBy: typeof signedBy === 'string' ? signedBy : null,
    stampedAt: stamped ? String(timestamp.time) : null,
    authority: stamped ? String(timestamp.authority) : null,
  }
}
