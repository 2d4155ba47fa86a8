/** Pages like to lead links through a counter of their own; the real address is one of its parameters. */

/** The address that a link means; null for what is no web address. Only counters of the page's own host are seen through. */
export function unwrapLink(href: string, here: URL): URL | null {
  if (!/^https?:/.test(href) || !URL.canParse(href)) return null
  const url = new URL(href)
  if (url.host !== here.host) return url
  const inner = [...url.searchParams.values()].find(
    (value) => /^https?:\/\//.test(value) && URL.canParse(value),
  )
  return inner ? new URL(inner) : url
}
