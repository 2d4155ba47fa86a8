/** Reads the end record and the directory of a ZIP, ZIP64 included, and names what contradicts itself. */
import { type ExtraFields, extraFields, zip64Numbers } from './zip-extra.ts'

export type ZipProblem = { file: string; problem: string }

/** What the directory says of one entry. */
export type CentralEntry = {
  name: string
  rawName: Buffer
  /** version needed, flags, method, time, date: the ten bytes that both headers repeat as they are */
  repeated: Buffer
  flags: number
  method: number
  crc: number
  compressedBytes: number
  contentBytes: number
  madeBy: number
  internalAttributes: number
  externalAttributes: number
  extras: ExtraFields
  commentBytes: number
  localAt: number
}

export type ZipDirectory = {
  entries: CentralEntry[]
  /** where the directory begins: entries end here */
  directoryAt: number
  /** bytes of the end record that nothing repeats: a comment, the makers' version in a ZIP64 record */
  unproven: number
}

export const WHOLE = '(zip)'
const END_BYTES = 22
const END64_BYTES = 56
const LOCATOR_BYTES = 20
const CENTRAL_BYTES = 46
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 10_000
const MAX_16 = 0xffff
const MAX_32 = 0xffffffff

/** The directory (APPNOTE 4.3.12 to 4.3.16), or null when there is no end record. Complaints go to `problems`. */
export function readZipDirectory(zip: Buffer, problems: ZipProblem[]): ZipDirectory | null {
  const endAt = findEnd(zip)
  if (endAt === -1) {
    problems.push({ file: WHOLE, problem: 'no end record: not a ZIP, or cut off' })
    return null
  }
  const say = (problem: string) => problems.push({ file: WHOLE, problem })
  const end = readEnd(zip, endAt, say)
  if (!end) return { entries: [], directoryAt: 0, unproven: 0 }
  const { count, directoryAt, directoryEnd, unproven } = end
  if (count > MOST_ENTRIES) {
    say(`more than ${MOST_ENTRIES} entries`)
    return { entries: [], directoryAt, unproven }
  }
  const entries: CentralEntry[] = []
  let at = directoryAt
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > directoryEnd || zip.readUInt32LE(at) !== 0x02014b50) {
      say(`entry ${index + 1} of the directory is damaged`)
      return { entries, directoryAt, unproven }
    }
    const [entry, bytes] = centralAt(zip, at)
    if (zip.readUInt16LE(at + 34) !== 0)
      problems.push({ file: entry.name, problem: 'said to be on another disk' })
    if (!entry.extras)
      problems.push({ file: entry.name, problem: 'has broken extra fields in the directory' })
    entries.push(entry)
    at += bytes
  }
  if (at !== directoryEnd) say('bytes in the directory that belong to no entry')
  return { entries, directoryAt, unproven }
}

function findEnd(zip: Buffer): number {
  const lowest = Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT)
  for (let at = zip.length - END_BYTES; at >= lowest; at -= 1) {
    if (zip.readUInt32LE(at) === 0x06054b50) return at
  }
  return -1
}

type End = { count: number; directoryAt: number; directoryEnd: number; unproven: number }

function readEnd(zip: Buffer, endAt: number, say: (problem: string) => void): End | null {
  const commentBytes = zip.readUInt16LE(endAt + 20)
  if (endAt + END_BYTES + commentBytes !== zip.length) say('bytes after the end record')
  if (zip.readUInt32LE(endAt + 4) !== 0) say('the end record speaks of several disks')
  const stated = {
    onDisk: zip.readUInt16LE(endAt + 8),
    count: zip.readUInt16LE(endAt + 10),
    bytes: zip.readUInt32LE(endAt + 12),
    at: zip.readUInt32LE(endAt + 16),
  }
  if (stated.onDisk !== stated.count) say('the end record gives two numbers of entries')
  const locatorAt = endAt - LOCATOR_BYTES
  const hasZip64 = locatorAt >= 0 && zip.readUInt32LE(locatorAt) === 0x07064b50
  if (!hasZip64) {
    if (stated.at + stated.bytes !== endAt) say('the directory is not where the end record says')
    return { count: stated.count, directoryAt: stated.at, directoryEnd: endAt, unproven: commentBytes }
  }
  const end64At = numberAt(zip, locatorAt + 8)
  if (end64At + END64_BYTES > locatorAt || zip.readUInt32LE(end64At) !== 0x06064b50) {
    say('the ZIP64 end record is not where its locator says')
    return null
  }
  const count = numberAt(zip, end64At + 32)
  const bytes = numberAt(zip, end64At + 40)
  const directoryAt = numberAt(zip, end64At + 48)
  const sound =
    zip.readUInt32LE(locatorAt + 4) === 0 &&
    zip.readUInt32LE(locatorAt + 16) === 1 &&
    end64At + 12 + numberAt(zip, end64At + 4) === locatorAt &&
    zip.readUInt32LE(end64At + 16) === 0 &&
    zip.readUInt32LE(end64At + 20) === 0 &&
    numberAt(zip, end64At + 24) === count &&
    directoryAt + bytes === end64At &&
    [MAX_16, count].includes(stated.count) &&
    [MAX_32, bytes].includes(stated.bytes) &&
    [MAX_32, directoryAt].includes(stated.at)
  if (!sound) say('the two end records contradict each other')
  // Versions (two numbers of two bytes) and what follows the fixed part stand nowhere else.
  const unproven = commentBytes + 4 + Math.max(0, locatorAt - end64At - END64_BYTES)
  return { count, directoryAt, directoryEnd: end64At, unproven }
}

/** A 64-bit number; one beyond what a file can have becomes infinite, and no comparison with it holds. */
function numberAt(zip: Buffer, at: number): number {
  const number = zip.readBigUInt64LE(at)
  return number > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(number)
}

function centralAt(zip: Buffer, at: number): [CentralEntry, number] {
  const nameBytes = zip.readUInt16LE(at + 28)
  const extraBytes = zip.readUInt16LE(at + 30)
  const commentBytes = zip.readUInt16LE(at + 32)
  const rawName = zip.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes)
  const extraAt = at + CENTRAL_BYTES + nameBytes
  const extras = extraFields(zip.subarray(extraAt, extraAt + extraBytes))
  const wide = zip64Numbers(extras) ?? []
  /** A number of 32 bits stands for one in the ZIP64 field when all its bits are set. */
  const widened = (number: number) => (number === MAX_32 ? (wide.shift() ?? MAX_32) : number)
  const contentBytes = widened(zip.readUInt32LE(at + 24))
  const compressedBytes = widened(zip.readUInt32LE(at + 20))
  const localAt = widened(zip.readUInt32LE(at + 42))
  const entry: CentralEntry = {
    name: rawName.toString('utf8'),
    rawName,
    repeated: zip.subarray(at + 6, at + 16),
    flags: zip.readUInt16LE(at + 8),
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    compressedBytes,
    contentBytes,
    madeBy: zip.readUInt16LE(at + 4),
    internalAttributes: zip.readUInt16LE(at + 36),
    externalAttributes: zip.readUInt32LE(at + 38),
    extras,
    commentBytes,
    localAt,
  }
  return [entry, CENTRAL_BYTES + nameBytes + extraBytes + commentBytes]
}
