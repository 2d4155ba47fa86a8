/** Decides what a page turned out to be: the article, or something that stands in its place. */
import type { ContentClass } from '#domain/capture.ts'
import { consentWall } from './consent-wall.ts'
import { WORD_MARKS } from './interstitial-marks.ts'
import {
  type Classified,
  type ContentClues,
  type MeasuredPage,
  measuredPage,
  WEIGHTS,
} from './measured-page.ts'
import { paywallStub } from './paywall-stub.ts'
import { sentencesOf, weightOf } from './running-text.ts'
import { saidOfItself } from './said-of-itself.ts'
import { aboutShortPage } from './short-page.ts'

/**
 * The class of a page and the signals, in plain words, that decided: how much running text there is, what the title and
 * headings say, what the text says outside quotation marks, and where. The HTTP status never decides alone that a page
 * is good: challenge and error pages come with 200. It decides alone that a page is bad only where there is no article.
 */
export function classifyContent(clues: ContentClues): Classified {
  const page = measuredPage(clues)
  const { status } = page
  const stated = statedChallenge(page)
  if (stated) return found('challenge', [stated])
  if (status === 410 || status === 451) return found('withdrawn', [`HTTP ${status}`])
  const said = saidOfItself(page)
  if (status === 404 && (said || page.bodyProse < WEIGHTS.article * 0.7)) return absent(page, said)
  const decided =
    said ?? sentToFrontPage(page) ?? consentWall(page) ?? paywallStub(page) ?? shortAndAddressing(page)
  if (decided) {
    const { contentClass, signals } = decided
    return found(contentClass, [...(status >= 400 ? [`HTTP ${status}`] : []), ...signals])
  }
  if (status === 401 || status === 407) return found('login_wall', [`HTTP ${status}`])
  const hasArticle = sentencesOf(page.article).length >= 5 || page.bodyProse >= WEIGHTS.some
  if (status >= 400 && !hasArticle) return found('error', [`HTTP ${status}`, 'no article'])
  if (page.hasPasswordField && page.story < WEIGHTS.empty && weightOf(page.text) < WEIGHTS.some)
    return found('login_wall', ['a password field and hardly any text'])
  if (weightOf(page.text) < WEIGHTS.empty)
    return found('empty', [`hardly any text (${page.text.length} characters)`])
  return found('article', [
    ...(status >= 400 ? [`HTTP ${status}, but with an article`] : []),
    ...mentioned(page),
  ])
}

function found(contentClass: ContentClass, signals: string[]): Classified {
  return { contentClass, signals }
}

/** Some services say in a header field that they did not let the request through. */
function statedChallenge({ responseHeaders }: MeasuredPage): string | null {
  const stated = responseHeaders.some(([name, value]) =>
    /^(?:cf-mitigated|x-amzn-waf-action|x-vercel-mitigated)$/i.test(name)
      ? /challenge|captcha/i.test(value)
      : false,
  )
  return stated ? 'the site marked its answer as a challenge' : null
}

/** 404: the page is gone, or never was. It was taken away on purpose only where it says so. */
function absent(page: MeasuredPage, said: Classified | null): Classified {
  if (said?.contentClass === 'withdrawn' || said?.contentClass === 'challenge')
    return found(said.contentClass, ['HTTP 404', ...said.signals])
  return found('error', ['HTTP 404', ...(page.text.trim() === '' ? ['no text'] : [])])
}

/** An address deep in a site that leads to the site's front page: the page itself is not there any more. */
function sentToFrontPage({ hops = [], url, bodyProse }: MeasuredPage): Classified | null {
  const asked = hops[0]?.address
  if (!asked || !url || bodyProse >= WEIGHTS.article) return null
  if (!URL.canParse(asked) || !URL.canParse(url)) return null
  const isDeep = /\d|\.s?html?$|\/[^/]+\/[^/]/.test(new URL(asked).pathname)
  const isFront = /^\/(?:index\.\w+|home|[a-z]{2})?\/?$/i.test(new URL(url).pathname)
  return isDeep && isFront
    ? found('soft_404', ['the address of a page led to the front page of a site'])
    : null
}

/** A short page that is no story and speaks to its reader: what it says in words that nobody has listed. */
function shortAndAddressing({ own, names }: MeasuredPage): Classified | null {
  const about = aboutShortPage(own, names)
  return about && found(about.contentClass, [about.signal])
}

/** For a person who wonders: words of an interstitial stood on the page, and its running text outweighed them. */
function mentioned(page: MeasuredPage): string[] {
  const mark = WORD_MARKS.find(
    ({ pattern, contentClass }) => contentClass !== 'empty' && pattern.test(page.text),
  )
  return mark && page.pageProse >= WEIGHTS.some
    ? [
        `words like "${mark.pattern.exec(page.text)![0].slice(0, 40)}" occur, but there is an article around them`,
      ]
    : []
}
