/** What a walk of the fetch chain says about the page itself: seen, gone, or could not look; and when gone is believed. */
import type { Ending, Reason } from './attempt.ts'
import type { StepName } from './step.ts'

/** `gone`: the site itself said that there is no such page (any more). */
export type Look = 'seen' | 'gone' | 'could_not_look'

/** An attempt as far as a look goes. */
export type LookedAttempt = {
  step: string
  ended: Ending | null
  reason: string | null
  httpStatus: number | null
}

/** Steps that meet the page at its own address. A copy from another archive says nothing about the page now. */
const LIVE_STEPS: readonly string[] = ['plain', 'rendered'] satisfies StepName[]
/** Who puts up a wall may answer anything behind it, a 404 too. */
const WALLS: readonly string[] = [
  'blocked_challenge',
  'consent_wall',
  'paywall_stub',
  'login_wall',
  'rate_limited',
] satisfies Reason[]
const GONE_REASONS: readonly string[] = ['soft_404', 'withdrawn'] satisfies Reason[]
const GONE_STATUSES = [404, 410]

/** How often in a row a page must be found gone before the desk is told, and how far apart the looks must be. */
export const LOOKS_BEFORE_GONE = 3
/** A day, less the hour by which a daily schedule may slip. */
const MIN_APART_MS = 23 * 60 * 60 * 1000

/**
 * The look that a run's attempts add up to; null where no step went to the page itself. One step that saw the page is
 * enough; `gone` needs a step that was told so (404, 410, a page that says there is nothing, a notice of withdrawal) and
 * none that met a wall: a challenge, consent notice, paywall or sign-in page is always `could_not_look`.
 */
export function lookOf(attempts: LookedAttempt[]): Look | null {
  const live = attempts.filter(({ step }) => LIVE_STEPS.includes(step))
  if (live.length === 0) return null
  if (live.some(({ ended }) => ended === 'done')) return 'seen'
  if (live.some(({ reason }) => reason !== null && WALLS.includes(reason))) return 'could_not_look'
  return live.some(saysGone) ? 'gone' : 'could_not_look'
}

/** Why the page was not seen, in the words of the last step that went to it. */
export function whyNotSeen(attempts: (LookedAttempt & { message: string | null })[]): string | null {
  const tried = attempts.filter(({ step, ended }) => LIVE_STEPS.includes(step) && ended !== 'skipped')
  return (tried.at(-1) ?? attempts[0])?.message ?? null
}

function saysGone({ ended, reason, httpStatus }: LookedAttempt): boolean {
  if (ended !== 'failed') return false
  if (reason !== null && GONE_REASONS.includes(reason)) return true
  return reason === 'http_error' && httpStatus !== null && GONE_STATUSES.includes(httpStatus)
}

/**
 * How many looks in a row found the page gone, counted from the newest, which comes first. Looks less than a day apart count
 * as one. A look that could not look neither counts nor breaks the row: it says nothing; a look that saw the page ends it.
 */
export function looksGone(looks: { at: Date; look: Look | null }[]): number {
  let counted = 0
  let last: Date | null = null
  for (const { at, look } of looks) {
    if (look === 'seen') break
    if (look !== 'gone') continue
    if (last && last.getTime() - at.getTime() < MIN_APART_MS) continue
    counted += 1
    last = at
  }
  return counted
}
