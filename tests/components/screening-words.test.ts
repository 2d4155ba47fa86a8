/** What is said of a lead. */
import { describe, expect, it } from 'vitest'
import { rankWords, standingSentence } from '#components/screening-words.ts'
import { judgeUnread, type Screening } from '#domain/screening.ts'
import { findInPage } from '#domain/screening-parts/find-in-page.ts'
import { readFigures } from '#reading/figures.ts'

const text = 'China’s daily token usage has surpassed 140 trillion as of March 2026.'
const claim = {
  text,
  passage: null,
  claimant: 'Liu Liehong',
  spokenOn: '2026-03-23',
  figures: readFigures(text).map((figure, index) => ({ ...figure, id: String(index), valueHigh: null })),
  quotes: [],
  queries: ['刘烈宏 日均词元调用量'],
}
const read = (page: string): Screening => ({
  page: null,
  finds: findInPage(claim, { text: page, published: '2026-03-23', language: null }),
  why: null,
})
const GOOD = '刘烈宏表示，到今年3月，我国日均词元调用量已超过140万亿。'

describe('a lead', () => {
  it('with the passage is told in the page’s own figure', () => {
    const screening = read(GOOD)
    expect(standingSentence({ standing: 'passage_found', screening, isWaiting: false })).toMatch(
      /^The figure is on the page: “140万亿”/,
    )
    expect(rankWords(screening.finds!)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('as “140万亿”'),
        '刘烈宏 named',
        'no quotation',
        'date given: 今年3月',
      ]),
    )
  })

  it('with a slip names both figures and the slip', () => {
    const screening = read('Liu Liehong said that daily token usage has surpassed 140 billion as of March.')
    const sentence = standingSentence({ standing: 'passage_found', screening, isWaiting: false })
    expect(sentence).toContain('another figure in its place: “140 billion”, not “140 trillion”')
  })

  it('that could not be looked at is never said to lack the passage', () => {
    const why = { reason: 'blocked_challenge' as const, message: 'A challenge came back.' }
    const sentence = standingSentence({
      standing: 'could_not_look',
      screening: { page: null, finds: null, why },
      isWaiting: false,
    })
    expect(sentence).toBe('Could not look: the page was blocked by the site or by a service in front of it.')
  })

  it('that never existed is told with both reasons', () => {
    const first = {
      step: 'plain',
      ended: 'failed',
      reason: 'dns',
      httpStatus: null,
      message: 'No such name.',
    }
    const archive = {
      step: 'wayback',
      ended: 'nothing',
      reason: 'no_results',
      httpStatus: 200,
      message: 'None.',
    }
    const { standing, screening } = judgeUnread(first, archive)
    expect(standingSentence({ standing, screening, isWaiting: false })).toBe(
      'This address never existed: the name does not resolve, and no archive that was asked has the address.',
    )
  })

  it('that nobody has looked at says whether somebody will', () => {
    const unseen = { standing: null, screening: null }
    expect(standingSentence({ ...unseen, isWaiting: true })).toBe('Waits to be looked at.')
    expect(standingSentence({ ...unseen, isWaiting: false })).toMatch(/^Not looked at/)
  })
})
