/** Parses an HTML page once for everything that reads it. */
import { type CheerioAPI, load } from 'cheerio'
import { type BoundedPage, boundNesting } from './bound-nesting.ts'

/** A page held open: `html` is what was parsed, after tags beyond all reason were dropped. */
export type OpenPage = BoundedPage & { $: CheerioAPI }

/** Selectors compare all top nodes with each other, so a page without `html` needs a single one above its thousands. */
const ONE_ROOT = '<stet-page>'

/**
 * Parses leniently with htmlparser2. It keeps work and memory in proportion to the page; the tree construction of
 * the HTML standard can multiply nodes (unclosed formatting elements are repeated in every paragraph).
 */
export function openPage(html: string): OpenPage {
  const bounded = boundNesting(html)
  return { $: load(ONE_ROOT + bounded.html, { xml: { xmlMode: false, decodeEntities: true } }), ...bounded }
}
