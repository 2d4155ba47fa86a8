/** Our ZIP beside that of a library: the same bytes. */
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { writeZip, type ZipInput } from '#scrapers/archive/write-zip.ts'

const files: ZipInput[] = [
  { name: 'archive/data.warc.gz', bytes: Buffer.alloc(70_000, 'warc ') },
  { name: 'pages/北境.jsonl', bytes: Buffer.from('{"title":"北境市"}\n') },
  { name: 'empty.txt', bytes: new Uint8Array() },
]

test.each([new Date('2026-03-24T23:30:15.250Z'), new Date(0)])(
  'is what yazl writes, dated %s',
  async (day) => {
    const zip = new ZipFile()
    const year = Math.max(1980, day.getUTCFullYear())
    const mtime = new Date(year, day.getUTCMonth(), day.getUTCDate(), 12)
    for (const { name, bytes } of files)
      zip.addBuffer(Buffer.from(bytes), name, {
        mtime,
        mode: 0o100644,
        compress: false,
        forceDosTimestamp: true,
      })
    zip.end()
    const chunks: Buffer[] = []
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
    expect(Buffer.from(writeZip(files, day)).equals(Buffer.concat(chunks))).toBe(true)
  },
)
