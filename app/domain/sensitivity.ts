/** Who outside may learn what an article is about, and which steps that leaves. */
import type { Reason } from './attempt.ts'
import { STEP_NAMES, type StepName } from './step.ts'

/**
 * `open`: anybody; `discreet`: only the sources themselves and the house's own services; `covert`: nobody but the
 * house's own services. From least to most guarded.
 */
export const SENSITIVITIES = ['open', 'discreet', 'covert'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

/** Whom a step asks. `witness` is an archive or a clock that is asked to vouch for a capture; `nobody` stays in the house. */
export type PartyKind = 'source' | 'search' | 'ai' | 'archive' | 'witness' | 'nobody'

const ASKS: Record<StepName, PartyKind> = {
  'grok-search': 'ai',
  'local-web-search': 'search',
  'browser-search': 'search',
  'brave-search': 'search',
  'fact-check-search': 'search',
  'wayback-search': 'archive',
  // Feeds and site maps are the publishers' own; what is looked for in them is not said to anybody.
  'feed-search': 'source',
  'link-search': 'nobody',
  plain: 'source',
  rendered: 'source',
  wayback: 'archive',
  upload: 'nobody',
  'ask-person': 'nobody',
  assistant: 'ai',
}

/** Whether a kind of party may learn of an article. `isOwn` marks a service of the house that passes nothing on. */
export function mayLearn(sensitivity: Sensitivity, party: PartyKind, isOwn = false): boolean {
  if (sensitivity === 'open' || party === 'nobody' || isOwn) return true
  return sensitivity === 'discreet' && party === 'source'
}

/** The steps that may run. `ownSteps` are those whose service is the house's own. */
export function stepsAllowed(sensitivity: Sensitivity, ownSteps: StepName[] = []): StepName[] {
  return STEP_NAMES.filter((step) => mayLearn(sensitivity, ASKS[step], ownSteps.includes(step)))
}

/** The guarded level wins: a source that a covert piece cites is covert for every piece. None at all is `open`. */
export function strictest(sensitivities: Sensitivity[]): Sensitivity {
  return SENSITIVITIES.findLast((each) => sensitivities.includes(each)) ?? 'open'
}

/** Why a step is left out, or null when it may run. What a person can do instead is said where there is something. */
export function stepRefusal(
  sensitivity: Sensitivity,
  step: StepName,
  isOwn: boolean,
): { reason: Extract<Reason, 'refused_by_guard' | 'needs_person'>; message: string } | null {
  const party = ASKS[step]
  if (party === 'nobody' || mayLearn(sensitivity, party, isOwn)) return null
  const piece = `The article is marked ${sensitivity}`
  if (party === 'source')
    return {
      reason: 'needs_person',
      message: `${piece}: the site must not learn of it from here. Open the page in a way of your own and bring the document.`,
    }
  return { reason: 'refused_by_guard', message: `${piece}: ${OUTSIDERS[party]} must not learn of it.` }
}

const OUTSIDERS: Record<Exclude<PartyKind, 'source' | 'nobody'>, string> = {
  ai: 'an AI service',
  search: 'a search service',
  archive: 'a public archive',
  witness: 'a service that vouches for captures',
}

/**
 * How far requests may go while a step runs: null is everywhere; otherwise only to these hosts and what is below them.
 */
export type Reach = { hosts: string[]; why: string } | null

/** The reach of a step about `sourceAddress` (null for a search). Only the source's own site is the source: what a page embeds from elsewhere is not. */
export function reachOf(sensitivity: Sensitivity, sourceAddress: string | null, ownHosts: string[]): Reach {
  if (sensitivity === 'open') return null
  const own = ownHosts.map(bareHost)
  const site = sensitivity === 'discreet' && sourceAddress !== null ? siteOf(sourceAddress) : null
  return { hosts: site ? [...own, site] : own, why: `the article is marked ${sensitivity}` }
}

/** Why a host lies beyond the reach, or null when it may be asked. */
export function beyondReach(hostname: string, reach: Reach): string | null {
  if (reach === null) return null
  const host = bareHost(hostname)
  if (reach.hosts.some((each) => host === each || host.endsWith(`.${each}`))) return null
  return `${host} must not learn of this, for ${reach.why}`
}

/** A site is its host without `www.` or `m.`, and everything below. */
function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const host = bareHost(new URL(address).hostname)
  const site = host.replace(/^(www|m)\./, '')
  return site.includes('.') ? site : host
}

function bareHost(hostname: string): string {
  return hostname
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
}
