/** Prints a key's fingerprint so that two people can compare it aloud. */

/** A hex SHA-256 in sixteen groups of four: `9f86 d081 …`. Anything else comes back as it is. */
export function printFingerprint(hex: string): string {
  return /^[0-9a-f]{64}$/.test(hex) ? (hex.match(/.{4}/g) ?? []).join(' ') : hex
}
