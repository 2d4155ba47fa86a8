/** How often one place may try to sign in as one person. */
import type { AppLoadContext } from '@remix-run/node'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { createRateLimit } from './rate-limit.server.ts'

const MINUTE_MS = 60_000
/** argon2id makes each try slow besides. Counting by place and person keeps a stranger from locking somebody out. */
const limit = createRateLimit({ max: 10, windowMs: 15 * MINUTE_MS })

/** Counts a try. A refusal says how long to wait; null means go ahead. */
export function countSignIn(context: AppLoadContext, email: string): Refusal | null {
  const { waitMs } = limit.count(keyOf(context, email))
  if (waitMs === null) return null
  const minutes = Math.max(1, Math.ceil(waitMs / MINUTE_MS))
  return refuse(
    'not_allowed',
    `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`,
  ).refusal
}

/** After a right password the earlier tries are forgotten. */
export function forgetSignIns(context: AppLoadContext, email: string): void {
  limit.forget(keyOf(context, email))
}

function keyOf(context: AppLoadContext, email: string): string {
  return `${context.clientAddress ?? ''} ${email.trim().toLowerCase()}`
}
