/** Reads a TimeMap in link format (RFC 7089 5, RFC 6690): which copies of an address an archive holds, and when each was made. */

/** `datetime` as written; `rels` in small letters. */
type WebLink = { target: string; rels: string[]; parameters: Map<string, string> }

/** One copy. `at` is ISO 8601 in UTC; `address` is where the archive plays it. */
export type Memento = { address: string; at: string }

/** `original` is the address that the copies are of; `more` are further TimeMaps that go on where this one ends. */
export type TimeMap = { original: string | null; mementos: Memento[]; more: string[] }

/** Copies of one address in one answer; nobody needs more to know the first, the newest and the nearest. */
const MAX_LINKS = 200_000

/** In order of time. Links without a target, a relation or a readable date are left out; null when nothing is a link. */
export function readTimeMap(text: string, self: string): TimeMap | null {
  const links = readLinks(text)
  if (links.length === 0) return null
  const mementos: Memento[] = []
  const more: string[] = []
  let original: string | null = null
  for (const { target, rels, parameters } of links) {
    const address = URL.canParse(target, self) ? new URL(target, self).href : null
    if (rels.includes('original')) original = target
    if (address === null) continue
    if (rels.includes('timemap') && address !== self && !more.includes(address)) more.push(address)
    const time = Date.parse(parameters.get('datetime') ?? '')
    if (rels.includes('memento') && !Number.isNaN(time))
      mementos.push({ address, at: new Date(time).toISOString() })
  }
  mementos.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { original, mementos, more }
}

/** Walks the list by hand: targets, quoted strings and dates hold the very commas and semicolons that part links. Linear. */
function readLinks(text: string): WebLink[] {
  const links: WebLink[] = []
  let at = 0
  while (at < text.length && links.length < MAX_LINKS) {
    const open = text.indexOf('<', at)
    const close = open < 0 ? -1 : text.indexOf('>', open)
    if (close < 0) break
    const target = text.slice(open + 1, close).trim()
    const { parameters, end } = readParameters(text, close + 1)
    const rels = (parameters.get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    if (target !== '' && rels.length > 0) links.push({ target, rels, parameters })
    at = end
  }
  return links
}

const NAME = /[;\s]*([\w!#$&+.^`|~-]+\*?)\s*(=?)\s*/y
const TOKEN = /[^\s;,"]*/y
const QUOTED = /"((?:[^"\\]|\\.)*)"/y
const COMMA = /[\s;]*,/y

/** Parameters up to the comma that ends the link. The first of each name counts. */
function readParameters(text: string, start: number): { parameters: Map<string, string>; end: number } {
  const parameters = new Map<string, string>()
  let at = start
  while (at < text.length) {
    COMMA.lastIndex = at
    if (COMMA.test(text)) return { parameters, end: COMMA.lastIndex }
    NAME.lastIndex = at
    const named = NAME.exec(text)
    if (!named) break
    at = NAME.lastIndex
    let value = ''
    if (named[2] === '=') {
      QUOTED.lastIndex = at
      TOKEN.lastIndex = at
      const quoted = QUOTED.exec(text)
      value = quoted ? (quoted[1] ?? '').replace(/\\(.)/g, '$1') : (TOKEN.exec(text)?.[0] ?? '')
      at = quoted ? QUOTED.lastIndex : TOKEN.lastIndex
    }
    const name = (named[1] ?? '').toLowerCase()
    if (!parameters.has(name)) parameters.set(name, value)
  }
  // What is no parameter ends at the next link, so that one broken entry does not take the rest with it.
  const next = text.indexOf('<', at)
  return { parameters, end: next < 0 ? text.length : next }
}
