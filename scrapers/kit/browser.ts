/** The browser: one Chromium for the process, a fresh guarded context per visit, and failures as values. */
import PQueue from 'p-queue'
import { type BrowserContext, chromium, type Page, type Browser as PlaywrightBrowser } from 'playwright'
import type { Reason } from '#domain/attempt.ts'
import { browserFailure } from './browser-failure.ts'
import { closedWindow } from './closed-window.ts'
import { keepErrand } from './errand.ts'
import type { GuardPolicy, Resolve } from './guard.ts'
import { type GuardProxy, startGuardProxy } from './proxy.ts'

/**
 * `executablePath` null means this machine has no browser; every visit then answers `not_configured`.
 * `env` is all the environment Chromium gets: a process that runs hostile pages inherits no keys.
 * `userAgent` and `locale` null keep Chromium's own. `maxVisits` open at once (2 unless told);
 * `maxVisitBytes` may come over the network in one (250 MB unless told).
 */
export type BrowserSettings = {
  executablePath: string | null
  policy: GuardPolicy
  resolve?: Resolve
  userAgent?: string | null
  locale?: string | null
  viewport?: { width: number; height: number }
  env?: Record<string, string>
  maxVisits?: number
  maxVisitBytes?: number
}

export type Visit = {
  page: Page
  proxy: GuardProxy
  /** Chromium's version, as it tells it */
  version: string
  viewport: { width: number; height: number }
}

type VisitAnswer<T> = { ok: true; value: T } | { ok: false; reason: Reason; message: string }

export type Browser = {
  isAvailable: boolean
  /** Opens a blank page in a fresh context and closes it after the task, or at once when the signal fires. */
  visit: <T>(task: (visit: Visit) => Promise<T>, signal: AbortSignal) => Promise<VisitAnswer<T>>
  close: () => Promise<void>
}

const VIEWPORT = { width: 1280, height: 900 }
const LAUNCH_TIMEOUT_MS = 30_000
/** Chromium's own errands go nowhere: only contexts have a proxy that lets anything through. */
const DEAD_PROXY = 'http://127.0.0.1:1'
/** Chromium goes past its proxy for loopback unless told otherwise; Playwright tells it, but lets an environment variable undo it. */
const NO_BYPASS = '<-loopback>'
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
  // Both names, of the browser and of its headless shell: UDP has no proxy, so there is none.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
  '--no-pings',
  // Names are resolved by the proxy alone; whatever else asks for one learns nothing and tells nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  // Frames of other sites would live in processes that a page's recorder does not see. What site isolation protects,
  // one site's secrets from another, does not exist here: contexts are empty and live for one page.
  '--disable-site-isolation-trials',
]

/** Makes the browser without starting it; the first visit launches Chromium, `close` ends it. */
export function createBrowser(settings: BrowserSettings): Browser {
  const queue = new PQueue({ concurrency: settings.maxVisits ?? 2 })
  let launched: Promise<PlaywrightBrowser> | null = null

  const running = async (executablePath: string): Promise<PlaywrightBrowser> => {
    const known = await launched?.catch(() => null)
    if (known?.isConnected()) return known
    launched = launch(executablePath, settings)
    return launched
  }

  return {
    isAvailable: settings.executablePath !== null,
    visit: async (task, signal) => {
      const { executablePath } = settings
      if (executablePath === null)
        return { ok: false, reason: 'not_configured', message: 'No browser is installed on this machine.' }
      try {
        return await queue.add(
          keepErrand(async () => {
            let browser: PlaywrightBrowser
            try {
              browser = await running(executablePath)
            } catch (error) {
              const why = String((error as Error).message).split('\n')[0]
              return {
                ok: false as const,
                reason: 'engine_unavailable' as const,
                message: `The browser did not start: ${why}`,
              }
            }
            return visitOnce(browser, settings, task, signal)
          }),
          { signal },
        )
      } catch (error) {
        if (!signal.aborted) throw error
        return { ok: false, ...closedWindow(signal) }
      }
    },
    close: async () => {
      queue.clear()
      const browser = await launched?.catch(() => null)
      launched = null
      await browser?.close()
    },
  }
}

function launch(executablePath: string, settings: BrowserSettings): Promise<PlaywrightBrowser> {
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium refuses to run its sandbox as root; everybody else gets it.
    chromiumSandbox: process.getuid?.() !== 0,
    args: FLAGS,
    proxy: { server: DEAD_PROXY, bypass: NO_BYPASS },
    env: settings.env ?? {},
    timeout: LAUNCH_TIMEOUT_MS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

async function visitOnce<T>(
  browser: PlaywrightBrowser,
  settings: BrowserSettings,
  task: (visit: Visit) => Promise<T>,
  signal: AbortSignal,
): Promise<VisitAnswer<T>> {
  const viewport = settings.viewport ?? VIEWPORT
  const proxy = await startGuardProxy(settings.policy, settings.resolve, settings.maxVisitBytes)
  let context: BrowserContext | null = null
  let lastAsked: string | null = null
  const onAbort = () => void context?.close().catch(() => {})
  signal.addEventListener('abort', onAbort)
  try {
    context = await browser.newContext({
      proxy: { server: proxy.url, bypass: NO_BYPASS },
      serviceWorkers: 'block',
      acceptDownloads: false,
      viewport,
      ...(settings.userAgent ? { userAgent: settings.userAgent } : {}),
      ...(settings.locale ? { locale: settings.locale } : {}),
    })
    context.on('request', (request) => proxy.tell(request.url()))
    // The signal alone decides how long a visit takes.
    context.setDefaultTimeout(0)
    const page = await context.newPage()
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) lastAsked = request.url()
    })
    if (signal.aborted) return { ok: false, ...closedWindow(signal) }
    return { ok: true, value: await task({ page, proxy, version: browser.version(), viewport }) }
  } catch (error) {
    if (signal.aborted) return { ok: false, ...closedWindow(signal) }
    return { ok: false, ...browserFailure(error, lastAsked, proxy) }
  } finally {
    signal.removeEventListener('abort', onAbort)
    await context?.close().catch(() => {})
    await proxy.close()
  }
}
