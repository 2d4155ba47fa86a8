/** Decides what a page turned out to be: the article, or something that stands in its place. */
import type { Hop } from '#domain/attempt.ts'
import type { ContentClass } from '#domain/capture.ts'
import { CHECK_MARKUP, CHECK_SCRIPT, type Mark, WORD_MARKS } from './interstitial-marks.ts'
import {
  breaksOff,
  proseWeight,
  sentencesOf,
  storyWeight,
  weightOf,
  withoutQuotations,
} from './running-text.ts'
import { ADDRESSES_READER, aboutShortPage, ownTextOf } from './short-page.ts'
import {
  CONSENT_ASKED,
  CONSENT_BUTTON,
  CONSENT_TALK,
  FOR_PAYERS,
  OFFERS_MORE,
  ON_TRIAL,
  TEXT_GOES_ON,
  TEXT_IS_CUT,
} from './wall-marks.ts'

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

/** What stands in for a page says so early. */
const MOST_CHARS = 200_000
/** A page with this much running text is the article, whatever words it mentions. Han characters count double. */
const ARTICLE_WEIGHT = 1400
/** Interstitials that fill a page (a stub with its first paragraphs, a wall of purposes) stay below this. */
const FULL_WEIGHT = 2600
/** With less running text than this, words in the text are enough; with more they must be the title or a heading. */
const SOME_WEIGHT = 500
const STUB_WEIGHT = 500
const LITTLE_WEIGHT = 250
const EMPTY_WEIGHT = 60
/** Share of a title or heading that a mark must fill to be what the page is called, and not what it is about. */
const WHOLE_SHARE = 0.5
/** The same for a sentence. */
const SAID_SHARE = 0.25
const AFTER_ARTICLE_CHARS = 400

/**
 * `spoken`: the text without quotations, and without headlines that say more than a mark. `own`: outside menus and links.
 * `bodyProse` and `pageProse`: weight of the running text in the body and on the whole page, banners and offers left out.
 * `story`: weight of what of the own text is neither that nor spoken to the reader.
 */
type Page = ContentClues & {
  spoken: string
  own: string
  names: string[]
  bodyProse: number
  pageProse: number
  story: number
}

/**
 * The class of a page and the signals, in plain words, that decided: how much running text there is, what the title and
 * headings say, what the text says outside quotation marks, and where. The HTTP status never decides alone that a page
 * is good: challenge and error pages come with 200. It decides alone that a page is bad only where there is no article.
 */
export function classifyContent(clues: ContentClues): Classified {
  const page = measured(clues)
  const { status } = page
  const stated = statedChallenge(page)
  if (stated) return found('challenge', [stated])
  if (status === 410 || status === 451) return found('withdrawn', [`HTTP ${status}`])
  const said = whatItSays(page)
  if (status === 404 && (said || page.bodyProse < ARTICLE_WEIGHT * 0.7)) return absent(page, said)
  const decided =
    said ?? sentToFrontPage(page) ?? consentWall(page) ?? paywall(page) ?? shortAndAddressing(page)
  if (decided) {
    const { contentClass, signals } = decided
    return found(contentClass, [...(status >= 400 ? [`HTTP ${status}`] : []), ...signals])
  }
  if (status === 401 || status === 407) return found('login_wall', [`HTTP ${status}`])
  const hasArticle = sentencesOf(page.article).length >= 5 || page.bodyProse >= SOME_WEIGHT
  if (status >= 400 && !hasArticle) return found('error', [`HTTP ${status}`, 'no article'])
  if (page.hasPasswordField && page.story < EMPTY_WEIGHT && weightOf(page.text) < SOME_WEIGHT)
    return found('login_wall', ['a password field and hardly any text'])
  if (weightOf(page.text) < EMPTY_WEIGHT)
    return found('empty', [`hardly any text (${page.text.length} characters)`])
  return found('article', [
    ...(status >= 400 ? [`HTTP ${status}, but with an article`] : []),
    ...mentioned(page),
  ])
}

function found(contentClass: ContentClass, signals: string[]): Classified {
  return { contentClass, signals }
}

function measured(clues: ContentClues): Page {
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
    spoken: story < EMPTY_WEIGHT ? unquoted : withoutLines(unquoted, names),
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

/** Some services say in a header field that they did not let the request through. */
function statedChallenge({ responseHeaders }: Page): string | null {
  const stated = responseHeaders.some(([name, value]) =>
    /^(?:cf-mitigated|x-amzn-waf-action|x-vercel-mitigated)$/i.test(name)
      ? /challenge|captcha/i.test(value)
      : false,
  )
  return stated ? 'the site marked its answer as a challenge' : null
}

/** 404: the page is gone, or never was. It was taken away on purpose only where it says so. */
function absent(page: Page, said: Classified | null): Classified {
  if (said?.contentClass === 'withdrawn' || said?.contentClass === 'challenge')
    return found(said.contentClass, ['HTTP 404', ...said.signals])
  return found('error', ['HTTP 404', ...(page.text.trim() === '' ? ['no text'] : [])])
}

/** What the page says of itself. Words in running text count on pages that have little of it. */
function whatItSays(page: Page): Classified | null {
  for (const { contentClass } of WORD_MARKS) {
    const marks = WORD_MARKS.filter((mark) => mark.contentClass === contentClass)
    const signals = marks.flatMap((mark) => whereSaid(page, mark))
    if (contentClass === 'challenge') signals.push(...byMarkup(page))
    if (signals.length > 0) return found(contentClass, [...new Set(signals)])
  }
  return null
}

function whereSaid(page: Page, mark: Mark): string[] {
  if (page.bodyProse >= ARTICLE_WEIGHT) return []
  if (mark.contentClass === 'empty') return emptyWithoutScript(page, mark)
  const limit = mark.contentClass === 'error' ? LITTLE_WEIGHT : SOME_WEIGHT
  const isNamed = page.names.some((name) => fills(mark.pattern, name))
  if (isNamed) return [`${mark.seen}, as its title or heading`]
  if (mark.contentClass === 'login_wall' && page.story >= EMPTY_WEIGHT) return []
  return proseBeside(page, mark) < limit && isSaid(page.spoken, mark) ? [mark.seen] : []
}

/** In so many words: the mark is a good part of its sentence, which says little else. */
function isSaid(spoken: string, { pattern, contentClass }: Mark): boolean {
  // Stories about sites mention signing in by the way.
  const share = contentClass === 'login_wall' ? SAID_SHARE * 1.6 : SAID_SHARE
  return (
    pattern.test(spoken) &&
    (spoken.match(/[^.!?。！？，；\n]+/gu) ?? []).some((sentence) => {
      const match = pattern.exec(sentence)
      return match !== null && weightOf(match[0]) >= weightOf(sentence) * share
    })
  )
}

/** Running text without the sentences that say it: what is left would be the article. */
function proseBeside({ text, pageProse }: Page, { pattern }: Mark): number {
  return pageProse >= ARTICLE_WEIGHT ? pageProse : proseWeight(text, [CONSENT_TALK, OFFERS_MORE, pattern])
}

function fills(pattern: RegExp, name: string): boolean {
  const match = pattern.exec(withoutQuotations(name))
  return match !== null && weightOf(match[0]) >= weightOf(name) * WHOLE_SHARE
}

function byMarkup(page: Page): string[] {
  const checks = page.pageProse < SOME_WEIGHT && CHECK_MARKUP.pattern.test(page.html)
  const isBare = weightOf(page.text) < EMPTY_WEIGHT && CHECK_SCRIPT.pattern.test(page.html)
  return [...(checks ? [CHECK_MARKUP.seen] : []), ...(isBare ? [CHECK_SCRIPT.seen] : [])]
}

function emptyWithoutScript(page: Page, mark: Mark): string[] {
  if (weightOf(page.text) >= EMPTY_WEIGHT * 4) return []
  return mark.pattern.test(`${page.text}\n${page.html.slice(0, 20_000)}`) ? [mark.seen] : []
}

/** An address deep in a site that leads to the site's front page: the page itself is not there any more. */
function sentToFrontPage({ hops = [], url, bodyProse }: Page): Classified | null {
  const asked = hops[0]?.address
  if (!asked || !url || bodyProse >= ARTICLE_WEIGHT) return null
  if (!URL.canParse(asked) || !URL.canParse(url)) return null
  const isDeep = /\d|\.s?html?$|\/[^/]+\/[^/]/.test(new URL(asked).pathname)
  const isFront = /^\/(?:index\.\w+|home|[a-z]{2})?\/?$/i.test(new URL(url).pathname)
  return isDeep && isFront
    ? found('soft_404', ['the address of a page led to the front page of a site'])
    : null
}

/** Nearly every page has a cookie banner; a wall is a page where asking for consent is all there is. */
function consentWall(page: Page): Classified | null {
  const isConsentHost = /^https?:\/\/(?:consent|guce|cmp)\./i.test(page.url ?? '')
  if (isConsentHost && page.bodyProse < ARTICLE_WEIGHT)
    return found('consent_wall', ['the address is a consent page'])
  if (weightOf(page.own) >= FULL_WEIGHT || page.story >= EMPTY_WEIGHT) return null
  if (!CONSENT_ASKED.test(page.spoken) && !CONSENT_BUTTON.test(page.own)) return null
  return found('consent_wall', ['the page asks for consent, and has hardly any other text'])
}

/** A short page that is no story and speaks to its reader: what it says in words that nobody has listed. */
function shortAndAddressing({ own, names }: Page): Classified | null {
  const about = aboutShortPage(own, names)
  return about && found(about.contentClass, [about.signal])
}

/** A text that breaks off and asks for money. A complete article may offer a subscription as well. */
function paywall(page: Page): Classified | null {
  const { article, isAccessibleForFree, bodyProse } = page
  if (bodyProse >= FULL_WEIGHT) return null
  const end = withoutQuotations(bodyProse < STUB_WEIGHT ? page.text : endOfArticle(page))
  const isCut =
    TEXT_IS_CUT.test(end) ||
    end
      .split('\n')
      .some((line) => FOR_PAYERS.test(line) && TEXT_GOES_ON.test(line) && weightOf(line) < STUB_WEIGHT)
  const isBroken = breaksOff(article)
  const isOffered = OFFERS_MORE.test(end)
  const isNotFree = isAccessibleForFree === false
  const isShort = bodyProse < ARTICLE_WEIGHT
  const isStub =
    (isCut && (isShort || isBroken || isNotFree)) ||
    (isNotFree && (isBroken || bodyProse < STUB_WEIGHT)) ||
    (ON_TRIAL.test(end) && bodyProse < LITTLE_WEIGHT) ||
    (isOffered && isBroken && bodyProse < STUB_WEIGHT && /(?:\.\.\.|…)$/.test(article.trimEnd()))
  if (!isStub) return null
  return found('paywall_stub', [
    ...(isCut ? ['the page says that the text goes on for those who pay'] : []),
    ...(isNotFree ? ['the page states that it is not free to read'] : []),
    ...(isBroken ? ['the text stops in the middle'] : []),
    ...(isShort ? ['little text'] : []),
  ])
}

/** The last lines of the body and what the page shows right after them: where a text breaks off, it says so there. */
function endOfArticle({ article, text }: ContentClues): string {
  const lastWords = article.slice(-40)
  const at = text.lastIndexOf(lastWords)
  const after =
    at === -1 ? '' : text.slice(at + lastWords.length, at + lastWords.length + AFTER_ARTICLE_CHARS)
  return `${article.slice(-AFTER_ARTICLE_CHARS)}\n${after}`
}

/** For a person who wonders: words of an interstitial stood on the page, and its running text outweighed them. */
function mentioned(page: Page): string[] {
  const mark = WORD_MARKS.find(
    ({ pattern, contentClass }) => contentClass !== 'empty' && pattern.test(page.text),
  )
  return mark && page.pageProse >= SOME_WEIGHT
    ? [
        `words like "${mark.pattern.exec(page.text)![0].slice(0, 40)}" occur, but there is an article around them`,
      ]
    : []
}
