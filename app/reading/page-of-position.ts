/** Says on which page of a document a place in its text stands. */

const PAGE_BREAK = '\f'

/**
 * Page of a UTF-16 position, counted from 1. Texts of documents carry a form feed between pages, as every text extractor
 * for PDF writes them; a text without one has a single page. Positions outside the text give its first or last page.
 */
export function pageOfPosition(text: string, position: number): number {
  let page = 1
  for (let at = text.indexOf(PAGE_BREAK); at !== -1 && at < position; at = text.indexOf(PAGE_BREAK, at + 1))
    page += 1
  return page
}
