/** Turns the checked settings into what the desk and the scrapers need. */
import { readSettings, type Settings } from '#app/env.server.ts'
import { assistantSetting } from '#domain/assistant-setting.ts'
import type { RegistrySettings } from '#scrapers/registry.ts'
import { type Desk, openDesk } from '#storage/desk.server.ts'
import { findChromium } from './find-chromium.mjs'

/** The settings of this process. Throws with the list of what is wrong. */
export function settingsHere(): Settings {
  return readSettings(process.env)
}

/** The desk that the settings name. */
export function openDeskHere(settings: Settings): Promise<Desk> {
  return openDesk({ dataFolder: settings.DATA_DIR, databaseUrl: settings.DATABASE_URL })
}

/** What the scrapers are set up with. `browser` false leaves the browser steps out, as "not configured". */
export function registrySettings(
  settings: Settings,
  options: { browser: boolean } = { browser: true },
): RegistrySettings {
  const assistant = assistantSetting(settings)
  return {
    userAgent: settings.STET_USER_AGENT,
    allowLoopbackPages: settings.STET_ALLOW_LOOPBACK,
    robots: settings.STET_ROBOTS,
    denyHosts: [...settings.STET_DENY_HOSTS, ...publicHost(settings)],
    ownHosts: settings.STET_OWN_HOSTS,
    chromium: options.browser ? findChromium() : null,
    xai: { apiKey: settings.XAI_API_KEY ?? null, baseUrl: settings.XAI_BASE_URL, model: settings.XAI_MODEL },
    assistant: assistant.on ? assistant : null,
    searxngUrl: settings.SEARXNG_URL ?? null,
    browserSearchUrl: settings.BROWSER_SEARCH_URL ?? null,
    wayback: {
      enabled: settings.STET_WAYBACK,
      cdxUrl: settings.WAYBACK_CDX_URL,
      playbackUrl: settings.WAYBACK_URL,
      timeMapUrl: settings.WAYBACK_TIMEMAP_URL,
      otherTimeMaps: settings.MEMENTO_TIMEMAPS,
    },
    brave: settings.BRAVE_API_KEY
      ? {
          apiKey: settings.BRAVE_API_KEY,
          baseUrl: settings.BRAVE_URL,
          freshness: settings.BRAVE_FRESHNESS ?? null,
        }
      : null,
    factCheck: settings.FACT_CHECK_API_KEY
      ? { apiKey: settings.FACT_CHECK_API_KEY, baseUrl: settings.FACT_CHECK_URL }
      : null,
    savePageNow:
      settings.SPN_ACCESS_KEY && settings.SPN_SECRET_KEY
        ? {
            accessKey: settings.SPN_ACCESS_KEY,
            secretKey: settings.SPN_SECRET_KEY,
            saveUrl: settings.SPN_URL,
          }
        : null,
    perma: settings.PERMA_API_KEY
      ? { apiKey: settings.PERMA_API_KEY, apiUrl: settings.PERMA_URL, folder: settings.PERMA_FOLDER ?? null }
      : null,
  }
}

/** The host under which people reach this desk: no page of it is a source. On this machine itself the guard decides. */
function publicHost({ PUBLIC_URL, STET_ALLOW_LOOPBACK }: Settings): string[] {
  return PUBLIC_URL && !STET_ALLOW_LOOPBACK ? [new URL(PUBLIC_URL).hostname] : []
}
