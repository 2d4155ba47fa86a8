/** Every scraper, in the order a chain may name them; explicit, so that one look shows what this installation can do. */

import { readWacz } from './archive/read-wacz.ts'
import { writeWacz } from './archive/write-wacz.ts'
import type {
  Fetched,
  FetchRequest,
  FindRequest,
  Lead,
  PageReading,
  ReadRequest,
  Scraper,
} from './contract.ts'
import { readPage } from './extract/read-page.ts'
import { plain } from './fetch/plain.ts'
import { rendered } from './fetch/rendered.ts'
import { upload } from './fetch/upload.ts'
import { wayback } from './fetch/wayback.ts'
import { browserSearch } from './find/browser-search.ts'
import { grokSearch } from './find/grok-search.ts'
import { localWebSearch } from './find/local-web-search.ts'
import { createBrowser } from './kit/browser.ts'
import type { GuardPolicy } from './kit/guard.ts'
import { createPoliteness } from './kit/politeness.ts'
import { createWeb } from './kit/web.ts'

/** Written into every archive as the software that made it. */
const SOFTWARE = 'Stet 0.1.0'

/** Settings of all scrapers. Null means "not set up": the step then ends `skipped`, with that reason. */
export type RegistrySettings = {
  userAgent: string
  /** lets pages on this machine be fetched: for the sample newsroom and for tests, never for a desk */
  allowLoopbackPages: boolean
  chromium: string | null
  xai: { apiKey: string | null; baseUrl: string; model: string }
  searxngUrl: string | null
  browserSearchUrl: string | null
  wayback: { enabled: boolean; cdxUrl: string; playbackUrl: string }
}

export type Registry = {
  find: Scraper<FindRequest, Lead[]>[]
  fetch: Scraper<FetchRequest, Fetched>[]
  read: (request: ReadRequest) => Promise<PageReading>
  pack: (page: { fetched: Fetched; reading: PageReading }) => Promise<Uint8Array>
  close: () => Promise<void>
}

/** Makes every scraper. Pages from outside meet the strict guard; services that the operator named may also run on this machine. */
export function createRegistry(settings: RegistrySettings): Registry {
  const pages: GuardPolicy = {
    allowLoopback: settings.allowLoopbackPages,
    allowedPorts: settings.allowLoopbackPages ? 'any' : [80, 443],
    denyHosts: [],
  }
  const services: GuardPolicy = {
    allowLoopback: true,
    allowedPorts: 'any',
    denyHosts: [],
    trustedHosts: hostsOf([settings.searxngUrl, settings.browserSearchUrl, settings.xai.baseUrl]),
  }
  const { userAgent } = settings
  const pageWeb = createWeb({ policy: pages, userAgent })
  const serviceWeb = createWeb({ policy: services, userAgent })
  const politeness = createPoliteness()
  const pageBrowser = createBrowser({ executablePath: settings.chromium, policy: pages })
  const serviceBrowser = createBrowser({ executablePath: settings.chromium, policy: services })
  return {
    find: [
      grokSearch({ web: serviceWeb, ...settings.xai }),
      localWebSearch({ web: serviceWeb, baseUrl: settings.searxngUrl }),
      browserSearch({ browser: serviceBrowser, searchUrl: settings.browserSearchUrl }),
    ],
    fetch: [
      plain({ web: pageWeb, politeness }),
      rendered({ browser: pageBrowser, policy: pages }),
      wayback({ web: serviceWeb, politeness, ...settings.wayback }),
      upload({ openWacz: readWacz }),
    ],
    read: readPage,
    pack: ({ fetched, reading }) => writeWacz({ fetched, reading, software: SOFTWARE }),
    close: async () => {
      await Promise.all([pageBrowser.close(), serviceBrowser.close()])
    },
  }
}

/** Host names of the addresses that are set: services the operator named may live in a private network. */
function hostsOf(addresses: (string | null)[]): string[] {
  return addresses.flatMap((address) => (address ? [new URL(address.replace('{query}', '')).hostname] : []))
}
