/** Proves a WACZ offline: recomputes every digest, offset and length in it, and names what fails. */
import { gunzipSync } from 'node:zlib'
import { matchesDigest } from './matches-digest.ts'
import { type WalkedRecord, walkWarc } from './walk-warc.ts'
import { hasForeignAttributes, zipStructure } from './zip-structure.ts'

export type WaczProblem = { file: string; problem: string }
export type VerifiedWacz = {
  ok: boolean
  /** how many statements (digests, sizes, places) were recomputed */
  checked: number
  problems: WaczProblem[]
}

const DATAPACKAGE = 'datapackage.json'
const SEAL = 'datapackage-digest.json'
const MOST_INDEX_BYTES = 200 * 1024 * 1024

/**
 * Checks the ZIP's structure, datapackage-digest.json, every resource of datapackage.json, every block and payload digest
 * inside the WARCs, and every CDXJ line against the record that it points at. `file` is the name inside the WACZ, or
 * `(zip)` for the container. Reads bytes with code of its own, none of it shared with the writer. Never throws for a file.
 */
export async function verifyWacz(bytes: Uint8Array): Promise<VerifiedWacz> {
  const check = new Check()
  const { entries, problems } = zipStructure(bytes)
  check.count(entries.length)
  for (const { file, problem } of problems) check.fail(file, problem)
  const files = new Map<string, Uint8Array>()
  for (const { name, content } of entries) {
    if (files.has(name)) check.fail(name, 'is there twice')
    if (content && !name.endsWith('/')) files.set(name, content)
  }
  const datapackage = checkDatapackage(files, check)
  checkSeal(files, check)
  if (/^stet\b/i.test(String(datapackage.software ?? ''))) {
    for (const { file, problem } of hasForeignAttributes(bytes)) check.fail(file, problem)
  }
  const warcs = checkWarcs(files, check)
  checkIndexes(files, warcs, check)
  return check.result()
}

class Check {
  private checked = 0
  private readonly problems: WaczProblem[] = []

  count(statements: number): void {
    this.checked += statements
  }

  fail(file: string, problem: string): void {
    this.problems.push({ file, problem })
  }

  /** One recomputed statement. */
  that(holds: boolean, file: string, problem: string): void {
    this.checked += 1
    if (!holds) this.fail(file, problem)
  }

  result(): VerifiedWacz {
    return { ok: this.problems.length === 0, checked: this.checked, problems: this.problems }
  }
}

function checkDatapackage(files: Map<string, Uint8Array>, check: Check): Record<string, unknown> {
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
    if (resource.bytes !== undefined) {
      check.that(content.length === resource.bytes, path, 'has another length than datapackage.json states')
    }
  }
  for (const name of files.keys()) check.that(listed.has(name), name, 'is not listed in datapackage.json')
  return datapackage
}

/** The seal is optional in the standard, but the only thing that covers datapackage.json itself. */
function checkSeal(files: Map<string, Uint8Array>, check: Check): void {
  const seal = jsonOf(files.get(SEAL))
  const datapackage = files.get(DATAPACKAGE)
  if (!seal || !datapackage) {
    check.fail(SEAL, 'is missing or no JSON')
    return
  }
  check.that(seal.path === DATAPACKAGE, SEAL, 'speaks of another file than datapackage.json')
  check.that(matchesDigest(datapackage, seal.hash), DATAPACKAGE, `does not match its digest in ${SEAL}`)
}

function checkWarcs(files: Map<string, Uint8Array>, check: Check): Map<string, WalkedRecord[]> {
  const warcs = new Map<string, WalkedRecord[]>()
  for (const [name, content] of files) {
    if (!/^archive\/.*\.warc(?:\.gz)?$/.test(name)) continue
    const { records, problem } = walkWarc(content)
    if (problem) check.fail(name, problem)
    warcs.set(name.slice('archive/'.length), records)
    for (const record of records) {
      const at = `record at byte ${record.offset}`
      const { fields } = record
      const block = fields.get('warc-block-digest')
      if (block)
        check.that(matchesDigest(record.block, block), name, `${at}: block does not match its digest`)
      const payload = fields.get('warc-payload-digest')
      if (payload && fields.get('warc-type') !== 'revisit') {
        check.that(matchesDigest(record.payload, payload), name, `${at}: payload does not match its digest`)
      }
    }
  }
  return warcs
}

function checkIndexes(
  files: Map<string, Uint8Array>,
  warcs: Map<string, WalkedRecord[]>,
  check: Check,
): void {
  for (const [name, content] of files) {
    if (!/^indexes\/.*\.cdxj?(?:\.gz)?$/.test(name)) continue
    const lines = indexText(name, content)
      ?.split('\n')
      .filter((line) => line !== '' && !line.startsWith('!'))
    if (!lines) {
      check.fail(name, 'cannot be unpacked')
      continue
    }
    for (const [index, line] of lines.entries())
      checkIndexLine({ name, line, number: index + 1 }, warcs, check)
    const keys = lines.map((line) => Buffer.from(line))
    const sorted = keys.every((key, index) => index === 0 || Buffer.compare(keys[index - 1]!, key) <= 0)
    check.that(sorted, name, 'is not sorted by bytes')
  }
}

function checkIndexLine(
  { name, line, number }: { name: string; line: string; number: number },
  warcs: Map<string, WalkedRecord[]>,
  check: Check,
): void {
  const at = `line ${number}`
  const fields = jsonOf(Buffer.from(line.slice(line.indexOf('{'))))
  if (!fields) {
    check.fail(name, `${at}: no CDXJ`)
    return
  }
  const record = warcs.get(String(fields.filename))?.find((one) => one.offset === Number(fields.offset))
  if (!record) {
    check.that(false, name, `${at}: no record at that place`)
    return
  }
  check.that(record.length === Number(fields.length), name, `${at}: the record has another length`)
  const target = record.fields.get('warc-target-uri')
  check.that(target === fields.url, name, `${at}: the record is of another address`)
  const digest = String(fields.digest)
  if (record.fields.get('warc-type') !== 'revisit' && digest !== '-') {
    check.that(matchesDigest(record.payload, digest), name, `${at}: the payload does not match the digest`)
  }
}

function indexText(name: string, content: Uint8Array): string | null {
  try {
    const plain = name.endsWith('.gz') ? gunzipSync(content, { maxOutputLength: MOST_INDEX_BYTES }) : content
    return new TextDecoder().decode(plain)
  } catch {
    return null
  }
}

function jsonOf(content: Uint8Array | undefined): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(content))
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
