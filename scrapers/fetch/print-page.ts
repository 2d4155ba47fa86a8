/** Prints a page to PDF as the browser would on paper: text stays text, so that a reader can search and quote it. */
import type { Page } from 'playwright'

export type PrintedPage = { pdf: Uint8Array; why: null } | { pdf: null; why: string }

/** Pages whose markup is longer than this take a printer minutes and gigabytes. */
const MAX_MARKUP_BYTES = 5_000_000
const MAX_PDF_BYTES = 40_000_000
const PRINT_MS = 15_000

/** A4, with backgrounds. Print it last: pages may change themselves for paper. `why` says what stood in the way. */
export async function printPage(page: Page, markupBytes: number): Promise<PrintedPage> {
  if (markupBytes > MAX_MARKUP_BYTES) return { pdf: null, why: 'the page is too long to print' }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PRINT_MS, null)
  })
  const printing = page.pdf({ format: 'A4', printBackground: true, tagged: true })
  // A printer that is left behind is ended with the page; nobody waits for it any more.
  printing.catch(() => {})
  try {
    const pdf = await Promise.race([printing, late])
    if (pdf === null) return { pdf, why: 'printing took too long' }
    if (pdf.byteLength > MAX_PDF_BYTES) return { pdf: null, why: 'the print is larger than is kept' }
    return { pdf, why: null }
  } catch (error) {
    // A page that is gone ends the visit; one that cannot be printed does not.
    if (page.isClosed()) throw error
    return {
      pdf: null,
      why: `the browser could not print it: ${String((error as Error).message).split('\n')[0]}`,
    }
  } finally {
    clearTimeout(timer)
  }
}
