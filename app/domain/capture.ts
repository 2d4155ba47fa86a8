/** What a capture is: archived bytes of one page at one moment, and which kinds of content count as the page itself. */
import { z } from 'zod'
import type { Reason } from './attempt.ts'

/** What the bytes turned out to be; decided by signals in the content, never by the HTTP status alone. */
export const CONTENT_CLASSES = [
  'article',
  'document',
  'image',
  'challenge',
  'consent_wall',
  'paywall_stub',
  'login_wall',
  'soft_404',
  'withdrawn',
  'empty',
  'error',
  'binary',
] as const
export type ContentClass = (typeof CONTENT_CLASSES)[number]

/** How the bytes came into the house. `upload` means a person brought them. */
export const CAPTURE_METHODS = ['plain', 'wayback', 'rendered', 'upload'] as const
export type CaptureMethod = (typeof CAPTURE_METHODS)[number]

/** Who vouches for the way the bytes travelled. */
export const CUSTODIES = ['machine', 'person', 'third_party_archive'] as const
export type Custody = (typeof CUSTODIES)[number]

const REASON_OF_CLASS: Partial<Record<ContentClass, Reason>> = {
  challenge: 'blocked_challenge',
  consent_wall: 'consent_wall',
  paywall_stub: 'paywall_stub',
  login_wall: 'login_wall',
  soft_404: 'soft_404',
  withdrawn: 'withdrawn',
  error: 'http_error',
  binary: 'unsupported_type',
}

/** The reason an attempt ends with when a page of this class came back, or null when the page is usable. `empty` means "nothing to read here". */
export function reasonOfClass(contentClass: ContentClass): Reason | null {
  if (contentClass === 'empty') return 'no_results'
  return REASON_OF_CLASS[contentClass] ?? null
}

/** The classes that are the page itself: what is found in them counts. */
export const USABLE_CLASSES = CONTENT_CLASSES.filter((contentClass) => reasonOfClass(contentClass) === null)

/** What a capture counts as: a person's correction, where there is one, before what the classifier read. */
export function classOf(capture: { contentClass: string; classOverride?: string | null }): ContentClass {
  return (capture.classOverride ?? capture.contentClass) as ContentClass
}

/** Whether what was found in a capture counts as evidence: only where the capture is the page itself. */
export function isUsable(capture: { contentClass: string; classOverride?: string | null }): boolean {
  return USABLE_CLASSES.includes(classOf(capture))
}

/** A person's correction of the class, with the reason that the record keeps. */
export const classOverrideInput = z.object({
  contentClass: z.enum(CONTENT_CLASSES, 'Choose what it is.'),
  reason: z.string().trim().min(1, 'Say how you can tell.').max(2_000),
})

/** What opening the bundle again, offline, showed. */
export const READ_BACKS = ['reads_back', 'differs', 'could_not_look'] as const
export type ReadBack = (typeof READ_BACKS)[number]

/** What is known of a capture's read-back. `readBackDetail` without `readBack` says that a person has asked for it again. */
export type ReadBackKnown = {
  readBack: string | null
  readBackDetail: unknown
  attempt: { run: { state: string } }
}

/**
 * How it stands with opening a capture again. `known`: it was opened, and its bytes do not change; `under_way`: the run that
 * brought it is still at it; `asked`: a person has asked, and the worker will; `to_ask`: nobody could look, and a person may ask.
 */
export function readBackStanding({
  readBack,
  readBackDetail,
  attempt,
}: ReadBackKnown): 'known' | 'under_way' | 'asked' | 'to_ask' {
  if (readBack === 'could_not_look') return 'to_ask'
  if (readBack !== null) return 'known'
  if (readBackDetail !== null) return 'asked'
  return ['queued', 'running'].includes(attempt.run.state) ? 'under_way' : 'to_ask'
}
