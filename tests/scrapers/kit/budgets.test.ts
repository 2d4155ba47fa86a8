import { describe, expect, it } from 'vitest'
import { ARCHIVE_BUDGETS, createBudgets } from '#scrapers/kit/budgets.ts'
import { fakeClock } from '../../support/fake-clock.ts'

const CDX = 'https://web.archive.org/cdx/search/cdx?url=a'

describe('the budget of an archive', () => {
  it('is one for all who ask there, and the next one waits for the oldest to be a minute old', async () => {
    const clock = fakeClock()
    const budgets = createBudgets(ARCHIVE_BUDGETS, clock)
    for (let times = 0; times < 24; times++) {
      await budgets.spend(times % 2 ? CDX : 'https://web.archive.org/web/timemap/link/http://a/')
      clock.pass(1_000)
    }
    expect(clock.waits).toEqual([])
    await budgets.spend(CDX)
    expect(clock.waits).toEqual([60_000 - 24_000])
  })
  it('holds for pages of it as well, and for nobody else', async () => {
    const clock = fakeClock()
    const budgets = createBudgets(ARCHIVE_BUDGETS, clock)
    for (let times = 0; times < 480; times++)
      await budgets.spend('https://web.archive.org/web/2026id_/http://a/')
    for (let times = 0; times < 600; times++) await budgets.spend('https://news.example/')
    expect(clock.waits).toEqual([])
    await budgets.spend('https://web.archive.org/web/2026id_/http://b/')
    expect(clock.waits).toEqual([60_000])
  })
  it('lets go of whoever’s window closes meanwhile, without charge', async () => {
    const clock = fakeClock()
    const budgets = createBudgets([{ hosts: ['a.example'], requests: 1, perMs: 1_000 }], clock)
    await budgets.spend('https://a.example/')
    await expect(budgets.spend('https://a.example/', AbortSignal.abort('cancelled'))).rejects.toBe(
      'cancelled',
    )
    clock.pass(1_000)
    await budgets.spend('https://a.example/')
    expect(clock.waits).toEqual([])
  })
})
