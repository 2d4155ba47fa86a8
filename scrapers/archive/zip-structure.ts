/** Reads a ZIP byte by byte, and names every byte that contradicts another. Shares no code with what writes. */
import { crc32, inflateRawSync } from 'node:zlib'

export type ZipProblem = { file: string; problem: string }
export type ZipFileEntry = { name: string; content: Uint8Array | null }
export type ZipStructure = { entries: ZipFileEntry[]; problems: ZipProblem[] }

type Central = {
  name: string
  rawName: Buffer
  /** version needed, flags, method, time, date, CRC, sizes: the 26 bytes that both headers repeat */
  repeated: Buffer
  flags: number
  method: number
  crc: number
  compressedBytes: number
  contentBytes: number
  madeBy: number
  internalAttributes: number
  externalAttributes: number
  localAt: number
}

const WHOLE = '(zip)'
const END_BYTES = 22
const CENTRAL_BYTES = 46
const LOCAL_BYTES = 30
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 10_000
const MOST_CONTENT_BYTES = 400 * 1024 * 1024
const HAS_DESCRIPTOR = 0x8

/**
 * All entries of a ZIP without encryption and ZIP64 (APPNOTE 4.3). `problems` is empty when every byte is accounted for:
 * the directory lies where the end record says, headers agree with each other, entries follow each other without gaps,
 * and contents match size and CRC. `content` is null where it cannot be read.
 */
export function zipStructure(bytes: Uint8Array): ZipStructure {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const problems: ZipProblem[] = []
  const endAt = findEnd(zip)
  if (endAt === -1)
    return { entries: [], problems: [{ file: WHOLE, problem: 'no end record: not a ZIP, or cut off' }] }
  const centrals = readDirectory(zip, endAt, problems)
  const entries = readEntries(zip, centrals, zip.readUInt32LE(endAt + 16), problems)
  return { entries, problems }
}

/** Constants of files that this house writes; any other value means that the byte was changed after writing. */
export function hasForeignAttributes(bytes: Uint8Array): ZipProblem[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const endAt = findEnd(zip)
  if (endAt === -1) return []
  return readDirectory(zip, endAt, [])
    .filter(
      (one) =>
        one.madeBy !== 0x033f || one.internalAttributes !== 0 || one.externalAttributes !== 0o100644 * 65_536,
    )
    .map((one) => ({ file: one.name, problem: 'attributes in the directory differ from what was written' }))
}

function findEnd(zip: Buffer): number {
  const lowest = Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT)
  for (let at = zip.length - END_BYTES; at >= lowest; at -= 1) {
    if (zip.readUInt32LE(at) === 0x06054b50) return at
  }
  return -1
}

function readDirectory(zip: Buffer, endAt: number, problems: ZipProblem[]): Central[] {
  const say = (problem: string) => problems.push({ file: WHOLE, problem })
  const count = zip.readUInt16LE(endAt + 10)
  const directoryBytes = zip.readUInt32LE(endAt + 12)
  const directoryAt = zip.readUInt32LE(endAt + 16)
  if (zip.readUInt32LE(endAt + 4) !== 0) say('the end record speaks of several disks')
  if (zip.readUInt16LE(endAt + 8) !== count) say('the end record gives two numbers of entries')
  if (endAt + END_BYTES + zip.readUInt16LE(endAt + 20) !== zip.length) say('bytes after the end record')
  if (directoryAt + directoryBytes !== endAt) say('the directory is not where the end record says')
  if (count > MOST_ENTRIES) {
    say(`more than ${MOST_ENTRIES} entries`)
    return []
  }
  const centrals: Central[] = []
  let at = directoryAt
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > endAt || zip.readUInt32LE(at) !== 0x02014b50) {
      say(`entry ${index + 1} of the directory is damaged`)
      return centrals
    }
    const nameBytes = zip.readUInt16LE(at + 28)
    const rest = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    const central = centralAt(zip, at, nameBytes)
    if (zip.readUInt16LE(at + 34) !== 0)
      problems.push({ file: central.name, problem: 'said to be on another disk' })
    centrals.push(central)
    at += CENTRAL_BYTES + nameBytes + rest
  }
  if (at !== endAt) say('bytes in the directory that belong to no entry')
  return centrals
}

function centralAt(zip: Buffer, at: number, nameBytes: number): Central {
  const rawName = zip.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes)
  return {
    name: rawName.toString('utf8'),
    rawName,
    repeated: zip.subarray(at + 6, at + 30),
    flags: zip.readUInt16LE(at + 8),
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    compressedBytes: zip.readUInt32LE(at + 20),
    contentBytes: zip.readUInt32LE(at + 24),
    madeBy: zip.readUInt16LE(at + 4),
    internalAttributes: zip.readUInt16LE(at + 36),
    externalAttributes: zip.readUInt32LE(at + 38),
    localAt: zip.readUInt32LE(at + 42),
  }
}

function readEntries(
  zip: Buffer,
  centrals: Central[],
  directoryAt: number,
  problems: ZipProblem[],
): ZipFileEntry[] {
  const inOrder = [...centrals].sort((one, other) => one.localAt - other.localAt)
  const entries: ZipFileEntry[] = []
  let expectedAt = 0
  let contentBytes = 0
  for (const [index, central] of inOrder.entries()) {
    const say = (problem: string) => problems.push({ file: central.name, problem })
    if (central.localAt !== expectedAt) say('does not follow the entry before it')
    const nextAt = inOrder[index + 1]?.localAt ?? directoryAt
    contentBytes += central.contentBytes
    const within = contentBytes <= MOST_CONTENT_BYTES
    if (!within) say('too large to check')
    const content = within ? readEntry(zip, central, nextAt, say) : null
    entries.push({ name: central.name, content })
    expectedAt = nextAt
  }
  return entries
}

function readEntry(
  zip: Buffer,
  central: Central,
  nextAt: number,
  say: (problem: string) => void,
): Buffer | null {
  const at = central.localAt
  if (at + LOCAL_BYTES > zip.length || zip.readUInt32LE(at) !== 0x04034b50) {
    say('has no header of its own')
    return null
  }
  const described = (central.flags & HAS_DESCRIPTOR) !== 0
  const nameBytes = zip.readUInt16LE(at + 26)
  const compared = described ? 10 : 24
  if (!zip.subarray(at + 4, at + 4 + compared).equals(central.repeated.subarray(0, compared)))
    say('has two headers that disagree')
  if (!zip.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + nameBytes).equals(central.rawName))
    say('has two names')
  const dataAt = at + LOCAL_BYTES + nameBytes + zip.readUInt16LE(at + 28)
  const dataEnd = dataAt + central.compressedBytes
  const gapBytes = nextAt - dataEnd
  if (described ? ![12, 16, 20, 24].includes(gapBytes) : gapBytes !== 0)
    say('is followed by bytes that belong to nothing')
  const content = contentOf(zip.subarray(dataAt, dataEnd), central)
  if (!content) say('cannot be unpacked')
  else if (content.length !== central.contentBytes) say('has another length than stated')
  else if (crc32(content) !== central.crc) say('does not match its CRC')
  return content
}

function contentOf(data: Buffer, central: Central): Buffer | null {
  if (central.method === 0) return data
  if (central.method !== 8) return null
  try {
    return inflateRawSync(data, { maxOutputLength: central.contentBytes + 1 })
  } catch {
    return null
  }
}
