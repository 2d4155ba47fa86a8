import { expect, test } from 'vitest'
import { articleText } from '#scrapers/extract/article-text.ts'
import { openPage } from '#scrapers/extract/open-page.ts'

const sentence = 'The office says that it will publish the method together with the results, and soon. '
const story = `<p>${sentence.repeat(3)}</p>`.repeat(6)
const menu = '<ul><li><a href="/1">Harbour reopens</a></li><li><a href="/2">Budget passes</a></li></ul>'

test('the body is read without menus and teasers', () => {
  const text = articleText(
    openPage(`<html><body><nav>${menu}</nav><article>${story}</article>${menu}</body></html>`),
  )
  expect(text).toContain(sentence.trim())
  expect(text).not.toContain('Harbour reopens')
})

test('a page without html and body elements is read as well', () => {
  expect(articleText(openPage(`<title>x</title>${story}`))).toContain(sentence.trim())
})

test('a page without running text has no body', () => {
  expect(articleText(openPage('<html><body></body></html>'))).toBe('')
})

test('pages built to take time give their text by density alone, in time', () => {
  const hostile = [
    `${'<div>'.repeat(500)}${'请看全文'.repeat(50_000)}`,
    `<br>`.repeat(30_000) + story,
    `${'<p>a b c d e f g'.repeat(30_000)}`,
    `${'<div>'.repeat(500)}${'x \n '.repeat(100_000)}`,
  ]
  for (const html of hostile) {
    const started = performance.now()
    expect(articleText(openPage(html)).length).toBeGreaterThan(100)
    expect(performance.now() - started).toBeLessThan(6000)
  }
})
