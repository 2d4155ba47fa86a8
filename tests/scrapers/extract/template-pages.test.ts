/** Whole pages in the templates of publishing systems and sites, in six languages, read as a worker reads them. */
import { describe, expect, test } from 'vitest'
import { readPage } from '#scrapers/extract/read-page.ts'
import { bodyF1, sameDay, sameNames } from '../../bench/pages/page-score.ts'
import { templatePages } from '../../bench/pages/template-pages.ts'

const LEAST_F1 = 0.92
/** A list of mails states its sender nowhere but in bold letters. */
const UNREAD_AUTHORS = new Set(['pre-text-memo'])

describe('a page in a known template gives its body, day, author, title and publisher', () => {
  test.each(templatePages().map((page) => [page.name, page] as const))(
    '%s',
    async (name, { html, url, gold }) => {
      const reading = await readPage({
        body: html,
        mediaType: 'text/html',
        httpCharset: null,
        status: 200,
        responseHeaders: [],
        url,
        renderedText: null,
      })
      expect(bodyF1(reading.article, gold.body)).toBeGreaterThan(LEAST_F1)
      expect(reading.title).toBe(gold.title)
      expect(reading.language?.slice(0, 2)).toBe(gold.language)
      expect({
        day: reading.published,
        right: sameDay(reading.published, gold.published ?? null),
      }).toMatchObject({
        right: true,
      })
      if (gold.publisher) expect(reading.publisher).toBe(gold.publisher)
      if (gold.byline && !UNREAD_AUTHORS.has(name))
        expect({ author: reading.byline, right: sameNames(reading.byline, gold.byline) }).toMatchObject({
          right: true,
        })
    },
  )
})
