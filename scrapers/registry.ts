/** Every scraper, in the order a chain may name them; explicit, so that one look shows what this installation can do. */

import type { AssistSubject } from '#domain/proposal.ts'
import { openBundle } from './archive/open-bundle.ts'
import { createPack, type Pack } from './archive/pack-capture.ts'
import { readWacz } from './archive/read-wacz.ts'
import { createStamper } from './archive/stamper.ts'
import { type AssistantSettings, assistant, type Proposed } from './assist/assistant.ts'
import type {
  Fetched,
  FetchRequest,
  FindRequest,
  Lead,
  PageReading,
  ReadRequest,
  Scraper,
} from './contract.ts'
import { decodePage } from './extract/decode-page.ts'
import { openPage } from './extract/open-page.ts'
import { furnitureOf } from './extract/page-furniture.ts'
import { readAside } from './extract/read-aside.ts'
import { plain } from './fetch/plain.ts'
import { rendered } from './fetch/rendered.ts'
import { type Replay, replayBundle } from './fetch/replay-bundle.ts'
import { upload } from './fetch/upload.ts'
import { wayback } from './fetch/wayback.ts'
import { braveSearch } from './find/brave-search.ts'
import { browserSearch } from './find/browser-search.ts'
import { factCheckSearch } from './find/fact-check-search.ts'
import { feedSearch } from './find/feed-search.ts'
import { grokSearch } from './find/grok-search.ts'
import { linkSearch } from './find/link-search.ts'
import { localWebSearch } from './find/local-web-search.ts'
import { waybackSearch } from './find/wayback-search.ts'
import { createBrowser } from './kit/browser.ts'
import { createEscort, type Escort } from './kit/escort.ts'
import type { GuardPolicy } from './kit/guard.ts'
import { ownAddresses } from './kit/own-addresses.ts'
import { createPoliteness, type Politeness } from './kit/politeness.ts'
import { createRobots, type RobotsPolicy } from './kit/robots.ts'
import { createWalls } from './kit/walls.ts'
import { createWeb, type Web } from './kit/web.ts'
import { perma } from './witness/perma.ts'
import { savePageNow } from './witness/save-page-now.ts'
import type { Witness } from './witness/witness.ts'

/** Written into every archive as the software that made it. */
const SOFTWARE = 'Stet 0.1.0'

/** Settings of all scrapers. Null means "not set up": the step then ends `skipped`, with that reason. */
export type RegistrySettings = {
  userAgent: string
  /** lets pages on this machine be fetched: for the sample newsroom and for tests, never for a desk */
  allowLoopbackPages: boolean
  chromium: string | null
  xai: { apiKey: string | null; baseUrl: string; model: string }
  /** a language model that may propose; null or absent: off */
  assistant?: AssistantSettings['service']
  searxngUrl: string | null
  browserSearchUrl: string | null
  /** `timeMapUrl` is asked where the CDX server is off; `otherTimeMaps` are those of other archives */
  wayback: {
    enabled: boolean
    cdxUrl: string
    playbackUrl: string
    timeMapUrl?: string
    otherTimeMaps?: string[]
  }
  /** `freshness` as Brave writes it, or null for pages of any age */
  brave?: { apiKey: string; baseUrl: string; freshness: string | null } | null
  factCheck?: { apiKey: string; baseUrl: string } | null
  /** second witnesses, without keys null: archives that are asked to keep captured pages, too */
  savePageNow?: { accessKey: string; secretKey: string; saveUrl: string } | null
  perma?: { apiKey: string; apiUrl: string; folder: number | null } | null
  /** what a site's robots.txt counts for; `note` unless told */
  robots?: RobotsPolicy
  /** hosts, addresses and ranges that no page may be fetched from, besides this machine's own */
  denyHosts?: string[]
  /** hosts of the house's own services that pass nothing on: sensitive articles may use them */
  ownHosts?: string[]
  /** PKCS #8 PEM of the key that archives are signed with; without one they are unsigned */
  signingKeyPem?: string | null
  /** a timestamp authority (RFC 3161) and the certificates it must lead to */
  timestamps?: { address: string; trustedPem: string | null } | null
}

export type Registry = {
  find: Scraper<FindRequest, Lead[]>[]
  fetch: Scraper<FetchRequest, Fetched>[]
  assistant: Scraper<AssistSubject | null, Proposed>
  read: (request: ReadRequest) => Promise<PageReading>
  pack: Pack
  /** goes along with every step of a run: sensitivity, politeness, and the log of who was met outside */
  escort: Escort
  /** plays an archive back, offline */
  replay: Replay
  witnesses: Witness[]
  close: () => Promise<void>
}

/** Makes every scraper. Pages from outside meet the strict guard; services that the operator named may also live in the house. */
export function createRegistry(settings: RegistrySettings): Registry {
  const pages: GuardPolicy = {
    allowLoopback: settings.allowLoopbackPages,
    allowedPorts: settings.allowLoopbackPages ? 'any' : [80, 443],
    denyHosts: [...(settings.denyHosts ?? []), ...ownAddresses()],
  }
  const services: GuardPolicy = {
    allowLoopback: settings.allowLoopbackPages,
    allowedPorts: 'any',
    denyHosts: [],
    trustedHosts: hostsOf([
      settings.assistant?.baseUrl ?? null,
      settings.searxngUrl,
      settings.browserSearchUrl,
      settings.xai.baseUrl,
      settings.wayback.cdxUrl,
      settings.wayback.playbackUrl,
      settings.wayback.timeMapUrl ?? null,
      ...(settings.wayback.otherTimeMaps ?? []),
      settings.brave?.baseUrl ?? null,
      settings.factCheck?.baseUrl ?? null,
      settings.savePageNow?.saveUrl ?? null,
      settings.perma?.apiUrl ?? null,
      settings.timestamps?.address ?? null,
    ]),
  }
  const { userAgent } = settings
  const pageWeb = createWeb({ policy: pages, userAgent })
  const serviceWeb = createWeb({ policy: services, userAgent, via: 'service' })
  const politeness = createPoliteness()
  const robotsPolicy = settings.robots ?? 'note'
  const robots = createRobots({ web: pageWeb, politeness, userAgent, policy: robotsPolicy })
  const pageBrowser = createBrowser({ executablePath: settings.chromium, policy: pages })
  const serviceBrowser = createBrowser({ executablePath: settings.chromium, policy: services })
  return {
    find: [
      grokSearch({ web: serviceWeb, ...settings.xai }),
      localWebSearch({ web: serviceWeb, baseUrl: settings.searxngUrl }),
      browserSearch({ browser: serviceBrowser, web: serviceWeb, searchUrl: settings.browserSearchUrl }),
      braveSearch({ web: serviceWeb, apiKey: null, ...settings.brave }),
      factCheckSearch({ web: serviceWeb, apiKey: null, ...settings.factCheck }),
      waybackSearch({ web: serviceWeb, politeness, ...settings.wayback }),
      feedSearch({ web: pageWeb, politeness, userAgent, robots: robotsPolicy, ...markup }),
      linkSearch({
        openPage: ({ body, httpCharset }) => markup.openPage(markup.decode(body, httpCharset)),
        furnitureOf,
      }),
    ],
    fetch: [
      plain({ web: pageWeb, politeness }),
      rendered({ browser: pageBrowser, policy: pages }),
      wayback({ web: serviceWeb, politeness, ...settings.wayback }),
      upload({ openWacz: readWacz }),
    ],
    assistant: assistant({ web: serviceWeb, service: settings.assistant ?? null }),
    read: (request) => readAside(request),
    pack: createPack({
      software: SOFTWARE,
      signingKeyPem: settings.signingKeyPem ?? null,
      stamper: settings.timestamps ? createStamper({ web: serviceWeb, ...settings.timestamps }) : null,
    }),
    escort: createEscort({
      politeness,
      robots,
      walls: createWalls(),
      services: {
        assistant: settings.assistant?.baseUrl ?? null,
        'grok-search': settings.xai.baseUrl,
        'local-web-search': settings.searxngUrl,
        'browser-search': settings.browserSearchUrl?.replace('{query}', '') ?? null,
        'brave-search': settings.brave?.baseUrl ?? null,
        'fact-check-search': settings.factCheck?.baseUrl ?? null,
        'wayback-search': settings.wayback.cdxUrl,
        wayback: settings.wayback.cdxUrl,
      },
      ownHosts: settings.ownHosts ?? [],
    }),
    replay: replayBundle({ browser: pageBrowser, openBundle, read: (request) => readAside(request) }),
    witnesses: witnessesOf(settings, { web: serviceWeb, politeness }),
    close: async () => {
      await Promise.all([pageBrowser.close(), serviceBrowser.close()])
    },
  }
}

/** How find steps open what they read: as everything else is opened, bounded and in whatever encoding it is. */
const markup = {
  decode: (body: Uint8Array, httpCharset: string | null) => decodePage(body, { httpCharset }).text,
  openPage: (html: string) => openPage(html).$,
}

/** The archives that are set up as second witnesses. The Internet Archive's copies are looked up where `wayback` looks. */
function witnessesOf(
  { savePageNow: spn, perma: permaKeys, wayback: archive }: RegistrySettings,
  tools: { web: Web; politeness: Politeness },
): Witness[] {
  const witnesses: Witness[] = []
  if (spn)
    witnesses.push(
      savePageNow({ ...tools, ...spn, cdxUrl: archive.cdxUrl, playbackUrl: archive.playbackUrl }),
    )
  if (permaKeys) witnesses.push(perma({ ...tools, ...permaKeys }))
  return witnesses
}

/** Host names of the addresses that are set: services the operator named may live in a private network. */
function hostsOf(addresses: (string | null)[]): string[] {
  return addresses.flatMap((address) => (address ? [new URL(address.replace('{query}', '')).hostname] : []))
}
