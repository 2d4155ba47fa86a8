/** Takes a picture of a whole page, top to bottom, up to the height that a graphics surface can hold. */
import type { Page } from 'playwright'

export type Picture = { png: Uint8Array; widthPx: number; heightPx: number; isCut: boolean }

/** Chromium's surfaces end at 16,384 px; below that the picture repeats itself instead of going on. */
const MAX_HEIGHT_PX = 15_000
const MAX_WIDTH_PX = 4000

/** PNG of the page at its own size. `isCut` says that the page is larger than the picture. */
export async function takePicture(page: Page): Promise<Picture> {
  const session = await page.context().newCDPSession(page)
  try {
    const { cssContentSize } = await session.send('Page.getLayoutMetrics')
    const width = Math.max(1, Math.min(Math.ceil(cssContentSize.width), MAX_WIDTH_PX))
    const height = Math.max(1, Math.min(Math.ceil(cssContentSize.height), MAX_HEIGHT_PX))
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width, height, scale: 1 },
    })
    return {
      png: Buffer.from(data, 'base64'),
      widthPx: width,
      heightPx: height,
      isCut: cssContentSize.height > height || cssContentSize.width > width,
    }
  } finally {
    await session.detach().catch(() => {})
  }
}
