/** Reads one `<meta>` value by name, whichever attribute names it. */
import type { CheerioAPI } from 'cheerio'

const tables = new WeakMap<CheerioAPI, Map<string, string[]>>()

/** First non-empty content of `<meta name|property|itemprop|http-equiv = name>`, trimmed, or null. Case does not matter. */
export function metaContent($: CheerioAPI, name: string): string | null {
  return metaContents($, name)[0] ?? null
}

/** All of them, in the order of the page: several authors have a `<meta>` each. */
export function metaContents($: CheerioAPI, name: string): string[] {
  return tableOf($).get(name.toLowerCase()) ?? []
}

/** Contents of every `<meta>` whose name, in small letters, fits `name` and not `except`: for names no list has. */
export function metaContentsLike($: CheerioAPI, name: RegExp, except: RegExp): string[] {
  const found: string[] = []
  for (const [key, contents] of tableOf($)) if (name.test(key) && !except.test(key)) found.push(...contents)
  return found
}

function tableOf($: CheerioAPI): Map<string, string[]> {
  let table = tables.get($)
  if (!table) {
    table = readTable($)
    tables.set($, table)
  }
  return table
}

function readTable($: CheerioAPI): Map<string, string[]> {
  const table = new Map<string, string[]>()
  for (const element of $('meta').toArray()) {
    const content = element.attribs.content?.trim()
    if (!content) continue
    for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
      const name = element.attribs[key]
        ?.trim()
        .toLowerCase()
        .replace(/\s*:\s*/g, ':')
      if (!name) continue
      const listed = table.get(name)
      if (!listed) table.set(name, [content])
      else if (!listed.includes(content)) listed.push(content)
    }
  }
  return table
}
