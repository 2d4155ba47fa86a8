import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openZip } from '#scrapers/archive/open-zip.ts'
import { createPack } from '#scrapers/archive/pack-capture.ts'
import { verifyWacz } from '#scrapers/archive/verify-wacz.ts'
import { writeZip } from '#scrapers/archive/write-zip.ts'
import { regionsOf } from '../../support/independent-wacz.ts'
import { SOFTWARE, sampleFetched, samplePacked, sampleReading } from './sample-capture.ts'

let wacz: Uint8Array

beforeAll(async () => {
  ;({ wacz } = await samplePacked())
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

describe('what a person brought as a WACZ', () => {
  test('is kept byte for byte, under nobody else’s name', async () => {
    const pack = createPack({ software: SOFTWARE, signingKeyPem: null, stamper: null })
    const brought = Buffer.from('as it came')
    const fetched = sampleFetched({ broughtWacz: brought })
    const packed = await pack(
      { fetched, reading: await sampleReading(fetched) },
      new AbortController().signal,
    )
    expect(packed).toEqual({ wacz: brought, seal: { signedBy: null, timestamp: { state: 'not_asked' } } })
  })
})

describe('verification', () => {
  test('passes an untouched file and says how much it checked, and who signed', async () => {
    const verified = await verifyWacz(wacz)
    expect(verified).toMatchObject({
      ok: true,
      problems: [],
      notes: [],
      signature: { state: 'valid', software: SOFTWARE, domain: null },
      timestamp: { state: 'none' },
    })
    expect(verified.checked).toBeGreaterThan(40)
  })

  test('names a file for one flipped bit, wherever it is', { timeout: 60_000 }, async () => {
    // A step of 7 meets every place of a bit in a byte; regions are met one by one below.
    for (let at = 0; at < wacz.length; at += 7) {
      const verified = await verifyWacz(flipped(at, 1 << (at % 8)))
      expect(verified.ok, `byte ${at}`).toBe(false)
      expect(verified.problems[0]!.file, `byte ${at}`).not.toBe('')
    }
  })

  test('names a file whatever a byte is changed into', async () => {
    const change = fc.tuple(fc.nat(wacz.length - 1), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(change, async ([at, mask]) => !(await verifyWacz(flipped(at, mask))).ok),
      { numRuns: 500, seed: 20_260_324 },
    )
  })

  test('names the part in which the byte was changed, in every region of the file', async () => {
    for (const { kind, name, start, end } of regionsOf(wacz)) {
      for (const at of [start, Math.floor((start + end) / 2), end - 1]) {
        const { problems } = await verifyWacz(flipped(at, 0x01))
        const named = problems.map(({ file }) => file)
        const accepted = kind === 'content' ? [name] : [name, '(zip)']
        expect(
          named.some((file) => accepted.includes(file)),
          `${kind} of ${name}, byte ${at}: ${JSON.stringify(problems)}`,
        ).toBe(true)
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
      'indexes/index.cdxj': (content) => content.replace(/"offset":\d+/, '"offset":1'),
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
      writeZip([...kept, { name: 'extra.txt', bytes: Buffer.from('x') }], new Date(0)),
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
