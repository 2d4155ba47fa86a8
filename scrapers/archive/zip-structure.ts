/** Reads a ZIP byte by byte, and names every byte that contradicts another. Shares no code with what writes. */
import { crc32, inflateRawSync } from 'node:zlib'
import { type CentralEntry, readZipDirectory, WHOLE, type ZipProblem } from './zip-directory.ts'
import { compareExtras, extraFields, hasZip64, zip64Numbers } from './zip-extra.ts'

export type ZipFileEntry = { name: string; content: Uint8Array | null }
export type ZipStructure = {
  entries: ZipFileEntry[]
  problems: ZipProblem[]
  /**
   * Bytes that stand in the file once only and are covered by no checksum: comments, attributes, some extra fields.
   * Nothing in the file could contradict them. Zero for files of this house.
   */
  unproven: number
  /** what lacks the constants that this house writes (no extra fields, no comments, one kind of attributes): names */
  notHouseMade: string[]
}

const LOCAL_BYTES = 30
const MOST_CONTENT_BYTES = 400 * 1024 * 1024
const HAS_DESCRIPTOR = 0x8
const MAX_32 = 0xffffffff
/** Made-by, internal and external attributes of one directory entry. */
const ATTRIBUTE_BYTES = 8
const HOUSE = { madeBy: 0x033f, internalAttributes: 0, externalAttributes: 0o100644 * 65_536 }

/**
 * All entries of a ZIP or ZIP64 without encryption (APPNOTE 4.3). `problems` is empty when every byte is accounted for:
 * the directory lies where the end record says, headers agree with each other, entries follow each other without gaps
 * from the first byte on, and contents match size and CRC. `content` is null where it cannot be read.
 */
export function zipStructure(bytes: Uint8Array): ZipStructure {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const problems: ZipProblem[] = []
  const directory = readZipDirectory(zip, problems)
  if (!directory) return { entries: [], problems, unproven: 0, notHouseMade: [WHOLE] }
  const reader = new EntryReader(zip, problems)
  const entries = reader.readAll(directory.entries, directory.directoryAt)
  const notHouseMade = directory.entries.filter((one) => !isHouseMade(one)).map(({ name }) => name)
  if (directory.unproven > 0) notHouseMade.push(WHOLE)
  const stated = directory.entries.reduce((sum, one) => sum + ATTRIBUTE_BYTES + one.commentBytes, 0)
  const unproven = notHouseMade.length === 0 ? 0 : directory.unproven + stated + reader.unproven
  return { entries, problems, unproven, notHouseMade }
}

function isHouseMade(entry: CentralEntry): boolean {
  return (
    entry.madeBy === HOUSE.madeBy &&
    entry.internalAttributes === HOUSE.internalAttributes &&
    entry.externalAttributes === HOUSE.externalAttributes &&
    entry.extras?.size === 0 &&
    entry.commentBytes === 0
  )
}

class EntryReader {
  unproven = 0
  private readonly zip: Buffer
  private readonly problems: ZipProblem[]

  constructor(zip: Buffer, problems: ZipProblem[]) {
    this.zip = zip
    this.problems = problems
  }

  readAll(centrals: CentralEntry[], directoryAt: number): ZipFileEntry[] {
    const inOrder = [...centrals].sort((one, other) => one.localAt - other.localAt)
    const entries: ZipFileEntry[] = []
    let expectedAt = 0
    let contentBytes = 0
    for (const [index, central] of inOrder.entries()) {
      const say = (problem: string) => this.problems.push({ file: central.name, problem })
      if (central.localAt !== expectedAt) say('does not follow the entry before it')
      const nextAt = inOrder[index + 1]?.localAt ?? directoryAt
      contentBytes += central.contentBytes
      const within = contentBytes <= MOST_CONTENT_BYTES
      if (!within) say('too large to check')
      entries.push({
        name: central.name,
        content: within ? this.readEntry(central, nextAt, say) : null,
      })
      expectedAt = nextAt
    }
    if (inOrder.length === 0 && directoryAt !== 0)
      this.problems.push({ file: WHOLE, problem: 'bytes before the directory that belong to no entry' })
    return entries
  }

  private readEntry(
    central: CentralEntry,
    nextAt: number,
    say: (problem: string) => void,
  ): Uint8Array | null {
    const { zip } = this
    const at = central.localAt
    if (!(at + LOCAL_BYTES <= zip.length) || zip.readUInt32LE(at) !== 0x04034b50) {
      say('has no header of its own')
      return null
    }
    const nameBytes = zip.readUInt16LE(at + 26)
    const nameAt = at + LOCAL_BYTES
    const dataAt = nameAt + nameBytes + zip.readUInt16LE(at + 28)
    const extras = extraFields(zip.subarray(nameAt + nameBytes, dataAt))
    if (!zip.subarray(nameAt, nameAt + nameBytes).equals(central.rawName)) say('has two names')
    if (!extras) say('has broken extra fields')
    else if (central.extras) {
      const compared = compareExtras(extras, central.extras)
      if (!compared.agree) say('has two headers whose extra fields disagree')
      this.unproven += compared.unproven
    }
    const dataEnd = dataAt + central.compressedBytes
    const described = (central.flags & HAS_DESCRIPTOR) !== 0
    const [localContent, localCompressed] = zip64Numbers(extras) ?? []
    const same = (stated: number, wide: number | undefined, actual: number) =>
      stated === actual ||
      (stated === MAX_32 && (wide === undefined ? described : wide === actual)) ||
      (described && stated === 0)
    // Writers of ZIP64 raise the version in one header only.
    const versioned = hasZip64(central.extras) ? 2 : 0
    this.unproven += 2 * versioned
    if (
      !zip.subarray(at + 4 + versioned, at + 14).equals(central.repeated.subarray(versioned)) ||
      !(zip.readUInt32LE(at + 14) === central.crc || (described && zip.readUInt32LE(at + 14) === 0)) ||
      !same(zip.readUInt32LE(at + 18), localCompressed, central.compressedBytes) ||
      !same(zip.readUInt32LE(at + 22), localContent, central.contentBytes)
    )
      say('has two headers that disagree')
    const followed = described ? isDescriptor(zip.subarray(dataEnd, nextAt), central) : dataEnd === nextAt
    if (!followed) say('is followed by bytes that belong to nothing')
    const content = contentOf(zip.subarray(dataAt, dataEnd), central)
    if (!content) say('cannot be unpacked')
    else if (content.length !== central.contentBytes) say('has another length than stated')
    else if (crc32(content) !== central.crc) say('does not match its CRC')
    return content
  }
}

/** The data descriptor repeats CRC and sizes, in 32 or 64 bits, after a signature or without one (APPNOTE 4.3.9). */
function isDescriptor(bytes: Buffer, central: CentralEntry): boolean {
  const signed = bytes.length === 16 || bytes.length === 24
  if (![12, 16, 20, 24].includes(bytes.length)) return false
  if (signed && bytes.readUInt32LE(0) !== 0x08074b50) return false
  const numbers = signed ? bytes.subarray(4) : bytes
  const wide = numbers.length === 20
  const sizeAt = (at: number) =>
    wide ? Number(numbers.readBigUInt64LE(4 + 2 * at)) : numbers.readUInt32LE(4 + at)
  return (
    numbers.readUInt32LE(0) === central.crc &&
    sizeAt(0) === central.compressedBytes &&
    sizeAt(4) === central.contentBytes
  )
}

function contentOf(data: Buffer, central: CentralEntry): Buffer | null {
  if (central.method === 0) return data
  if (central.method !== 8) return null
  try {
    const { buffer, engine } = inflateRawSync(data, {
      info: true,
      maxOutputLength: central.contentBytes + 1,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } }
    // Bytes behind the end of the compressed stream would be carried along unseen.
    return engine.bytesWritten === data.length ? buffer : null
  } catch {
    return null
  }
}
