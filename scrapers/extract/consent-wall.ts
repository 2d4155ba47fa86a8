/** Asks of a page whether it only asks for consent. */
import { type Classified, type MeasuredPage, WEIGHTS } from './measured-page.ts'
import { weightOf } from './running-text.ts'
import { CONSENT_ASKED, CONSENT_BUTTON } from './wall-marks.ts'

/** Nearly every page has a cookie banner; a wall is a page where asking for consent is all there is. */
export function consentWall(page: MeasuredPage): Classified | null {
  const isConsentHost = /^https?:\/\/(?:consent|guce|cmp)\./i.test(page.url ?? '')
  if (isConsentHost && page.bodyProse < WEIGHTS.article)
    return { contentClass: 'consent_wall', signals: ['the address is a consent page'] }
  if (weightOf(page.own) >= WEIGHTS.full || page.story >= WEIGHTS.empty) return null
  if (!CONSENT_ASKED.test(page.spoken) && !CONSENT_BUTTON.test(page.own)) return null
  const signals = ['the page asks for consent, and has hardly any other text']
  return { contentClass: 'consent_wall', signals }
}
