/** Measures a page before it is judged: its own text, what it calls itself, and how much running text it has. */
import type { Hop } from '#domain/attempt.ts'
import type { ContentClass } from '#domain/capture.ts'
import { WORD_MARKS } from './interstitial-marks.ts'
import { proseWeight, storyWeight, withoutQuotations } from './running-text.ts'
import { ADDRESSES_READER, ownTextOf } from './short-page.ts'
import { CONSENT_TALK, OFFERS_MORE } from './wall-marks.ts'

export type ContentClues = {
  status: number
  responseHeaders: [string, string][]
  url: string | null
  /** redirects that led here, where they are known */
  hops?: Hop[]
  title: string | null
  /** all visible text */
  text: string
  /** the body alone */
  article: string
  /** the page's source, for headings and the marks of bot checks; empty for documents without markup */
  html: string
  hasPasswordField: boolean
  /** schema.org `isAccessibleForFree` as the page states it */
  isAccessibleForFree: boolean | null
}

export type Classified = { contentClass: ContentClass; signals: string[] }

/** Weights of running text that decide; Han characters count double. */
export const WEIGHTS = {
  /** a page with this much is the article, whatever words it mentions */
  article: 1400,
  /** interstitials that fill a page (a stub with its first paragraphs, a wall of purposes) stay below this */
  full: 2600,
  /** with less, words in the text are enough; with more they must be the title or a heading */
  some: 500,
  little: 250,
  empty: 60,
} as const

/** What stands in for a page says so early. */
const MOST_CHARS = 200_000

/**
 * `spoken`: the text without quotations, and without headlines that say more than a mark. `own`: outside menus and links.
 * `bodyProse` and `pageProse`: weight of the running text in the body and on the whole page, banners and offers left out.
 * `story`: weight of what of the own text is neither that nor spoken to the reader.
 */
export type MeasuredPage = ContentClues & {
  spoken: string
  own: string
  names: string[]
  bodyProse: number
  pageProse: number
  story: number
}

export function measuredPage(clues: ContentClues): MeasuredPage {
  const text = clues.text.slice(0, MOST_CHARS)
  const html = clues.html.slice(0, MOST_CHARS)
  const own = html === '' ? text : ownTextOf(html)
  const names = [...titleParts(clues.title ?? ''), ...headingsOf(html)]
  const beside = [CONSENT_TALK, OFFERS_MORE]
  const unquoted = withoutQuotations(text)
  const story = storyWeight(own, [...beside, ADDRESSES_READER, ...WORD_MARKS.map(({ pattern }) => pattern)])
  return {
    ...clues,
    text,
    html,
    own,
    names,
    spoken: story < WEIGHTS.empty ? unquoted : withoutLines(unquoted, names),
    bodyProse: proseWeight(clues.article.slice(0, MOST_CHARS), beside),
    pageProse: proseWeight(text, beside),
    story,
  }
}

function withoutLines(text: string, lines: string[]): string {
  return text
    .split('\n')
    .filter((line) => !lines.includes(line.trim()))
    .join('\n')
}

/** "Access Denied - Sample News" is two names; the page's own and the site's. */
function titleParts(title: string): string[] {
  return [title, ...title.split(/\s[|·–—-]\s|[|_]/u)].map((part) => part.trim()).filter((part) => part !== '')
}

function headingsOf(html: string): string[] {
  const found = html.matchAll(/<h[12]\b[^>]{0,300}>([\s\S]{1,300}?)<\/h[12]>/gi)
  return [...found].slice(0, 20).map(([, inner]) => inner!.replace(/<[^>]*>/g, ' ').trim())
}
