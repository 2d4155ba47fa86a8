/** Checks the list of pages of a WACZ against its index and its datapackage. */

import { jsonOf, type Verification } from './verification.ts'
import type { Indexed } from './verify-records.ts'

const PAGES = 'pages/pages.jsonl'

/**
 * pages.jsonl must be there, and every page have an address and a time (WACZ 1.1.1). In files of this house (`isStrict`)
 * each page is in the index at its second, and the main page of the datapackage is one of them; others may list pages
 * that failed, which is worth a note.
 */
export function checkPages(
  files: Map<string, Uint8Array>,
  datapackage: Record<string, unknown>,
  indexed: Indexed,
  isStrict: boolean,
  check: Verification,
): void {
  const content = files.get(PAGES)
  if (!content) {
    check.fail(PAGES, 'is missing')
    return
  }
  const complain = (file: string, problem: string) =>
    isStrict ? check.fail(file, problem) : check.note(file, problem)
  const lines = new TextDecoder()
    .decode(content)
    .split('\n')
    .filter((line) => line.trim() !== '')
  check.that(jsonOf(lines[0]) !== null, PAGES, 'does not begin with a header')
  const pages: { url: string; ts: string }[] = []
  for (const [index, line] of lines.slice(1).entries()) {
    const { url, ts } = jsonOf(line) ?? {}
    const at = `line ${index + 2}`
    const isPage = typeof url === 'string' && typeof ts === 'string' && !Number.isNaN(Date.parse(ts))
    check.that(isPage, PAGES, `${at}: names no page with address and time`)
    if (!isPage) continue
    pages.push({ url, ts })
    const seconds = indexed.get(url)
    const second = new Date(ts).toISOString().replace(/\D/g, '').slice(0, 14)
    if (!seconds) complain(PAGES, `${at}: the page ${url} is not in the index`)
    else if (!seconds.has(second)) complain(PAGES, `${at}: the page ${url} is not in the index at that time`)
  }
  const { mainPageUrl, mainPageDate } = datapackage
  if (typeof mainPageUrl !== 'string') return
  const main = pages.filter(({ url }) => url === mainPageUrl)
  check.count(1)
  if (main.length === 0) complain('datapackage.json', 'names a main page that is not among the pages')
  else if (
    typeof mainPageDate === 'string' &&
    !main.some(({ ts }) => Date.parse(ts) === Date.parse(mainPageDate))
  )
    complain('datapackage.json', 'gives the main page another time than the list of pages')
}
