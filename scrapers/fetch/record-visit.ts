/** Records what a browser page receives, response by response, in the shape the archive keeps. */
import type { Page, Request } from 'playwright'
import type { Exchange } from '#scrapers/contract.ts'
import { headersOfDecodedBody, withoutSecrets } from '#scrapers/kit/exchange-headers.ts'
import type { GuardProxy } from '#scrapers/kit/proxy.ts'

export type Recorder = {
  /** Waits for bodies still being read, for at most `waitMs`, and answers with everything, in the order it came. */
  finish: (
    waitMs: number,
  ) => Promise<{ exchanges: Exchange[]; notRecorded: { address: string; why: string }[] }>
}

/** Bounds of one recording in bytes of decoded bodies; what does not fit is named, not dropped in silence. */
const MAX_BODY_BYTES = 25_000_000
const MAX_TOTAL_BYTES = 150_000_000
const REDIRECTS = [301, 302, 303, 307, 308]

/** Starts recording. Call it before the page is opened. */
export function recordVisit(page: Page, proxy: GuardProxy): Recorder {
  const exchanges: { order: number; exchange: Exchange }[] = []
  const notRecorded: { address: string; why: string }[] = []
  const pending = new Set<Promise<void>>()
  let order = 0
  let totalBytes = 0

  const record = async (request: Request, position: number) => {
    const response = await request.response()
    if (!response || !/^https?:/.test(request.url())) return
    const isBodiless = REDIRECTS.includes(response.status()) || [204, 304].includes(response.status())
    const body = isBodiless ? Buffer.alloc(0) : await response.body()
    if (body.byteLength > MAX_BODY_BYTES || totalBytes + body.byteLength > MAX_TOTAL_BYTES)
      throw new Error('larger than is recorded')
    totalBytes += body.byteLength
    const headers = pairs(await response.headersArray())
    exchanges.push({
      order: position,
      exchange: {
        address: request.url(),
        method: request.method(),
        requestHeaders: withoutSecrets(pairs(await request.headersArray())),
        status: response.status(),
        statusText: response.statusText(),
        responseHeaders: headersOfDecodedBody(headers, body.byteLength),
        body,
        at: new Date(request.timing().startTime),
        remoteAddress: proxy.addressOf(new URL(request.url()).hostname),
      },
    })
  }
  const onEnd = (request: Request) => {
    const reading = record(request, order++).catch((error: Error) => {
      notRecorded.push({ address: request.url(), why: String(error.message).split('\n')[0] ?? '' })
    })
    pending.add(reading)
    reading.finally(() => pending.delete(reading))
  }
  page.on('requestfinished', onEnd)
  page.on('requestfailed', (request) => {
    notRecorded.push({ address: request.url(), why: request.failure()?.errorText ?? 'failed' })
  })

  return {
    finish: async (waitMs) => {
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, waitMs)
      })
      await Promise.race([Promise.all(pending), enough])
      clearTimeout(timer)
      page.off('requestfinished', onEnd)
      const inOrder = exchanges.sort((a, b) => a.order - b.order)
      return { exchanges: inOrder.map(({ exchange }) => exchange), notRecorded: [...notRecorded] }
    },
  }
}

/** Chromium joins repeated headers of HTTP/2 by a line feed; a header line may not hold one. */
function pairs(headers: { name: string; value: string }[]): [string, string][] {
  return headers
    .filter(({ name }) => !name.startsWith(':'))
    .flatMap(({ name, value }) => value.split('\n').map((line): [string, string] => [name, line]))
}
