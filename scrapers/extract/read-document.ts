/** Reads a PDF as a document: its text with page breaks, what it states about itself, and why it cannot be read where it cannot. */
import type { PageReading } from '#scrapers/contract.ts'
import { pageLanguage } from './page-language.ts'
import { openPdf, textOfPages } from './pdf-text.ts'

const NOTHING: Omit<PageReading, 'contentClass' | 'signals'> = {
  ...{ text: '', article: '', title: null, byline: null, publisher: null, published: null, modified: null },
  ...{ language: null, charset: null, charsetFrom: null, replacementCharacters: 0 },
}

/** A page that could not be read: no text, and the reason to record. */
export function unread(trouble: NonNullable<PageReading['trouble']>): PageReading {
  return { ...NOTHING, contentClass: 'binary', signals: [trouble.message], trouble }
}

/** Never throws for what a file contains. A scan is a document without text: a person can read its pages. */
export async function readDocument(body: Uint8Array): Promise<PageReading> {
  const answer = await openPdf(body)
  if (!answer.ok) return unread({ reason: 'decode_failed', message: answer.message })
  const { pages, pageCount, title, author, created } = answer.pdf
  const text = textOfPages(pages)
  const empty = pages.filter((page) => page.trim() === '').length
  const signals = [
    `a PDF of ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}`,
    ...(pages.length < pageCount ? [`read up to page ${pages.length}`] : []),
    ...(empty > 0 && empty === pages.length ? ['without text: its pages are pictures, as of a scan'] : []),
    ...(empty > 0 && empty < pages.length ? [`${empty} of the pages without text`] : []),
  ]
  return {
    ...NOTHING,
    contentClass: 'document',
    signals,
    text,
    article: text,
    title,
    byline: author,
    published: created,
    language: pageLanguage(null, text),
  }
}
