/** Proves a WACZ offline: recomputes every digest, offset, length and signature in it, and names what fails. */
import { matchesDigest } from './matches-digest.ts'
import { jsonOf, Verification, type WaczProblem } from './verification.ts'
import { checkPages } from './verify-pages.ts'
import { checkRecords } from './verify-records.ts'
import { checkSeal, SEAL, type SealExpectations, type VerifiedSeal } from './verify-seal.ts'
import { zipStructure } from './zip-structure.ts'

export type VerifiedWacz = {
  ok: boolean
  /** how many statements (digests, sizes, places, signatures) were recomputed */
  checked: number
  problems: WaczProblem[]
  /** worth knowing, and no contradiction: a page that its index lacks, bytes that no checksum covers */
  notes: WaczProblem[]
} & VerifiedSeal

const DATAPACKAGE = 'datapackage.json'

/**
 * Checks the ZIP's structure, datapackage-digest.json with signature and timestamp, every resource of datapackage.json,
 * every block and payload digest inside the WARCs, every CDXJ line against the record that it points at, and the pages
 * against both. `file` is the name inside the WACZ, or `(zip)` for the container. Reads bytes with code of its own, none
 * of it shared with the writer. Never throws for a file.
 */
export async function verifyWacz(
  bytes: Uint8Array,
  expected: Partial<SealExpectations> = {},
): Promise<VerifiedWacz> {
  const check = new Verification()
  const { entries, problems, unproven, notHouseMade } = zipStructure(bytes)
  check.count(entries.length)
  for (const { file, problem } of problems) check.fail(file, problem)
  const files = new Map<string, Uint8Array>()
  for (const { name, content } of entries) {
    if (files.has(name)) check.fail(name, 'is there twice')
    if (content && !name.endsWith('/')) files.set(name, content)
  }
  const datapackage = checkDatapackage(files, check)
  const isOurs = /^stet\b/i.test(String(datapackage.software ?? ''))
  for (const name of isOurs ? notHouseMade : [])
    check.fail(name, 'has headers that differ from what was written')
  if (!isOurs && unproven > 0)
    check.note('(zip)', `${unproven} bytes of headers stand in the file once only: no checksum covers them`)
  const { trustedPem = null, keys = null } = expected
  const seal = await checkSeal(files, { trustedPem, keys }, check)
  const indexed = checkRecords(files, isOurs, check)
  checkPages(files, datapackage, indexed, isOurs, check)
  return {
    ok: check.problems.length === 0,
    checked: check.checked,
    problems: check.problems,
    notes: check.notes,
    ...seal,
  }
}

function checkDatapackage(files: Map<string, Uint8Array>, check: Verification): Record<string, unknown> {
  const datapackage = jsonOf(files.get(DATAPACKAGE))
  if (!datapackage || !Array.isArray(datapackage.resources)) {
    check.fail(DATAPACKAGE, 'is missing or no data package')
    return {}
  }
  const listed = new Set([DATAPACKAGE, SEAL])
  for (const resource of datapackage.resources as Record<string, unknown>[]) {
    const path = String(resource?.path)
    const content = files.get(path)
    listed.add(path)
    if (!content) {
      check.that(false, path, 'is listed in datapackage.json, but missing or unreadable')
      continue
    }
    check.that(matchesDigest(content, resource.hash), path, 'does not match its digest in datapackage.json')
    if (resource.bytes !== undefined)
      check.that(content.length === resource.bytes, path, 'has another length than datapackage.json states')
  }
  for (const name of files.keys()) check.that(listed.has(name), name, 'is not listed in datapackage.json')
  return datapackage
}
