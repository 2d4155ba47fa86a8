/** Writes files into a ZIP whose bytes depend on nothing but the files and a date. */
import { crc32 } from 'node:zlib'

export type ZipInput = { name: string; bytes: Uint8Array }

/** ZIP knows no earlier year. */
const FIRST_YEAR = 1980
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const END_BYTES = 22
/** Beyond, sizes and places need ZIP64; a capture is bounded far below. */
const MOST_BYTES = 0xffffffff
const MOST_FILES = 0xffff
/** Written by a Unix program after APPNOTE 6.3; needs 2.0 to be read; names are UTF-8; a plain file that all may read. */
const MADE_BY = 0x033f
const NEEDED = 20
const UTF8_NAMES = 0x0800
const PLAIN_FILE = 0o100644 * 65_536

/**
 * A ZIP (APPNOTE 4.3) with every file stored as it is: archives inside are compressed already, can be read by range, and a
 * checksum of stored bytes misses no bit. Times are the day only: ZIP keeps local time, and noon exists in every time zone.
 * Throws for more than 4 GB or 65,535 files, which no capture comes near.
 */
export function writeZip(files: ZipInput[], day: Date): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Buffer[] = []
  const date = dosDate(day)
  let at = 0
  for (const { name, bytes } of files) {
    const entry = { name: Buffer.from(name), date, checksum: crc32(bytes), size: bytes.length }
    const head = localHeader(entry)
    directory.push(centralHeader(entry, at))
    pieces.push(head, bytes)
    at += head.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  if (at + listed.length > MOST_BYTES || files.length > MOST_FILES)
    throw new Error(`A ZIP of ${files.length} files and ${at} bytes would need ZIP64.`)
  return Buffer.concat([...pieces, listed, endRecord(files.length, listed.length, at)])
}

type Entry = { name: Buffer; date: number; checksum: number; size: number }

function localHeader(entry: Entry): Buffer {
  const head = Buffer.alloc(LOCAL_BYTES + entry.name.length)
  head.writeUInt32LE(0x04034b50, 0)
  writeShared(head, 4, entry)
  entry.name.copy(head, LOCAL_BYTES)
  return head
}

function centralHeader(entry: Entry, localAt: number): Buffer {
  const head = Buffer.alloc(CENTRAL_BYTES + entry.name.length)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(MADE_BY, 4)
  writeShared(head, 6, entry)
  head.writeUInt32LE(PLAIN_FILE, 38)
  head.writeUInt32LE(localAt, 42)
  entry.name.copy(head, CENTRAL_BYTES)
  return head
}

/** What both headers of a file say in the same order. Method and extra fields stay zero: stored, and none. */
function writeShared(head: Buffer, at: number, { name, date, checksum, size }: Entry): void {
  head.writeUInt16LE(NEEDED, at)
  head.writeUInt16LE(UTF8_NAMES, at + 2)
  head.writeUInt32LE(date, at + 6)
  head.writeUInt32LE(checksum, at + 10)
  head.writeUInt32LE(size, at + 14)
  head.writeUInt32LE(size, at + 18)
  head.writeUInt16LE(name.length, at + 22)
}

function endRecord(files: number, directoryBytes: number, directoryAt: number): Buffer {
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(directoryAt, 16)
  return end
}

/** Noon of the day in UTC, as MS-DOS writes date (high half) and time (low half). */
function dosDate(day: Date): number {
  const year = Math.max(FIRST_YEAR, day.getUTCFullYear()) - FIRST_YEAR
  const date = (year << 9) | ((day.getUTCMonth() + 1) << 5) | day.getUTCDate()
  return date * 65_536 + (12 << 11)
}
