/** The readers that are compared: ours, and Readability on linkedom with what it says of itself. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { decodePage } from '#scrapers/extract/decode-page.ts'
import { readPage } from '#scrapers/extract/read-page.ts'
import { visibleText } from '#scrapers/extract/visible-text.ts'
import type { PageAnswer, PageCase } from './page-case.ts'

export type Reader = { name: string; read: (page: PageCase) => Promise<{ answer: PageAnswer; ms: number }> }

const NOTHING: PageAnswer = {
  title: null,
  byline: null,
  publisher: null,
  published: null,
  language: null,
  body: '',
}

export const ours: Reader = {
  name: 'ours',
  async read({ html, url }) {
    const started = performance.now()
    const { article, ...said } = await readPage({
      body: html,
      mediaType: 'text/html',
      httpCharset: null,
      status: 200,
      responseHeaders: [],
      url,
      renderedText: null,
    })
    return { answer: { ...said, body: article }, ms: performance.now() - started }
  },
}

/** The page is decoded for it and framed where it has no frame, outside the time: it knows no charsets and throws without. */
export const readability: Reader = {
  name: 'readability + linkedom',
  async read({ html }) {
    const text = decodePage(html, { httpCharset: null }).text
    const framed = /<body/i.test(text)
      ? text
      : `<!doctype html><html><head></head><body>${text}</body></html>`
    const started = performance.now()
    const parsed = parse(framed)
    const ms = performance.now() - started
    if (!parsed) return { answer: NOTHING, ms }
    return {
      answer: {
        title: parsed.title ?? null,
        byline: parsed.byline ?? null,
        publisher: parsed.siteName ?? null,
        published: parsed.publishedTime ?? null,
        language: parsed.lang ?? null,
        body: visibleText(parsed.content ?? ''),
      },
      ms,
    }
  },
}

function parse(html: string) {
  try {
    return new Readability(parseHTML(html).document as unknown as Document).parse()
  } catch {
    return null
  }
}
