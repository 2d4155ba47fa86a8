/** Reads the extra fields of ZIP headers and compares what both headers of an entry say. */

/** Fields by identifier; null when the bytes are no sequence of fields (APPNOTE 4.5.1). */
export type ExtraFields = Map<number, Buffer> | null

const ZIP64 = 0x0001
const EXTENDED_TIME = 0x5455

export function extraFields(bytes: Buffer): ExtraFields {
  const fields = new Map<number, Buffer>()
  let at = 0
  while (at < bytes.length) {
    if (at + 4 > bytes.length) return null
    const id = bytes.readUInt16LE(at)
    const end = at + 4 + bytes.readUInt16LE(at + 2)
    if (end > bytes.length || fields.has(id)) return null
    fields.set(id, bytes.subarray(at + 4, end))
    at = end
  }
  return fields
}

export function hasZip64(fields: ExtraFields): boolean {
  return fields?.has(ZIP64) ?? false
}

/** The 64-bit numbers of a ZIP64 field in order (APPNOTE 4.5.3); null for numbers that no file of this world has. */
export function zip64Numbers(fields: ExtraFields): number[] | null {
  const field = fields?.get(ZIP64)
  if (!field) return []
  const numbers: number[] = []
  for (let at = 0; at + 8 <= field.length; at += 8) {
    const number = field.readBigUInt64LE(at)
    if (number > BigInt(Number.MAX_SAFE_INTEGER)) return null
    numbers.push(Number(number))
  }
  return numbers
}

/**
 * Compares the fields of an entry's two headers. `agree` is false where one field says two things; `unproven` counts the
 * bytes that only one header states, so that nothing in the file could contradict them.
 */
export function compareExtras(
  local: Map<number, Buffer>,
  central: Map<number, Buffer>,
): { agree: boolean; unproven: number } {
  let agree = true
  let unproven = 0
  for (const id of new Set([...local.keys(), ...central.keys()])) {
    if (id === ZIP64) continue
    const one = local.get(id)
    const other = central.get(id)
    if (!one || !other) unproven += (one ?? other)!.length + 4
    else if (id === EXTENDED_TIME) {
      // The directory repeats the flags and the first time only (Info-ZIP).
      const shared = Math.min(one.length, other.length, 5)
      agree &&= one.subarray(0, shared).equals(other.subarray(0, shared))
      unproven += one.length + other.length - 2 * shared
    } else if (!one.equals(other)) agree = false
  }
  return { agree, unproven }
}
