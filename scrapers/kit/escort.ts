/** The escort: goes along with every step, says beforehand whether it may go out at all, and remembers how it was received. */
import type { AttemptFacts, Outcome, Reason } from '#domain/attempt.ts'
import type { EgressEntry } from '#domain/egress.ts'
import { reachOf, type Sensitivity, stepRefusal } from '#domain/sensitivity.ts'
import { type StepName, UPLOAD_STEP } from '#domain/step.ts'
import type { Report, Scraper } from '#scrapers/contract.ts'
import { type Clock, momentOf, SYSTEM_CLOCK } from './clock.ts'
import { onErrand } from './errand.ts'
import { DEFAULT_PAUSE_MS, retryAfterMs } from './polite-get.ts'
import type { Politeness } from './politeness.ts'
import type { Robots, RobotsSaid } from './robots.ts'
import type { WallSign, Walls } from './walls.ts'

/**
 * - `services`: where steps that ask a service go, by name; steps about a source go to the source's own address
 * - `ownHosts`: host names of the house's own services that pass nothing on to anybody
 */
export type EscortSettings = {
  politeness: Politeness
  walls: Walls
  robots: Robots
  services: Partial<Record<StepName, string | null>>
  ownHosts: string[]
  clock?: Clock
}

/** What one run tells the escort. `sensitivity` is asked as each step begins: it may be raised while a run is under way. */
export type Trip = {
  /** the address of the source, or null for a search */
  source: string | null
  sensitivity: () => Promise<Sensitivity>
  /** told of every outside party, as it is met */
  note: (entry: EgressEntry) => void
}

export type Escort = <In, Out>(scraper: Scraper<In, Out>, trip: Trip) => Scraper<In, Out>

/** A wait up to this long is sat out in the host's queue; a longer one ends the attempt at once. */
const MAX_WAIT_MS = 10_000
/** How much longer than the page itself its robots.txt may take where it is only noted. */
const ROBOTS_PATIENCE_MS = 2_000
const WALL_REASONS: Reason[] = ['blocked_challenge', 'rate_limited']
const WALL_CODES = [403, 429]
/** Where the Internet Archive's firewall shuts somebody out, connections fail; it does not say so over HTTP. */
const SILENT_WALLS: Reason[] = ['connect', 'timeout_window']

/** Makes the escort for one process. Wraps a step without changing what it is asked. */
export function createEscort(settings: EscortSettings): Escort {
  const { politeness, walls, clock = SYSTEM_CLOCK } = settings
  return (scraper, trip) => ({
    name: scraper.name,
    version: scraper.version,
    run: async (input, tools) => {
      const isService = scraper.name in settings.services
      const target = isService ? (settings.services[scraper.name] ?? null) : trip.source
      const url = target !== null && URL.canParse(target) ? new URL(target) : null
      const sensitivity = await trip.sensitivity()
      const isOwn = url !== null && settings.ownHosts.includes(url.hostname.toLowerCase())
      const left = stepRefusal(sensitivity, scraper.name, isOwn)
      if (left) return skipped(left.reason, left.message)

      const errand = { note: trip.note, reach: reachOf(sensitivity, trip.source, settings.ownHosts) }
      const run = () => onErrand(errand, () => scraper.run(input, tools))
      // A document that a person brought calls on nobody.
      if (url === null || scraper.name === UPLOAD_STEP) return run()
      const { host } = url
      const closed = closedUntil(host)
      if (closed !== null) return skipped('rate_limited', closed.why, closed.until)
      let sign: WallSign = 'neither'
      try {
        const report = isService
          ? await run()
          : await onErrand(errand, () => underRobots(settings.robots, url.href, tools.signal, run))
        sign = signOf(report, isService)
        pauseIfAsked(report, host, politeness, clock)
        return report
      } finally {
        walls.leave(host, sign)
      }
    },
  })

  /** Why a host is not asked now and until when (ms since 1970). Null when it may be, and a `walls.leave` must follow. */
  function closedUntil(host: string): { why: string; until: number } | null {
    const pausedUntil = politeness.pausedUntil(host)
    if (pausedUntil !== null && pausedUntil > clock.now() + MAX_WAIT_MS)
      return { why: `${host} has asked to be left alone`, until: pausedUntil }
    const entered = walls.enter(host)
    if (entered.ok) return null
    return {
      why: `${host} has turned us away several times in a row and is left alone`,
      until: entered.until,
    }
  }
}

async function underRobots<Out>(
  robots: Robots,
  address: string,
  signal: AbortSignal,
  run: () => Promise<Report<Out>>,
): Promise<Report<Out>> {
  if (robots.policy === 'ignore') return run()
  const asking = robots.ask(address, signal)
  // Should the step break first, nobody is left to hear of a second fault.
  asking.catch(() => {})
  if (robots.policy === 'note') {
    const report = await run()
    return withRobots(report, await inTime(asking, ROBOTS_PATIENCE_MS))
  }
  const said = await asking
  if (said.verdict === 'allowed') return withRobots(await run(), said)
  const message = `${said.words} This desk keeps to it. Open the page yourself and bring the document.`
  return withRobots(skipped('needs_person', message), said)
}

/** The answer, or null where it takes longer: what is only noted holds nobody up. */
async function inTime(asking: Promise<RobotsSaid>, ms: number): Promise<RobotsSaid | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null)
  })
  try {
    return await Promise.race([asking, late])
  } finally {
    clearTimeout(timer)
  }
}

function withRobots<Out>(report: Report<Out>, said: RobotsSaid | null): Report<Out> {
  const robots = said?.words ?? 'robots.txt had not come when the step ended.'
  return { ...report, facts: { ...report.facts, detail: { ...report.facts.detail, robots } } }
}

/** Only what the site itself showed counts: a page that came home is fine, a challenge or a "too many" is a wall. */
function signOf({ outcome, facts }: Report<unknown>, isService: boolean): WallSign {
  if (outcome.ended === 'done' || outcome.ended === 'nothing') return 'fine'
  if (outcome.ended === 'skipped') return 'neither'
  if (WALL_REASONS.includes(outcome.reason) || WALL_CODES.includes(facts.httpStatus ?? 0)) return 'wall'
  if (isService && facts.askedOf !== null && SILENT_WALLS.includes(outcome.reason)) return 'wall'
  return facts.httpStatus != null ? 'fine' : 'neither'
}

function pauseIfAsked(
  { outcome, facts }: Report<unknown>,
  host: string,
  politeness: Politeness,
  clock: Clock,
): void {
  if (outcome.ended !== 'failed' || outcome.reason !== 'rate_limited') return
  const asked = facts.detail?.retryAfter
  const ms = retryAfterMs(typeof asked === 'string' ? asked : null, new Date(clock.now()))
  politeness.pause(host, ms ?? DEFAULT_PAUSE_MS)
}

/** `until` (ms since 1970) ends the sentence and is kept with the attempt. */
function skipped(
  reason: Reason,
  why: string,
  until?: number,
): { outcome: Extract<Outcome<never>, { ended: 'skipped' }>; facts: AttemptFacts } {
  const message = until === undefined ? why : `${why} until ${momentOf(until)}.`
  const detail = until === undefined ? {} : { until: new Date(until).toISOString() }
  return { outcome: { ended: 'skipped', reason, message }, facts: { asked: '', askedOf: null, detail } }
}
