/** The whole corpus of interstitials and articles through the reader: what may never be mistaken, is not. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Judged, judgeCorpus, scores } from '../../bench/classifier/measure.ts'

let judged: Judged[] = []
beforeAll(async () => {
  judged = await judgeCorpus()
}, 60_000)

const told = ({ page, said, signals }: Judged) => `${page.id}: ${said} (${signals.join('; ')})`

describe('the corpus', () => {
  test('holds sixty interstitials and sixty articles at the least, in six languages', () => {
    const articles = judged.filter(({ page }) => page.wanted === 'article')
    expect(articles.length).toBeGreaterThanOrEqual(60)
    expect(judged.length - articles.length).toBeGreaterThanOrEqual(60)
    expect(new Set(judged.map(({ page }) => page.id)).size).toBe(judged.length)
  })

  test('no long article is taken for an interstitial, whatever words it mentions', () => {
    const long = judged.filter(({ page }) => page.isLong)
    expect(long.length).toBeGreaterThanOrEqual(30)
    expect(long.filter(({ said }) => said !== 'article').map(told)).toEqual([])
  })

  test('no interstitial is called an article', () => {
    const wrong = judged.filter(({ page, said }) => page.wanted !== 'article' && said === 'article')
    expect(wrong.map(told)).toEqual([])
  })

  test('every interstitial says by which signals it was known', () => {
    const silent = judged.filter(({ said, signals }) => said !== 'article' && signals.length === 0)
    expect(silent.map(told)).toEqual([])
  })

  test('at most one page in fifty is put into a wrong class', () => {
    const right = scores(judged).reduce((sum, one) => sum + one.right, 0)
    expect(right / judged.length).toBeGreaterThanOrEqual(0.98)
  })
})
