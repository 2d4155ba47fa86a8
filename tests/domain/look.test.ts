/** When a page is believed gone: the rule that link checkers of encyclopaedias go by. */
import { describe, expect, it } from 'vitest'
import { type Look, type LookedAttempt, lookOf, looksGone } from '#domain/look.ts'

const attempt = (step: string, reason: string | null, httpStatus: number | null = null): LookedAttempt => ({
  step,
  ended: reason === null ? 'done' : reason === 'not_configured' ? 'skipped' : 'failed',
  reason,
  httpStatus,
})

describe('one look', () => {
  it.each<[string, LookedAttempt[], Look | null]>([
    ['a page that came', [attempt('plain', null, 200)], 'seen'],
    [
      'a page that only the browser got',
      [attempt('plain', 'blocked_challenge', 403), attempt('rendered', null)],
      'seen',
    ],
    ['not found', [attempt('plain', 'http_error', 404), attempt('rendered', 'not_configured')], 'gone'],
    ['gone', [attempt('plain', 'http_error', 410)], 'gone'],
    ['a page that says there is nothing', [attempt('plain', 'soft_404', 200)], 'gone'],
    ['a notice of withdrawal', [attempt('plain', 'withdrawn', 451)], 'gone'],
    ['a paywall', [attempt('plain', 'paywall_stub', 200)], 'could_not_look'],
    ['a consent notice', [attempt('plain', 'consent_wall', 200)], 'could_not_look'],
    [
      'not found, then a challenge',
      [attempt('plain', 'http_error', 404), attempt('rendered', 'blocked_challenge', 403)],
      'could_not_look',
    ],
    ['a server error', [attempt('plain', 'http_error', 503)], 'could_not_look'],
    ['no answer', [attempt('plain', 'timeout_window'), attempt('rendered', 'dns')], 'could_not_look'],
    ['nothing but another archive’s copy', [attempt('wayback', null, 200)], null],
    [
      'not found, but archived elsewhere',
      [attempt('plain', 'http_error', 404), attempt('wayback', null)],
      'gone',
    ],
  ])('%s', (_what, attempts, look) => {
    expect(lookOf(attempts)).toBe(look)
  })
})

describe('three looks before gone', () => {
  const HOUR = 3_600_000
  const row = (...looks: [hoursAgo: number, Look][]) =>
    looksGone(looks.map(([hoursAgo, look]) => ({ at: new Date(1e12 - hoursAgo * HOUR), look })))

  it('counts looks a day apart', () => {
    expect(row([0, 'gone'], [24, 'gone'], [48, 'gone'])).toBe(3)
  })
  it('counts looks of one day once', () => {
    expect(row([0, 'gone'], [1, 'gone'], [2, 'gone'], [3, 'gone'])).toBe(1)
    expect(row([0, 'gone'], [12, 'gone'], [24, 'gone'], [36, 'gone'], [48, 'gone'])).toBe(3)
  })
  it('starts anew after a look that saw the page', () => {
    expect(row([0, 'gone'], [24, 'seen'], [48, 'gone'], [72, 'gone'])).toBe(1)
  })
  it('takes a look that could not look for neither: the row goes on, nothing is counted', () => {
    expect(row([0, 'gone'], [24, 'could_not_look'], [48, 'gone'])).toBe(2)
  })
})
