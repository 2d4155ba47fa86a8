/** Reads the body of an article without menus, teasers and comments. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { densestBlock } from './densest-block.ts'
import { leanMarkup } from './lean-markup.ts'
import type { OpenPage } from './open-page.ts'
import { storyBlock } from './story-block.ts'
import { storyLines } from './story-lines.ts'
import { type PageNode, visibleText } from './visible-text.ts'

/** Readability looks at every element many times; a page of this many tags costs it seconds, and is no article. */
const MOST_TAGS = 40_000
/** linkedom's lists of children take time with their length at every look. */
const MOST_SIBLINGS = 3000
/** Every level reads all text below it again. A page of 500 kB and 60 levels stays within. */
const MOST_CHARS_TIMES_LEVELS = 30_000_000
/** Where Readability keeps less than this share of what our own rules found it has lost the story. */
const LOST_SHARE = 0.5

/** Readability's patterns take quadratic time on white space; nobody writes this much of it. */
const LONG_SPACE = /\s{500,}/g

/** What else was read from the page. */
type Known = { title?: string | null; byline?: string | null }

/**
 * Text of the article, in lines, or an empty string when the page has no body to speak of. Never throws for a page.
 * Our own rules answer where most of the page's prose is in one place; Readability, ten times slower, is asked
 * where it is scattered. Captions, bylines and datelines are not the body.
 */
export function articleText(page: OpenPage, known: Known = {}): string {
  const root = page.$.root()[0] as unknown as PageNode
  const story = storyBlock(root)
  const stated = page.$('title').first().text().slice(0, 300)
  const frame = {
    titles: [stated, known.title ?? ''].filter((title) => title !== ''),
    authors: known.byline?.split(/, /) ?? [],
  }
  if (story.sure) return storyLines(story.text, frame)
  const ours = story.text || densestBlock(root)
  const readable = isDigestible(page, root) ? readableText(root, story.around) : ''
  // Two readers that found different places: what is called a story's body goes before what is only long.
  const isLost =
    readable.length < ours.length * LOST_SHARE || (story.named && !readable.includes(longestLine(ours)))
  return storyLines(isLost ? ours : readable, frame)
}

function longestLine(text: string): string {
  return text.split('\n').reduce((longest, line) => (line.length > longest.length ? line : longest), '')
}

/** Whether Readability and linkedom can read the page in reasonable time; both are written for pages of good will. */
function isDigestible(page: OpenPage, root: PageNode): boolean {
  if (page.tags > MOST_TAGS) return false
  let deepest = 0
  const waiting = [{ node: root, level: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const children = next.node.children ?? []
    if (children.length > MOST_SIBLINGS) return false
    deepest = Math.max(deepest, next.level)
    for (const node of children) if (node.children?.length) waiting.push({ node, level: next.level + 1 })
  }
  return deepest * page.html.length <= MOST_CHARS_TIMES_LEVELS
}

function readableText(root: PageNode, around: ReadonlySet<PageNode>): string {
  try {
    const { document } = parseHTML(leanMarkup(root, around).replace(LONG_SPACE, ' '))
    const reader = new Readability(document as unknown as Document, { disableJSONLD: true })
    const parsed = reader.parse()
    return parsed?.content ? visibleText(parsed.content) : ''
  } catch {
    // A page that the library cannot digest is a property of the page; our own answer stands.
    return ''
  }
}
