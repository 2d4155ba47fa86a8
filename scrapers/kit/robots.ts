/** What a site's robots.txt says about an address: asked for once a day, and treated as the desk has stated. */
import { type Clock, SYSTEM_CLOCK } from './clock.ts'
import { politeGet } from './polite-get.ts'
import type { Politeness } from './politeness.ts'
import { productToken, type RobotsRules, readRobots, robotsAllow } from './robots-rules.ts'
import type { Web } from './web.ts'

/**
 * The stated policy. `note`: a person asked for this page, so it is fetched, and the attempt says what robots.txt said.
 * `obey`: pages it disallows are left to a person. `ignore`: it is not asked for.
 */
export type RobotsPolicy = 'obey' | 'note' | 'ignore'

/** `words` is a sentence for the record; `line` the rule that decided, as it is written there. */
export type RobotsSaid = {
  verdict: 'allowed' | 'disallowed' | 'unreachable'
  line: string | null
  words: string
}

export type RobotsSettings = {
  web: Web
  politeness: Politeness
  userAgent: string
  policy: RobotsPolicy
  clock?: Clock
}

export type Robots = {
  policy: RobotsPolicy
  /** Never throws; a robots.txt that cannot be had is `unreachable`, which counts as disallowed (RFC 9309 2.3.1.4). */
  ask: (address: string, signal: AbortSignal) => Promise<RobotsSaid>
}

type Known = { rules: RobotsRules | null; why: string; until: number }

const MAX_BYTES = 512 * 1024
/** RFC 9309 2.3.1.2: at least five redirects are followed. */
const MAX_REDIRECTS = 5
/** RFC 9309 2.4: a copy is used for a day at most. One that could not be had is asked for again soon. */
const KEEP_MS = 24 * 3_600_000
const KEEP_UNREACHABLE_MS = 10 * 60_000
const MAX_SITES = 500

/** Keeps one small set of rules per site, the oldest dropped first above 500. */
export function createRobots(settings: RobotsSettings): Robots {
  const { web, politeness, policy, clock = SYSTEM_CLOCK } = settings
  const token = productToken(settings.userAgent)
  const sites = new Map<string, Known>()

  const fetchRules = async (origin: string, signal: AbortSignal): Promise<Known> => {
    const address = `${origin}/robots.txt`
    const request = { address, signal, maxBytes: MAX_BYTES, maxRedirects: MAX_REDIRECTS }
    const answer = await politeGet(web, politeness, request)
    const now = clock.now()
    if (!answer.ok) {
      // A window that closed says nothing about the site.
      const isTold = !signal.aborted
      return { rules: null, why: answer.message, until: isTold ? now + KEEP_UNREACHABLE_MS : now }
    }
    const { status, body } = answer.response
    if (status >= 500) return { rules: null, why: `HTTP ${status}`, until: now + KEEP_UNREACHABLE_MS }
    const text = status >= 200 && status < 300 ? new TextDecoder().decode(body) : ''
    return { rules: readRobots(text, token), why: `HTTP ${status}`, until: now + KEEP_MS }
  }

  return {
    policy,
    ask: async (address, signal) => {
      const { origin } = new URL(address)
      const kept = sites.get(origin)
      const known = kept && clock.now() < kept.until ? kept : await fetchRules(origin, signal)
      sites.delete(origin)
      sites.set(origin, known)
      for (const oldest of sites.keys()) {
        if (sites.size <= MAX_SITES) break
        sites.delete(oldest)
      }
      return said(known, address)
    },
  }
}

function said({ rules, why }: Known, address: string): RobotsSaid {
  if (rules === null)
    return { verdict: 'unreachable', line: null, words: `robots.txt could not be had (${why}).` }
  const { allowed, line } = robotsAllow(rules, address)
  const verdict = allowed ? 'allowed' : 'disallowed'
  if (line === null) return { verdict, line, words: `robots.txt says nothing against this address (${why}).` }
  const whom = rules.speaksTo === 'us' ? 'Stet' : 'every program'
  return { verdict, line, words: `robots.txt ${allowed ? 'allows' : 'disallows'} it to ${whom} (“${line}”).` }
}
