/** Writes files into a ZIP whose bytes depend on nothing but the files and a date. */
import { ZipFile } from 'yazl'

export type ZipInput = { name: string; bytes: Uint8Array }

/** ZIP knows no earlier year. */
const FIRST_YEAR = 1980

/**
 * A ZIP with every file stored as it is: archives inside are compressed already, can be read by range, and a checksum
 * of stored bytes misses no bit. Times are the day only: ZIP keeps local time, and noon exists in every time zone.
 */
export async function writeZip(files: ZipInput[], day: Date): Promise<Uint8Array> {
  const zip = new ZipFile()
  const year = Math.max(FIRST_YEAR, day.getUTCFullYear())
  const mtime = new Date(year, day.getUTCMonth(), day.getUTCDate(), 12)
  for (const { name, bytes } of files) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    zip.addBuffer(buffer, name, { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true })
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
