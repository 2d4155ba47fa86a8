/** Turns the checked settings into what the desk and the scrapers need. */
import { readSettings, type Settings } from '#app/env.server.ts'
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
  return {
    userAgent: settings.STET_USER_AGENT,
    allowLoopbackPages: settings.STET_ALLOW_LOOPBACK,
    chromium: options.browser ? findChromium() : null,
    xai: { apiKey: settings.XAI_API_KEY ?? null, baseUrl: settings.XAI_BASE_URL, model: settings.XAI_MODEL },
    searxngUrl: settings.SEARXNG_URL ?? null,
    browserSearchUrl: settings.BROWSER_SEARCH_URL ?? null,
    wayback: {
      enabled: settings.STET_WAYBACK,
      cdxUrl: settings.WAYBACK_CDX_URL,
      playbackUrl: settings.WAYBACK_URL,
    },
  }
}
