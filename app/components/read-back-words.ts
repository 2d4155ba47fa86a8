/** The desk's words for what opening an archived copy again, offline, showed. */
import type { ReadBack } from '#domain/capture.ts'

/** Keyed by text: what is stored may be of a newer version. */
export const READ_BACK_WORDS: Record<string, string> = {
  reads_back: 'it reads back',
  differs: 'it differs from what was captured',
  could_not_look: 'could not look',
} satisfies Record<ReadBack, string>

/** One sentence for a capture; null means that nobody has tried yet. */
export function readBackSentence(readBack: string | null): { words: string; look: string } {
  if (readBack === 'reads_back')
    return {
      words: '✓ Reads back: opened offline from its own bytes, it shows the same words.',
      look: 'text-stands',
    }
  if (readBack === 'differs')
    return {
      words: '✕ Differs: opened offline from its own bytes, it does not show the same words.',
      look: 'text-struck',
    }
  if (readBack === 'could_not_look')
    return { words: '? Could not be opened again offline.', look: 'text-soft' }
  return { words: 'Not opened again yet.', look: 'text-soft' }
}
