/** What a second witness is to the worker, and what all of them share: waiting, and reading answers that may be anything. */
import type { WitnessReport, WitnessService } from '#domain/witness.ts'
import type { WebAnswer } from '#scrapers/kit/web.ts'

export type Witness = {
  name: WitnessService
  /** Asks for the page to be kept and looks it up afterwards. Never throws for what the service does. */
  keep: (address: string, signal: AbortSignal) => Promise<WitnessReport>
  /** Looks for a copy that was not shown yet; null when it is still not known how it ended. Asks for no new copy. */
  lookAgain: (asked: AskedBefore, signal: AbortSignal) => Promise<WitnessReport | null>
}

/** `page` is the page's own address, `address` where its copy is said to be, `at` when it was asked for. */
export type AskedBefore = { page: string; address: string | null; at: Date }

/** How often a service is asked how far it is, and how long in all: two minutes is the longest it takes for a page. */
export type Patience = { pollMs: number; maxMs: number }
export const PATIENCE: Patience = { pollMs: 6_000, maxMs: 180_000 }

/** The JSON of an answer, or null where it is none. */
export function jsonOf(answer: WebAnswer): Record<string, unknown> | null {
  if (!answer.ok) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(answer.response.body))
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** Resolves after `ms`, or at once when the signal fires. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}

export function failed(message: string): WitnessReport {
  return { state: 'failed', address: null, message }
}

/** A value of an answer as text, or empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 500) : ''
}
