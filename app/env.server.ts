/** Settings: the only place that reads the environment. Bad values stop the start with the list of bad names. */
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const address = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })
/** Addresses, separated by commas or blanks. */
const addresses = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(address))
/** Names, addresses or ranges, separated by commas or blanks. */
const hosts = z.string().transform((text) =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean),
)
const flag = z.enum(['0', '1', 'true', 'false', '']).transform((text) => text === '1' || text === 'true')

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: address.optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^file:/, 'must start with file: (an SQLite file)')
    .optional(),
  STET_CHROMIUM: z.string().optional(),
  STET_ALLOW_LOOPBACK: flag.default(false),
  STET_USER_AGENT: z.string().max(300).default('Stet/0.1 (source verification; newsroom archive)'),
  STET_ROBOTS: z.enum(['obey', 'note', 'ignore']).default('note'),
  STET_DENY_HOSTS: hosts.default([]),
  STET_OWN_HOSTS: hosts.default([]),
  XAI_API_KEY: z.string().optional(),
  XAI_BASE_URL: address.default('https://api.x.ai/v1'),
  XAI_MODEL: z.string().default('grok-latest'),
  ASSISTANT_PROTOCOL: z.enum(['openai', 'xai', 'ollama']).optional(),
  ASSISTANT_URL: address.optional(),
  ASSISTANT_API_KEY: z.string().optional(),
  ASSISTANT_MODEL: z.string().max(200).optional(),
  SEARXNG_URL: address.optional(),
  BROWSER_SEARCH_URL: z
    .string()
    .regex(/^https?:\/\/.*\{query\}/, 'must be an http(s) address with {query} in it')
    .optional(),
  BRAVE_API_KEY: z.string().optional(),
  BRAVE_URL: address.default('https://api.search.brave.com/res/v1'),
  BRAVE_FRESHNESS: z
    .string()
    .regex(
      /^(?:p[dwmy]|\d{4}-\d\d-\d\dto\d{4}-\d\d-\d\d)$/,
      'must be pd, pw, pm, py (past day, week, month, year) or two days as 2026-03-01to2026-03-31',
    )
    .optional(),
  FACT_CHECK_API_KEY: z.string().optional(),
  FACT_CHECK_URL: address.default('https://factchecktools.googleapis.com/v1alpha1'),
  WAYBACK_CDX_URL: address.default('https://web.archive.org/cdx/search/cdx'),
  WAYBACK_URL: address.default('https://web.archive.org/web'),
  WAYBACK_TIMEMAP_URL: address.default('https://web.archive.org/web/timemap/link/'),
  MEMENTO_TIMEMAPS: addresses.default([]),
  STET_WAYBACK: flag.default(true),
  SPN_ACCESS_KEY: z.string().optional(),
  SPN_SECRET_KEY: z.string().optional(),
  SPN_URL: address.default('https://web.archive.org/save'),
  PERMA_API_KEY: z.string().optional(),
  PERMA_URL: address.default('https://api.perma.cc/v1'),
  PERMA_FOLDER: z.coerce.number().int().min(1).optional(),
  STET_PUBLIC_MEMENTO: flag.default(false),
  SIGNING_KEY_FILE: z.string().optional(),
  TSA_URL: address.optional(),
  TSA_CA_PEM: z.string().optional(),
  REPLAY_PORT: port.optional(),
  REPLAY_URL: z
    .string()
    .regex(
      /^https?:\/\/(?:\*\.)?[^/?#*\s]+$/,
      'must be an http(s) address without a path; *. may begin its host',
    )
    .optional(),
})

/** All settings, checked. Everything else is given the ones it needs; nobody else reads the environment. */
export type Settings = z.output<typeof schema>

/** A mistake of whoever set Stet up: shown as it is, without the traces that a fault of ours leaves. */
export class SettingsError extends Error {}

/**
 * Reads settings from an environment. An empty variable counts as not set. Throws one `SettingsError` that names every
 * variable that is wrong and what it should be.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new SettingsError(`These settings are not right:\n${lines.join('\n')}\nSee .env.example.`)
}
