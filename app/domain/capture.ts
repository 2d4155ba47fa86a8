/** What a capture is: archived bytes of one page at one moment, and which kinds of content count as the page itself. */
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
