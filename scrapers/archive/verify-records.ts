/** Checks the WARCs of a WACZ and its index against each other: every digest, place and length that either states. */
import { gunzipSync } from 'node:zlib'
import { matchesDigest } from './matches-digest.ts'
import { payloadForms } from './payload-forms.ts'
import { jsonOf, type Verification } from './verification.ts'
import { type WalkedRecord, walkWarc } from './walk-warc.ts'

type IndexLine = { name: string; at: string; timestamp: string; fields: Record<string, unknown> }

/** What the pages of a WACZ are held against: addresses with the seconds at which they are indexed. */
export type Indexed = Map<string, Set<string>>

const MOST_INDEX_BYTES = 200 * 1024 * 1024
const INDEXED_TYPES = ['response', 'resource', 'revisit']
const MANDATORY = ['warc-record-id', 'warc-date', 'warc-type', 'content-length']

/** `isComplete` says that every record with content must be in the index, as in files of this house. */
export function checkRecords(
  files: Map<string, Uint8Array>,
  isComplete: boolean,
  check: Verification,
): Indexed {
  const { lines, indexed } = readIndexes(files, check)
  for (const [name, content] of files) {
    if (!/^archive\/.*\.warc(?:\.gz)?$/.test(name)) continue
    let unindexed = 0
    for (const record of walkWarc(content)) {
      if ('problem' in record) {
        check.fail(name, record.problem)
        continue
      }
      checkRecord(name, record, check)
      const key = placeKey(name.slice('archive/'.length), record.offset)
      const pointing = lines.get(key) ?? []
      for (const line of pointing) checkLine(line, record, check)
      lines.delete(key)
      if (pointing.length === 0 && INDEXED_TYPES.includes(record.fields.get('warc-type') ?? '')) {
        unindexed += 1
        if (isComplete) check.fail(name, `record at byte ${record.offset}: is not in the index`)
      }
    }
    if (unindexed > 0 && !isComplete) check.note(name, `${unindexed} records are not in the index`)
  }
  for (const line of [...lines.values()].flat())
    check.that(false, line.name, `${line.at}: no record at that place`)
  return indexed
}

function checkRecord(name: string, record: WalkedRecord, check: Verification): void {
  const at = `record at byte ${record.offset}`
  const { fields } = record
  for (const field of MANDATORY) check.that(fields.has(field), name, `${at}: lacks ${field}`)
  const block = fields.get('warc-block-digest')
  if (block) check.that(matchesDigest(record.block, block), name, `${at}: block does not match its digest`)
  const payload = fields.get('warc-payload-digest')
  if (payload && fields.get('warc-type') !== 'revisit')
    check.that(hasPayload(record, payload), name, `${at}: payload does not match its digest`)
}

/** Some tools digest what was sent, others what it meant after its chunks were put together. */
function hasPayload(record: WalkedRecord, digest: unknown): boolean {
  return payloadForms(record).some((form) => matchesDigest(form, digest))
}

function checkLine(line: IndexLine, record: WalkedRecord, check: Verification): void {
  const { name, at, fields, timestamp } = line
  check.that(record.length === Number(fields.length), name, `${at}: the record has another length`)
  check.that(
    record.fields.get('warc-target-uri') === fields.url,
    name,
    `${at}: the record is of another address`,
  )
  const date = (record.fields.get('warc-date') ?? '').replace(/\D/g, '')
  check.that(date.startsWith(timestamp.slice(0, 14)), name, `${at}: the record is of another time`)
  const status = /^HTTP\/\S+ (\d{3})/.exec(record.block.toString('latin1', 0, 20))?.[1]
  if (status && record.fields.get('warc-type') === 'response' && fields.status !== undefined)
    check.that(String(fields.status) === status, name, `${at}: the record has another status`)
  const digest = String(fields.digest ?? '-')
  if (record.fields.get('warc-type') !== 'revisit' && digest !== '-')
    check.that(hasPayload(record, digest), name, `${at}: the payload does not match the digest`)
  if (fields.recordDigest !== undefined)
    check.that(matchesDigest(record.raw, fields.recordDigest), name, `${at}: the record has another digest`)
}

function readIndexes(
  files: Map<string, Uint8Array>,
  check: Verification,
): { lines: Map<string, IndexLine[]>; indexed: Indexed } {
  const lines = new Map<string, IndexLine[]>()
  const indexed: Indexed = new Map()
  let indexes = 0
  for (const [name, content] of files) {
    if (!/^indexes\/.*\.cdxj?(?:\.gz)?$/.test(name)) continue
    indexes += 1
    const texts = indexLines(name, content)
    if (!texts) {
      check.fail(name, 'cannot be unpacked')
      continue
    }
    const keys = texts.map((text) => Buffer.from(text))
    const sorted = keys.every((key, index) => index === 0 || Buffer.compare(keys[index - 1]!, key) <= 0)
    check.that(sorted, name, 'is not sorted by bytes')
    for (const [index, text] of texts.entries()) {
      const at = `line ${index + 1}`
      const timestamp = /^\S+ (\d{14}(?:\d{3})?) \{/.exec(text)?.[1]
      const fields = jsonOf(text.slice(text.indexOf('{')))
      if (!fields || !timestamp || fields.url === undefined) {
        check.fail(name, `${at}: no CDXJ`)
        continue
      }
      const key = placeKey(String(fields.filename), Number(fields.offset))
      const url = String(fields.url)
      lines.set(key, [...(lines.get(key) ?? []), { name, at, timestamp, fields }])
      indexed.set(url, (indexed.get(url) ?? new Set()).add(timestamp.slice(0, 14)))
    }
  }
  check.that(indexes > 0, 'indexes/', 'holds no index')
  return { lines, indexed }
}

function placeKey(filename: string, offset: number): string {
  return `${offset} ${filename}`
}

/** The lines with content; `!meta` lines of compressed indexes are none. */
function indexLines(name: string, content: Uint8Array): string[] | null {
  try {
    const plain = name.endsWith('.gz') ? gunzipSync(content, { maxOutputLength: MOST_INDEX_BYTES }) : content
    return new TextDecoder()
      .decode(plain)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('!'))
  } catch {
    return null
  }
}
