/** Lets a page come to rest: waits for a quiet network, and scrolls so that lazy parts load. */
import type { Page } from 'playwright'

const MAX_SCROLLS = 20
const SCROLL_PAUSE_MS = 80

/** Waits until nothing has been asked for half a second, or until `settleMs`; busy pages never fall silent. */
export async function settle(page: Page, settleMs: number): Promise<boolean> {
  return page.waitForLoadState('networkidle', { timeout: settleMs }).then(
    () => true,
    (error: Error) => {
      if (error.name === 'TimeoutError') return false
      throw error
    },
  )
}

/** Scrolls down screen by screen so that lazy parts load, then back up; answers with the number of screens. */
export async function scrollThrough(page: Page): Promise<number> {
  let scrolls = 0
  for (; scrolls < MAX_SCROLLS; scrolls++) {
    const isAtEnd = await page.evaluate(() => {
      const before = window.scrollY
      window.scrollBy(0, window.innerHeight * 0.9)
      return window.scrollY === before
    })
    if (isAtEnd) break
    await page.waitForTimeout(SCROLL_PAUSE_MS)
  }
  await page.evaluate(() => window.scrollTo(0, 0))
  return scrolls
}
