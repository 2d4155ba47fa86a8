/** Reads the body of an article without menus, teasers and comments. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { densestBlock } from './densest-block.ts'
import type { OpenPage } from './open-page.ts'
import { type PageNode, visibleText } from './visible-text.ts'

/** Readability scores every element several times; beyond this a page costs seconds. */
const MOST_ELEMENTS = 60_000
/** Where Readability keeps less than this share of the densest block it has lost the story. */
const LOST_SHARE = 0.5

/** Readability's patterns take quadratic time on white space; nobody writes this much of it. */
const LONG_SPACE = /\s{500,}/g

/** Text of the article, in lines, or an empty string when the page has no body to speak of. Never throws for a page. */
export function articleText(page: OpenPage): string {
  const densest = densestBlock(page.$.root()[0] as unknown as PageNode)
  const readable = readableText(page.html)
  return readable.length >= densest.length * LOST_SHARE ? readable : densest
}

function readableText(html: string): string {
  try {
    const { document } = parseHTML(asWholeDocument(html.replace(LONG_SPACE, ' ')))
    const parsed = new Readability(document as unknown as Document, {
      maxElemsToParse: MOST_ELEMENTS,
    }).parse()
    return parsed?.content ? visibleText(parsed.content) : ''
  } catch {
    // A page that the library cannot digest is a property of the page; the densest block answers instead.
    return ''
  }
}

/** linkedom builds no `html` or `body` of its own, and Readability throws without them. */
function asWholeDocument(html: string): string {
  if (/<html[\s>]/i.test(html) && /<body[\s>]/i.test(html)) return html
  const inner = html.replace(/<!doctype[^>]*>|<\/?(?:html|body)\b[^>]*>/gi, '')
  return `<!doctype html><html><head></head><body>${inner}</body></html>`
}
