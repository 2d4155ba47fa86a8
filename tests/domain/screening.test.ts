/** What may be said of a lead, and what may not. */
import { describe, expect, it } from 'vitest'
import {
  asksArchive,
  asksBrowser,
  isReadable,
  judgeRead,
  judgeUnread,
  type SeenPage,
} from '#domain/screening.ts'
import { findInPage } from '#domain/screening-parts/find-in-page.ts'

const look = (reason: string, httpStatus: number | null = null) => ({
  step: 'plain',
  ended: 'failed',
  reason,
  httpStatus,
  message: `It ended with ${reason}.`,
})
const notArchived = {
  step: 'wayback',
  ended: 'nothing',
  reason: 'no_results',
  httpStatus: 200,
  message: 'Nothing kept.',
}

describe('an address that no page came from', () => {
  it.each([
    ['a name that does not resolve', look('dns'), 'never_existed'],
    ['a page the site knows nothing of', look('http_error', 404), 'never_existed'],
    ['a page the site says is gone', look('http_error', 410), 'could_not_look'],
    ['a site that is down', look('connect'), 'could_not_look'],
    ['a page that says it is not there under HTTP 200', look('soft_404', 200), 'could_not_look'],
  ])('with %s, and in no archive', (_what, first, standing) => {
    expect(asksArchive(first)).toBe(true)
    expect(judgeUnread(first, notArchived).standing).toBe(standing)
  })

  it('never counts as invented where the archive could not be asked', () => {
    for (const archive of [
      null,
      { ...notArchived, ended: 'failed', reason: 'timeout_window' },
      { ...notArchived, ended: 'skipped', reason: 'not_configured' },
      { ...notArchived, ended: 'failed', reason: 'dns' },
    ])
      expect(judgeUnread(look('dns'), archive)).toMatchObject({ standing: 'could_not_look', rank: null })
  })

  it('says both why the page did not come and what the archive said', () => {
    expect(judgeUnread(look('connect'), notArchived).screening.why).toEqual({
      reason: 'connect',
      message: 'It ended with connect. Nothing kept.',
    })
  })

  it('is looked for in no archive after a wall, an error of the server, or a refusal of ours', () => {
    for (const first of [
      look('blocked_challenge', 403),
      look('http_error', 502),
      look('refused_by_guard'),
      look('timeout_window'),
    ])
      expect(asksArchive(first)).toBe(false)
  })
})

describe('a page with nothing to read', () => {
  const empty = { ...look('no_results', 200), ended: 'nothing' }

  it('is opened in a browser before anything is said of it', () => {
    expect(asksBrowser(empty)).toBe(true)
    expect(asksArchive(empty)).toBe(false)
    expect(asksBrowser(look('http_error', 404))).toBe(false)
    expect(asksBrowser(look('blocked_challenge', 403))).toBe(false)
  })

  it('is never called invented because a browser saw nothing either', () => {
    const inBrowser = { ...empty, step: 'rendered' }
    for (const first of [empty, look('dns')])
      expect(judgeUnread(first, inBrowser).standing).toBe('could_not_look')
  })
})

describe('a page that came', () => {
  const seen: SeenPage = {
    finalUrl: 'https://a.example/',
    method: 'plain',
    capturedAt: '2026-03-24T08:00:00.000Z',
    contentClass: 'article',
    title: null,
    publisher: null,
    published: null,
    language: 'en',
  }
  const figure = {
    id: '1',
    text: '140 trillion',
    value: '140000000000000',
    valueHigh: null,
    unit: 'tokens',
    bound: 'exact',
    rate: null,
    asOf: null,
  }
  const claim = {
    text: 'Usage is 140 trillion tokens.',
    passage: null,
    claimant: null,
    spokenOn: null,
    figures: [figure],
    quotes: [],
    queries: [],
  }
  const finds = (text: string) => findInPage(claim, { text, published: null, language: 'en' })
  const behind = { reason: 'paywall_stub' as const, message: 'A paywall.' }

  it('in part, because of a paywall, is judged by what was let through and never “not there”', () => {
    expect(isReadable('paywall_stub', false)).toBe(true)
    expect(judgeRead(seen, finds('They use 140 trillion tokens a day.'), behind)).toMatchObject({
      standing: 'passage_found',
      screening: { why: behind },
    })
    expect(judgeRead(seen, finds('Subscribe to read on.'), behind)).toMatchObject({
      standing: 'could_not_look',
      rank: null,
    })
    expect(judgeRead(seen, finds('Nothing of the kind.'), null)).toMatchObject({ standing: 'passage_absent' })
  })

  it('as a challenge is not read at all', () => {
    expect(isReadable('challenge', false)).toBe(false)
    expect(isReadable('article', true)).toBe(true)
  })
})
