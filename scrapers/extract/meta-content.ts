/** Reads one `<meta>` value by name, whichever attribute names it. */
import type { CheerioAPI } from 'cheerio'

const tables = new WeakMap<CheerioAPI, Map<string, string>>()

/** First non-empty content of `<meta name|property|itemprop|http-equiv = name>`, trimmed, or null. Case does not matter. */
export function metaContent($: CheerioAPI, name: string): string | null {
  let table = tables.get($)
  if (!table) {
    table = readTable($)
    tables.set($, table)
  }
  return table.get(name.toLowerCase()) ?? null
}

function readTable($: CheerioAPI): Map<string, string> {
  const table = new Map<string, string>()
  $('meta[content]').each((_, element) => {
    const content = element.attribs.content?.trim()
    if (!content) return
    for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
      const name = element.attribs[key]?.trim().toLowerCase()
      if (name && !table.has(name)) table.set(name, content)
    }
  })
  return table
}
