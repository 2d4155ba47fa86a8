/** Fetches a page by plain HTTP, exactly the bytes the site sends to a reader without a browser. */
import type { Fetched, FetchRequest, Scraper } from '#scrapers/contract.ts'
import { politeGet } from '#scrapers/kit/polite-get.ts'
import type { Politeness } from '#scrapers/kit/politeness.ts'
import type { Web } from '#scrapers/kit/web.ts'
import { rateLimited } from './rate-limited.ts'
import { sniffType } from './sniff-type.ts'

export type PlainSettings = { web: Web; politeness: Politeness }

/** Types that say nothing; the bytes themselves are asked then. */
const VAGUE_TYPES = ['', 'application/octet-stream', 'binary/octet-stream', 'application/x-download']

/**
 * Any status with a body comes home as `done`: what the page is, its content decides, never the code alone.
 * Only 429 ends `failed`: the site has said that this is not the page.
 */
export function plain(settings: PlainSettings): Scraper<FetchRequest, Fetched> {
  return {
    name: 'plain',
    version: 'plain-1',
    run: async ({ address }, { signal, now }) => {
      const capturedAt = now()
      const answer = await politeGet(settings.web, settings.politeness, { address, signal })
      const asked = { asked: address, askedOf: hostOf(address) }
      if (!answer.ok) {
        const { reason, message, hops, httpStatus } = answer
        return {
          outcome: { ended: 'failed', reason, message },
          facts: { ...asked, hops, httpStatus: httpStatus ?? null },
        }
      }
      const { response } = answer
      const connection = response.exchanges[0]?.connection ?? null
      const facts = {
        ...asked,
        httpStatus: response.status,
        finalUrl: response.finalUrl,
        hops: response.hops,
        bytes: response.body.byteLength,
        detail: { remoteAddress: response.remoteAddress, connection, mediaType: response.mediaType },
      }
      if (response.status === 429) return rateLimited(response.headers, facts)
      const mediaType = VAGUE_TYPES.includes(response.mediaType)
        ? (sniffType(response.body) ?? response.mediaType)
        : response.mediaType
      const value: Fetched = {
        method: 'plain',
        custody: 'machine',
        finalUrl: response.finalUrl,
        hops: response.hops,
        capturedAt,
        body: response.body,
        mediaType: mediaType === '' ? 'application/octet-stream' : mediaType,
        httpCharset: response.httpCharset,
        status: response.status,
        responseHeaders: response.headers,
        exchanges: response.exchanges,
        screenshot: null,
        renderedText: null,
        broughtWacz: null,
        provenance: { remoteAddress: response.remoteAddress, connection, declaredType: response.mediaType },
      }
      return { outcome: { ended: 'done', value }, facts }
    },
  }
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null
}
