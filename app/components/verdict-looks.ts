/** How a passage is marked in the text of a capture, by what reading showed. The words beside it say the same. */
import { FIGURE_VERDICT_WORDS, QUOTE_VERDICT_WORDS } from './verdict-mark.tsx'

type Look = 'yes' | 'near' | 'no' | 'unknown'

export const QUOTE_LOOKS: Record<Look, { wash: string; line: string }> = {
  yes: { wash: 'bg-stands-wash', line: 'underline decoration-2 underline-offset-4 decoration-stands' },
  near: {
    wash: 'bg-disputed-wash',
    line: 'underline decoration-wavy underline-offset-4 decoration-disputed',
  },
  no: { wash: 'bg-struck-wash', line: 'underline decoration-double underline-offset-4 decoration-struck' },
  unknown: { wash: 'bg-shade', line: 'underline decoration-dotted underline-offset-4 decoration-edge' },
}

/**
 * The look of a stored verdict; a name this version does not know looks unknown. A figure that agrees but has lost something
 * of its source's ("daily", "as of March") looks near.
 */
export function verdictLook(of: 'quote' | 'figure', verdict: string, dropped: readonly string[] = []): Look {
  const words: Record<string, { look: Look }> = of === 'quote' ? QUOTE_VERDICT_WORDS : FIGURE_VERDICT_WORDS
  const look = words[verdict]?.look ?? 'unknown'
  return look === 'yes' && dropped.length > 0 ? 'near' : look
}
