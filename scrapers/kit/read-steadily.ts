/** Reads from a page that may be leading on to another one just now. */
import type { Page } from 'playwright'

const MAX_TRIES = 5
/** How Playwright says that the document went away under the reader's eyes. */
const WENT_AWAY =
  /Execution context was destroyed|because of a navigation|Cannot find context|Frame was detached/

/** Runs `read` again when the document is replaced meanwhile; every other error is passed on. */
export async function readSteadily<T>(page: Page, read: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await read()
    } catch (error) {
      if (tries >= MAX_TRIES || !WENT_AWAY.test(String((error as Error).message))) throw error
      await page.waitForLoadState('domcontentloaded')
    }
  }
}
