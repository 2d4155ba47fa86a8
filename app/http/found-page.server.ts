/** Reads what the bookmarklet brings along in an address: a page, its title, the words selected on it. Nothing of it is trusted. */
import { sourceInput } from '#domain/source.ts'

/** Longer titles are cut: they are only a first guess. */
const MAX_TITLE_CHARACTERS = 500
const MAX_QUOTE_CHARACTERS = 5_000

/** Fields for the form. An address that no source may have is left out, as anybody can write such a link. */
export function foundPage(url: URL): { address: string; title: string; quote: string; text: string } {
  const given = (name: string) => (url.searchParams.get(name) ?? '').trim()
  const address = sourceInput.shape.address.safeParse(given('url'))
  const quote = given('quote').slice(0, MAX_QUOTE_CHARACTERS)
  return {
    address: address.success ? withoutFragment(address.data) : '',
    title: given('title').replace(/\s+/g, ' ').slice(0, MAX_TITLE_CHARACTERS),
    quote,
    text: quote.replace(/\s+/g, ' '),
  }
}

/** A fragment says where somebody was on the page, not which page it is. */
function withoutFragment(address: string): string {
  return address.split('#')[0] ?? address
}
