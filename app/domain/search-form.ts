/** Reads the form of a search: rows of queries, and publishers by host or address, as `runInput` takes them. */

/** What `runInput` is given: no empty row, and hosts alone. Nothing is checked here. */
export type SearchRequest = { queries: string[]; sites: string[]; language: string }

/** Queries come as rows `{ text }`; `sites` is text with a host or address in each line, or between commas. */
export function readSearchForm(fields: Record<string, unknown>): SearchRequest {
  return {
    queries: rowsOf(fields.queries).filter((query) => query !== ''),
    sites: siteHosts(text(fields.sites)),
    language: text(fields.language),
  }
}

function rowsOf(rows: unknown): string[] {
  if (!Array.isArray(rows)) return []
  return rows.map((row) => text((row as { text?: unknown } | null)?.text).trim())
}

/** `https://www.example.org/news` and `www.example.org` are both `www.example.org`; what is neither stays as it is. */
function siteHosts(typed: string): string[] {
  const hosts = typed
    .split(/[\s,;，；]+/)
    .filter(Boolean)
    .map((site) => (URL.canParse(site) ? new URL(site).hostname || site : site.replace(/\/+$/, '')))
  return [...new Set(hosts)]
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
