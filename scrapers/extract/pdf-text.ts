/** Reads the text of a PDF, page by page. */
import { getDocumentProxy, getMeta } from 'unpdf'
import type { Reason } from '#domain/attempt.ts'
import { parseDate } from './parse-date.ts'

export type PdfText = {
  /** text of each page, in order; the first is page 1 */
  pages: string[]
  /** how many pages the file has; more than `pages` where it has more than anybody reads */
  pageCount: number
  title: string | null
  author: string | null
  created: string | null
}

export type PdfAnswer = { ok: true; pdf: PdfText } | { ok: false; reason: Reason; message: string }

/** A form feed stands between pages, as in every text extractor for PDF: page of a place = form feeds before it + 1. */
const PAGE_BREAK = '\f'
/** Longer documents are read up to here, and say so. */
const MOST_PAGES = 2_000
const MOST_CHARS = 8_000_000

/** Text and stated properties of a PDF, or why there are none: locked, damaged, no PDF. Scripts never run. One page at a time. */
export async function openPdf(body: Uint8Array): Promise<PdfAnswer> {
  try {
    // pdf.js takes the bytes over for itself, and refuses Node's Buffer; so it gets a copy.
    const pdf = await getDocumentProxy(new Uint8Array(body), { verbosity: 0 })
    try {
      const pages: string[] = []
      let chars = 0
      for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && chars < MOST_CHARS; number += 1) {
        const page = await pdf.getPage(number)
        const { items } = await page.getTextContent()
        const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
        // A page that prints a form feed may not move the pages after it.
        pages.push(text.replaceAll(PAGE_BREAK, ' '))
        chars += text.length
        page.cleanup()
      }
      const { info } = await getMeta(pdf)
      const created = pdfDate(info.CreationDate)
      return {
        ok: true,
        pdf: {
          pages,
          pageCount: pdf.numPages,
          title: stated(info.Title),
          author: stated(info.Author),
          created,
        },
      }
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return {
      ok: false,
      reason: 'decode_failed',
      message: isLocked ? 'The PDF is locked with a password.' : 'The PDF is damaged and cannot be read.',
    }
  }
}

/** The same for callers that need no reason: null where the PDF cannot be read. */
export async function readPdf(body: Uint8Array): Promise<PdfText | null> {
  const answer = await openPdf(body)
  return answer.ok ? answer.pdf : null
}

/** All pages in one text, with a form feed between pages. No page is dropped, an empty one neither. */
export function textOfPages(pages: string[]): string {
  const text = pages.map((page) => page.trim()).join(`\n${PAGE_BREAK}\n`)
  // Blanks at the ends go; page breaks stay, or the pages would be counted wrongly.
  return pages.every((page) => page.trim() === '') ? '' : text.replace(/^[^\S\f]+|[^\S\f]+$/g, '')
}

function stated(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** `D:YYYYMMDDHHmmSS+08'00'` (ISO 32000, 7.9.4) → date. */
function pdfDate(value: unknown): string | null {
  const found = typeof value === 'string' ? /^D:(\d{4})(\d{2})(\d{2})/.exec(value) : null
  return found ? (parseDate(`${found[1]}-${found[2]}-${found[3]}`)?.iso ?? null) : null
}
