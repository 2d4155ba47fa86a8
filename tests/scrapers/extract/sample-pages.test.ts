/** Whole invented pages in the layouts that news sites, blogs and offices use, with their bodies written down by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPage } from '#scrapers/extract/read-page.ts'

const pages = new URL('../../fixtures/pages/layouts/', import.meta.url)
const LEAST_F1 = 0.97

describe('a page gives its body and says when and by whom it was published', () => {
  test.each(readdirSync(pages))('%s', async (slug) => {
    const body = readFileSync(new URL(`${slug}/body.txt`, pages), 'utf8')
    const { url, ...expected } = JSON.parse(readFileSync(new URL(`${slug}/expected.json`, pages), 'utf8'))
    const reading = await readPage({
      body: readFileSync(new URL(`${slug}/page.html`, pages)),
      mediaType: 'text/html',
      httpCharset: null,
      status: 200,
      responseHeaders: [],
      url,
      renderedText: null,
    })
    const { published, ...rest } = expected
    expect(reading).toMatchObject(rest)
    expect(reading.published?.slice(0, published.length)).toBe(published)
    expect(f1(reading.article, body)).toBeGreaterThan(LEAST_F1)
  })
})

/** Harmonic mean of precision and recall over runs of four words; a Han character is a word. */
function f1(one: string, other: string): number {
  const runs = runsOf(one)
  const left = new Map<string, number>()
  for (const run of runsOf(other)) left.set(run, (left.get(run) ?? 0) + 1)
  const total = [...left.values()].reduce((sum, count) => sum + count, 0)
  let shared = 0
  for (const run of runs) {
    const count = left.get(run) ?? 0
    if (count > 0) shared += 1
    left.set(run, count - 1)
  }
  return (2 * shared) / (runs.length + total)
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  return words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '))
}
