/** A corpus of written interstitials and articles: each must be recognised for what it is. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CONTENT_CLASSES } from '#domain/capture.ts'
import { classifyContent } from '#scrapers/extract/classify-content.ts'
import { readPage } from '#scrapers/extract/read-page.ts'

const classes = new URL('../../fixtures/pages/classes/', import.meta.url)

describe.each(readdirSync(classes))('%s', (contentClass) => {
  test.each(readdirSync(new URL(`${contentClass}/`, classes)))('%s', async (file) => {
    const body = readFileSync(new URL(`${contentClass}/${file}`, classes))
    const status = Number(/\.(\d{3})\.html$/.exec(file)?.[1])
    const reading = await readPage({
      body,
      mediaType: 'text/html; charset=utf-8',
      httpCharset: 'utf-8',
      status,
      responseHeaders: [],
      url: 'https://news.example/a',
      renderedText: null,
    })
    expect(CONTENT_CLASSES).toContain(contentClass)
    expect({ is: reading.contentClass, because: reading.signals }).toMatchObject({ is: contentClass })
    if (contentClass !== 'article') expect(reading.signals).not.toEqual([])
  })
})

const article =
  'The office says that it will publish the method together with the results of the audit. '.repeat(60)
const clues = {
  status: 200,
  responseHeaders: [] as [string, string][],
  url: null,
  title: 'Northmark',
  text: article,
  article,
  html: '',
  hasPasswordField: false,
  isAccessibleForFree: null,
}

test('a site that marks its answer as a challenge is believed, whatever the page looks like', () => {
  const responseHeaders: [string, string][] = [['CF-Mitigated', 'challenge']]
  expect(classifyContent({ ...clues, responseHeaders }).contentClass).toBe('challenge')
})

test('HTTP 200 does not make a page good, and HTTP 503 does not make an article bad', () => {
  expect(classifyContent({ ...clues, text: 'Page not found', article: 'Page not found' }).contentClass).toBe(
    'soft_404',
  )
  expect(classifyContent({ ...clues, status: 503 })).toEqual({
    contentClass: 'article',
    signals: ['HTTP 503, but with an article'],
  })
})

test('a page that is stated not to be free, but shows its whole text, is the article', () => {
  expect(classifyContent({ ...clues, isAccessibleForFree: false }).contentClass).toBe('article')
})
