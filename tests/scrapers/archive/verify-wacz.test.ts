import { beforeAll, describe, expect, test } from 'vitest'
import { openZip } from '#scrapers/archive/open-zip.ts'
import { verifyWacz } from '#scrapers/archive/verify-wacz.ts'
import { writeWacz } from '#scrapers/archive/write-wacz.ts'
import { writeZip } from '#scrapers/archive/write-zip.ts'
import { SOFTWARE, sampleFetched, sampleReading } from './sample-capture.ts'

let wacz: Uint8Array

beforeAll(async () => {
  const fetched = sampleFetched()
  wacz = await writeWacz({ fetched, reading: await sampleReading(fetched), software: SOFTWARE })
})

function flipped(at: number, mask: number): Uint8Array {
  const copy = Buffer.from(wacz)
  copy[at] = copy[at]! ^ mask
  return copy
}

/** The same files with some replaced, in a sound ZIP: what somebody does who knows how to repack. */
async function repacked(replace: Record<string, (content: string) => string>): Promise<Uint8Array> {
  const zip = await openZip(wacz)
  if (!zip.ok) throw new Error(zip.message)
  const files = [...zip.files].map(([name, bytes]) => {
    const change = replace[name]
    return {
      name,
      bytes: change ? Buffer.from(change(Buffer.from(bytes).toString('latin1')), 'latin1') : bytes,
    }
  })
  return writeZip(files, sampleFetched().capturedAt)
}

describe('verification', () => {
  test('passes an untouched file and says how much it checked', async () => {
    const verified = await verifyWacz(wacz)
    expect(verified).toEqual({ ok: true, checked: expect.any(Number), problems: [] })
    expect(verified.checked).toBeGreaterThan(40)
  })

  test('names a file for one flipped byte or bit anywhere', async () => {
    for (let at = 0; at < wacz.length; at += 7) {
      for (const mask of [0xff, 0x01]) {
        const verified = await verifyWacz(flipped(at, mask))
        expect(verified.ok, `byte ${at}`).toBe(false)
        expect(verified.problems[0]!.file, `byte ${at}`).not.toBe('')
      }
    }
  })

  test('names the file that holds the flipped byte', async () => {
    for (const [needle, file] of [
      ['"mainPageUrl"', 'datapackage.json'],
      ['json-pages-1.0', 'pages/pages.jsonl'],
      ['example,post)', 'indexes/index.cdxj'],
      ['"custody"', 'stet/capture.json'],
    ] as const) {
      const verified = await verifyWacz(flipped(Buffer.from(wacz).indexOf(needle) + 2, 0x01))
      expect(verified.problems.map((one) => one.file)).toContain(file)
    }
  })

  test('finds text that was changed inside a sound ZIP', async () => {
    const changed = await repacked({
      'pages/pages.jsonl': (content) => content.replace('140 billion', '140 million'),
    })
    expect((await verifyWacz(changed)).problems).toContainEqual({
      file: 'pages/pages.jsonl',
      problem: 'does not match its digest in datapackage.json',
    })
  })

  test('finds an index that points elsewhere, even when the list was forged to match', async () => {
    const changed = await repacked({
      'indexes/index.cdxj': (content) => content.replace(/"offset":"\d+"/, '"offset":"1"'),
    })
    const problems = (await verifyWacz(changed)).problems.map(({ file, problem }) => `${file}: ${problem}`)
    expect(problems).toContainEqual(
      expect.stringMatching(/^indexes\/index\.cdxj: line 1: no record at that place/),
    )
  })

  test('finds a file that was put in and one that was taken out', async () => {
    const zip = await openZip(wacz)
    if (!zip.ok) throw new Error(zip.message)
    const kept = [...zip.files]
      .map(([name, bytes]) => ({ name, bytes }))
      .filter(({ name }) => name !== 'stet/capture.json')
    const verified = await verifyWacz(
      await writeZip([...kept, { name: 'extra.txt', bytes: Buffer.from('x') }], new Date(0)),
    )
    expect(verified.problems).toContainEqual({
      file: 'extra.txt',
      problem: 'is not listed in datapackage.json',
    })
    expect(verified.problems.map((one) => one.file)).toContain('stet/capture.json')
  })

  test('never throws: not for other files, not for a file cut off anywhere', async () => {
    expect(await verifyWacz(Buffer.from('no zip'))).toMatchObject({ ok: false })
    expect(await verifyWacz(new Uint8Array())).toMatchObject({ ok: false })
    for (let length = 1; length < wacz.length; length += 211) {
      expect((await verifyWacz(wacz.subarray(0, length))).ok).toBe(false)
    }
  })

  test('never throws for bytes that were shuffled', async () => {
    for (let seed = 1; seed < 60; seed += 1) {
      const copy = Buffer.from(wacz)
      for (let step = 0; step < 12; step += 1)
        copy[(seed * 7919 + step * 104_729) % copy.length] = (seed * 31 + step) & 0xff
      expect((await verifyWacz(copy)).ok).toBe(false)
    }
  })
})
