/** Reads what a saved page says of itself: where it was saved from, and when. A person's word, kept as such. */

export type SavedNote = {
  savedBy: string
  /** absolute http(s) address, or null where the note gives none that is one */
  savedFrom: string | null
  /** the time as it stands in the note */
  savedAt: string | null
}

/** Saving tools put their note near the top; SingleFile writes long addresses whole. */
const NOTE_WINDOW_BYTES = 16_384
const SINGLE_FILE = /Page saved with SingleFile(?:Z)?[^\n]*\n\s*url:\s*(\S+)\s+saved date:\s*([^\n]+)/i
/** Internet Explorer's mark, which browsers write when they save "complete" pages. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i

/** The note of a page saved by SingleFile or by a browser's own "save page", or null. */
export function savedNote(bytes: Uint8Array): SavedNote | null {
  const head = new TextDecoder().decode(bytes.subarray(0, NOTE_WINDOW_BYTES))
  const single = SINGLE_FILE.exec(head)
  if (single)
    return { savedBy: 'SingleFile', savedFrom: webAddress(single[1]), savedAt: single[2]?.trim() ?? null }
  const mark = SAVED_FROM.exec(head)
  return mark ? { savedBy: 'a browser', savedFrom: webAddress(mark[1]), savedAt: null } : null
}

function webAddress(address: string | undefined): string | null {
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null
}

/**
 * A time that a file states, or `fallback` where it states none that can be read, one before the web, or one that is
 * still to come: nothing can have been saved later than it was brought.
 */
export function statedTime(words: string | null, fallback: Date): Date {
  const stated = new Date((words ?? '').replace(/\s*\(.*\)\s*$/, ''))
  const isPlausible = stated.getTime() > Date.UTC(1991, 0) && stated.getTime() <= fallback.getTime()
  return isPlausible ? stated : fallback
}
