/** Which steps have the key, address or switch that they need. Whether there is a browser, only the worker's machine knows. */
import { type AssistantSettings, assistantSetting } from './assistant-setting.ts'
import { STEP_NAMES, type StepName } from './step.ts'

/** The settings that decide it, by their names in the environment. */
export type StepSettings = {
  XAI_API_KEY?: string | undefined
  SEARXNG_URL?: string | undefined
  BROWSER_SEARCH_URL?: string | undefined
  BRAVE_API_KEY?: string | undefined
  FACT_CHECK_API_KEY?: string | undefined
  STET_WAYBACK: boolean
} & AssistantSettings

/** What each step needs, in words; steps that need nothing are not named. */
const NEEDS: Partial<Record<StepName, { has: (settings: StepSettings) => boolean; what: string }>> = {
  'grok-search': { has: ({ XAI_API_KEY }) => Boolean(XAI_API_KEY), what: 'an xAI key (XAI_API_KEY)' },
  'local-web-search': {
    has: ({ SEARXNG_URL }) => Boolean(SEARXNG_URL),
    what: 'the address of a SearXNG (SEARXNG_URL)',
  },
  'browser-search': {
    has: ({ BROWSER_SEARCH_URL }) => Boolean(BROWSER_SEARCH_URL),
    what: 'the address of a search page (BROWSER_SEARCH_URL)',
  },
  'brave-search': { has: ({ BRAVE_API_KEY }) => Boolean(BRAVE_API_KEY), what: 'a Brave key (BRAVE_API_KEY)' },
  'fact-check-search': {
    has: ({ FACT_CHECK_API_KEY }) => Boolean(FACT_CHECK_API_KEY),
    what: 'a Google key (FACT_CHECK_API_KEY)',
  },
  'wayback-search': { has: ({ STET_WAYBACK }) => STET_WAYBACK, what: 'the switch STET_WAYBACK' },
  assistant: {
    has: (settings) => assistantSetting(settings).on,
    what: 'an AI assistant (ASSISTANT_PROTOCOL and ASSISTANT_MODEL)',
  },
  wayback: { has: ({ STET_WAYBACK }) => STET_WAYBACK, what: 'the switch STET_WAYBACK' },
}

/** What each step that is not set up lacks, in words. A step that is not named here can be walked. */
export function missingFor(settings: StepSettings): Partial<Record<StepName, string>> {
  const missing: Partial<Record<StepName, string>> = {}
  for (const step of STEP_NAMES) {
    const need = NEEDS[step]
    if (need && !need.has(settings)) missing[step] = need.what
  }
  return missing
}
