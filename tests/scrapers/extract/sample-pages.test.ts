/** Whole invented pages in the layouts that news sites, blogs and offices use, with their bodies written down by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPage } from '#scrapers/extract/read-page.ts'
import { bodyF1 } from '../../bench/pages/page-score.ts'

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
    expect(bodyF1(reading.article, body)).toBeGreaterThan(LEAST_F1)
  })
})
