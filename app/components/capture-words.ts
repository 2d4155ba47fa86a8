/** The desk's words for how bytes came into the house, who vouches for them, and what they are. */
import type { CaptureMethod, ContentClass, Custody } from '#domain/capture.ts'

export const METHOD_WORDS: Record<CaptureMethod, string> = {
  plain: 'Fetched as a reader would',
  wayback: 'Copy from the Internet Archive',
  rendered: 'Opened in a browser',
  upload: 'Brought by a person',
}

export const CUSTODY_WORDS: Record<Custody, string> = {
  machine: 'Stet fetched the bytes itself.',
  person: 'A person brought the bytes: Stet cannot say how they travelled.',
  third_party_archive: 'Another archive kept the bytes: Stet fetched them from there.',
}

const CLASS_WORDS: Record<ContentClass, string> = {
  article: 'A page with an article',
  document: 'A document',
  image: 'A picture',
  challenge: 'A page that blocks visitors',
  consent_wall: 'A consent notice',
  paywall_stub: 'The part in front of a paywall',
  login_wall: 'A sign-in page',
  soft_404: 'A page that says there is nothing',
  withdrawn: 'A notice of withdrawal',
  empty: 'A page without text',
  error: 'An error page',
  binary: 'A file that is no text',
}

/** What the content turned out to be. */
export function classWords(contentClass: string): string {
  return CLASS_WORDS[contentClass as ContentClass] ?? contentClass
}

/** What a capture counts as; a person's correction is said to be one. */
export function countsAsWords(capture: { contentClass: string; classOverride: string | null }): string {
  const words = classWords(capture.classOverride ?? capture.contentClass)
  return capture.classOverride ? `${words} (corrected by a person)` : words
}

const CHARSET_FROM_WORDS: Record<string, string> = {
  bom: 'from the mark at the start of the bytes',
  http: 'as the server declared',
  meta: 'as the page declares',
  'utf-8-valid': 'because the bytes are valid UTF-8',
  detected: 'recognised from the bytes, nothing declared it',
  fallback: 'a guess, because nothing declared it',
  rendered: 'written by the browser',
}

/** "GB18030, as the page declares". */
export function charsetWords(charset: string, from: string | null): string {
  return from ? `${charset}, ${CHARSET_FROM_WORDS[from] ?? from}` : charset
}

/** "1.2 MB"; sizes are decimal, as file managers print them. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  return `${Math.round(bytes / 100_000) / 10} MB`
}
