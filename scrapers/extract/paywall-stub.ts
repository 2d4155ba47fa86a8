/** Asks of a page whether it is the part in front of a paywall. */
import { type Classified, type ContentClues, type MeasuredPage, WEIGHTS } from './measured-page.ts'
import { breaksOff, weightOf, withoutQuotations } from './running-text.ts'
import { FOR_PAYERS, OFFERS_MORE, ON_TRIAL, TEXT_GOES_ON, TEXT_IS_CUT } from './wall-marks.ts'

const STUB_WEIGHT = 500
const AFTER_ARTICLE_CHARS = 400

/** A text that breaks off and asks for money. A complete article may offer a subscription as well. */
export function paywallStub(page: MeasuredPage): Classified | null {
  const { article, isAccessibleForFree, bodyProse } = page
  if (bodyProse >= WEIGHTS.full) return null
  const end = withoutQuotations(bodyProse < STUB_WEIGHT ? page.text : endOfArticle(page))
  const isCut =
    TEXT_IS_CUT.test(end) ||
    end
      .split('\n')
      .some((line) => FOR_PAYERS.test(line) && TEXT_GOES_ON.test(line) && weightOf(line) < STUB_WEIGHT)
  const isBroken = breaksOff(article)
  const isOffered = OFFERS_MORE.test(end)
  const isNotFree = isAccessibleForFree === false
  const isShort = bodyProse < WEIGHTS.article
  const isStub =
    (isCut && (isShort || isBroken || isNotFree)) ||
    (isNotFree && (isBroken || bodyProse < STUB_WEIGHT)) ||
    (ON_TRIAL.test(end) && bodyProse < WEIGHTS.little) ||
    (isOffered && isBroken && bodyProse < STUB_WEIGHT && /(?:\.\.\.|…)$/.test(article.trimEnd()))
  if (!isStub) return null
  const signals = [
    ...(isCut ? ['the page says that the text goes on for those who pay'] : []),
    ...(isNotFree ? ['the page states that it is not free to read'] : []),
    ...(isBroken ? ['the text stops in the middle'] : []),
    ...(isShort ? ['little text'] : []),
  ]
  return { contentClass: 'paywall_stub', signals }
}

/** The last lines of the body and what the page shows right after them: where a text breaks off, it says so there. */
function endOfArticle({ article, text }: ContentClues): string {
  const lastWords = article.slice(-40)
  const at = text.lastIndexOf(lastWords)
  const after =
    at === -1 ? '' : text.slice(at + lastWords.length, at + lastWords.length + AFTER_ARTICLE_CHARS)
  return `${article.slice(-AFTER_ARTICLE_CHARS)}\n${after}`
}
