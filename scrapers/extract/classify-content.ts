/** Decides what a page turned out to be: the article, or something that stands in its place. */
import type { ContentClass } from '#domain/capture.ts'
import { MARKUP_MARKS, type Mark, WORD_MARKS } from './interstitial-marks.ts'

export type ContentClues = {
  status: number
  responseHeaders: [string, string][]
  url: string | null
  title: string | null
  /** all visible text */
  text: string
  /** the body alone */
  article: string
  /** the page's source, for the marks of bot checks; empty for documents without markup */
  html: string
  hasPasswordField: boolean
  /** schema.org `isAccessibleForFree` as the page states it */
  isAccessibleForFree: boolean | null
}

export type Classified = { contentClass: ContentClass; signals: string[] }

/** A page with this much running text is the article, whatever words it mentions. Han characters count double. */
const ARTICLE_WEIGHT = 1400
/** Interstitials that fill a page (a 404 with teasers, a stub with its first paragraphs) stay below this. */
const STUB_WEIGHT = 2600
const AFTER_ARTICLE_CHARS = 300
/** What stands in for a page says so early. */
const MOST_CHARS = 200_000
const EMPTY_WEIGHT = 60
/** A sentence or two can be a genuine short item; below this a page needs no other sign to be called a failure. */
const SHORT_WEIGHT = 600

/**
 * The class of a page and the signals, in plain words, that decided. The HTTP status never decides alone that a page is
 * good: challenge and error pages come with 200. It decides alone that a page is bad only where there is no article.
 */
export function classifyContent(page: ContentClues): Classified {
  const clues = { ...page, text: page.text.slice(0, MOST_CHARS), html: page.html.slice(0, MOST_CHARS) }
  const { status } = clues
  const header = clues.responseHeaders.find(([name]) => name.toLowerCase() === 'cf-mitigated')
  if (header?.[1].includes('challenge'))
    return found('challenge', ['the site marked its answer as a challenge'])
  if (status === 410 || status === 451) return found('withdrawn', [`HTTP ${status}`])
  const seen = marksOn(clues)
  const first = seen[0]
  if (status === 404) return absent(clues, seen)
  if (first)
    return found(first.contentClass, [
      ...statusSignal(status),
      ...seen.filter(same(first)).map((mark) => mark.seen),
    ])
  if (status === 401 || status === 407) return found('login_wall', [`HTTP ${status}`])
  if (isStub(clues))
    return found('paywall_stub', ['the page states that it is not free to read, and shows little text'])
  const weight = weightOf(clues.text)
  if (status >= 400 && !hasStory(clues)) return found('error', [`HTTP ${status}`, 'no article'])
  if (clues.hasPasswordField && weightOf(clues.article) < SHORT_WEIGHT && weight < ARTICLE_WEIGHT) {
    return found('login_wall', ['a password field and hardly any text'])
  }
  if (weight < EMPTY_WEIGHT) return found('empty', [`hardly any text (${clues.text.length} characters)`])
  return found('article', status >= 400 ? [`HTTP ${status}, but with an article`] : [])
}

function found(contentClass: ContentClass, signals: string[]): Classified {
  return { contentClass, signals }
}

/** 404: the page is gone, or never was. It was taken away on purpose only where it says so. */
function absent(clues: ContentClues, seen: Mark[]): Classified {
  const withdrawn = seen.find((mark) => mark.contentClass === 'withdrawn')
  if (withdrawn) return found('withdrawn', ['HTTP 404', withdrawn.seen])
  const challenge = seen.find((mark) => mark.contentClass === 'challenge')
  if (challenge) return found('challenge', ['HTTP 404', challenge.seen])
  return found('error', ['HTTP 404', ...(clues.text.trim() === '' ? ['no text'] : [])])
}

function statusSignal(status: number): string[] {
  return status >= 400 ? [`HTTP ${status}`] : []
}

const same = (first: Mark) => (mark: Mark) => mark.contentClass === first.contentClass

/** Marks that hold on this page, by precedence. Long running text clears a page of everything that words can say. */
function marksOn(clues: ContentClues): Mark[] {
  const bodyWeight = weightOf(clues.article)
  const title = clues.title ?? ''
  const inTitle = WORD_MARKS.filter(
    (mark) => TITLE_CLASSES.has(mark.contentClass) && mark.pattern.test(title),
  )
  if (bodyWeight >= STUB_WEIGHT) return []
  const byWords = WORD_MARKS.filter((mark) => holds(mark, clues, bodyWeight))
  const byMarkup =
    bodyWeight < SHORT_WEIGHT ? MARKUP_MARKS.filter((mark) => mark.pattern.test(clues.html)) : []
  const consentHost =
    /^https?:\/\/(?:consent|guce|cmp)\./i.test(clues.url ?? '') && bodyWeight < ARTICLE_WEIGHT
  return [
    ...(bodyWeight < ARTICLE_WEIGHT ? inTitle : []),
    ...byMarkup,
    ...byWords,
    ...(consentHost ? [CONSENT_HOST] : []),
  ]
}

const TITLE_CLASSES = new Set<ContentClass>(['challenge', 'soft_404', 'withdrawn', 'login_wall'])
const CONSENT_HOST: Mark = {
  contentClass: 'consent_wall',
  seen: 'the address is a consent page',
  pattern: /$/,
}

function holds(mark: Mark, clues: ContentClues, bodyWeight: number): boolean {
  const weight = weightOf(clues.text)
  switch (mark.contentClass) {
    case 'paywall_stub':
      if (bodyWeight >= ARTICLE_WEIGHT) return false
      return mark.pattern.test(hasStory(clues) ? endOfArticle(clues) : clues.text)
    case 'consent_wall':
      // Nearly every page has a cookie banner; a wall is a page where the banner is all there is.
      return weight < ARTICLE_WEIGHT && mark.pattern.test(clues.text) && !hasStory(clues)
    case 'login_wall':
      return (
        (clues.hasPasswordField || weight < SHORT_WEIGHT) &&
        weight < ARTICLE_WEIGHT &&
        mark.pattern.test(clues.text)
      )
    case 'empty':
      return (
        weight < SHORT_WEIGHT &&
        mark.pattern.test(`${clues.text}\n${clues.html.slice(0, 20_000)}`) &&
        weight < EMPTY_WEIGHT * 4
      )
    default:
      // A short genuine item may quote such words deep inside; a page of this kind says them first.
      return (
        mark.pattern.test(clues.text.slice(0, weight < SHORT_WEIGHT ? clues.text.length : 400)) &&
        !hasStory(clues)
      )
  }
}

/** The last lines of the body and what the page shows right after them: where a text breaks off, it says so there. */
function endOfArticle({ article, text }: ContentClues): string {
  const lastWords = article.slice(-40)
  const at = text.indexOf(lastWords)
  const after =
    at === -1 ? '' : text.slice(at + lastWords.length, at + lastWords.length + AFTER_ARTICLE_CHARS)
  return `${article.slice(-AFTER_ARTICLE_CHARS)}${after}`
}

/** Several sentences of running text: a story, if a short one. */
function hasStory(clues: ContentClues): boolean {
  const sentences = clues.article.split(/[.!?]\s|[。！？]/u).filter((sentence) => weightOf(sentence) >= 50)
  return sentences.length >= 5
}

function isStub(clues: ContentClues): boolean {
  return clues.isAccessibleForFree === false && weightOf(clues.article) < ARTICLE_WEIGHT
}

/** Length of a text in letters of a Western script: a Han character says as much as two of them. */
function weightOf(text: string): number {
  let weight = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code <= 32) continue
    weight += code >= 0x2e80 && code <= 0x9fff ? 2 : 1
  }
  return weight
}
