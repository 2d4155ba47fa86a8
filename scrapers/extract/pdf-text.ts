/** Reads the text of a PDF, page by page. */
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { parseDate } from './parse-date.ts'

export type PdfText = {
  /** text of each page, in order; the first is page 1 */
  pages: string[]
  title: string | null
  author: string | null
  created: string | null
}

/** A form feed stands between pages, as in every text extractor for PDF: page of a place = form feeds before it + 1. */
const PAGE_BREAK = '\f'

/** Text and stated properties of a PDF, or null where it cannot be read (damaged, encrypted, no PDF). Scripts never run. */
export async function readPdf(body: Uint8Array): Promise<PdfText | null> {
  try {
    // pdf.js takes the bytes over for itself, and refuses Node's Buffer; so it gets a copy.
    const pdf = await getDocumentProxy(new Uint8Array(body), { verbosity: 0 })
    try {
      const { text } = await extractText(pdf, { mergePages: false })
      const { info } = await getMeta(pdf)
      return {
        pages: text,
        title: stated(info.Title),
        author: stated(info.Author),
        created: pdfDate(info.CreationDate),
      }
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch {
    // Every error here says the same about the file: its text cannot be read.
    return null
  }
}

/** All pages in one text, with a form feed between pages. */
export function textOfPages(pages: string[]): string {
  return pages
    .map((page) => page.trim())
    .join(`\n${PAGE_BREAK}\n`)
    .trim()
}

function stated(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** `D:YYYYMMDDHHmmSS+08'00'` (ISO 32000, 7.9.4) → date. */
function pdfDate(value: unknown): string | null {
  const found = typeof value === 'string' ? /^D:(\d{4})(\d{2})(\d{2})/.exec(value) : null
  return found ? (parseDate(`${found[1]}-${found[2]}-${found[3]}`)?.iso ?? null) : null
}
