/** What a page says of itself in so many words: that it is a check, a sign-in page, an error, gone, or empty without scripts. */
import { CHECK_MARKUP, CHECK_SCRIPT, type Mark, WORD_MARKS } from './interstitial-marks.ts'
import { type Classified, type MeasuredPage, WEIGHTS } from './measured-page.ts'
import { proseWeight, weightOf, withoutQuotations } from './running-text.ts'
import { CONSENT_TALK, OFFERS_MORE } from './wall-marks.ts'

/** Share of a title or heading that a mark must fill to be what the page is called, and not what it is about. */
const WHOLE_SHARE = 0.5
/** The same for a sentence. */
const SAID_SHARE = 0.25

/** What the page says of itself. Words in running text count on pages that have little of it. */
export function saidOfItself(page: MeasuredPage): Classified | null {
  for (const { contentClass } of WORD_MARKS) {
    const marks = WORD_MARKS.filter((mark) => mark.contentClass === contentClass)
    const signals = marks.flatMap((mark) => whereSaid(page, mark))
    if (contentClass === 'challenge') signals.push(...byMarkup(page))
    if (signals.length > 0) return { contentClass, signals: [...new Set(signals)] }
  }
  return null
}

function whereSaid(page: MeasuredPage, mark: Mark): string[] {
  if (page.bodyProse >= WEIGHTS.article) return []
  if (mark.contentClass === 'empty') return emptyWithoutScript(page, mark)
  const limit = mark.contentClass === 'error' ? WEIGHTS.little : WEIGHTS.some
  const isNamed = page.names.some((name) => fills(mark.pattern, name))
  if (isNamed) return [`${mark.seen}, as its title or heading`]
  if (mark.contentClass === 'login_wall' && page.story >= WEIGHTS.empty) return []
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
function proseBeside({ text, pageProse }: MeasuredPage, { pattern }: Mark): number {
  return pageProse >= WEIGHTS.article ? pageProse : proseWeight(text, [CONSENT_TALK, OFFERS_MORE, pattern])
}

function fills(pattern: RegExp, name: string): boolean {
  const match = pattern.exec(withoutQuotations(name))
  return match !== null && weightOf(match[0]) >= weightOf(name) * WHOLE_SHARE
}

function byMarkup(page: MeasuredPage): string[] {
  const checks = page.pageProse < WEIGHTS.some && CHECK_MARKUP.pattern.test(page.html)
  const isBare = weightOf(page.text) < WEIGHTS.empty && CHECK_SCRIPT.pattern.test(page.html)
  return [...(checks ? [CHECK_MARKUP.seen] : []), ...(isBare ? [CHECK_SCRIPT.seen] : [])]
}

function emptyWithoutScript(page: MeasuredPage, mark: Mark): string[] {
  if (weightOf(page.text) >= WEIGHTS.empty * 4) return []
  return mark.pattern.test(`${page.text}\n${page.html.slice(0, 20_000)}`) ? [mark.seen] : []
}
