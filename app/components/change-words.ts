/** The desk's words for what became of a cited passage. */
import type { PassageChange } from '#domain/passage-change.ts'
import { formatFigure } from '#reading/plain-number.ts'
import { BOUND_WORDS } from './figure-words.ts'

type Tone = 'stands' | 'disputed' | 'struck' | 'soft'

const WORDS: Record<PassageChange, { word: string; sign: string; tone: Tone }> = {
  unchanged: { word: 'The passage has not changed', sign: '✓', tone: 'stands' },
  moved: { word: 'The passage stands elsewhere on the page', sign: '✓', tone: 'stands' },
  reworded: { word: 'The passage was reworded', sign: '!', tone: 'disputed' },
  figure_changed: { word: 'The cited figure has changed', sign: '✕', tone: 'struck' },
  removed: { word: 'The passage was removed', sign: '✕', tone: 'struck' },
  page_gone: { word: 'The page is gone', sign: '✕', tone: 'struck' },
  could_not_look: { word: 'Could not look', sign: '?', tone: 'soft' },
}

const TONES: Record<Tone, string> = {
  stands: 'text-stands',
  disputed: 'text-disputed',
  struck: 'text-struck',
  soft: 'text-soft',
}

const known = (change: string) =>
  Object.hasOwn(WORDS, change)
    ? WORDS[change as PassageChange]
    : { word: change, sign: '', tone: 'soft' as const }

/** A change in words; a kind that this version does not know is named by itself. */
export function changeWord(change: string): string {
  return known(change).word
}

/** Sign and colour; the colour never stands alone. */
export function changeLook(change: string): { sign: string; look: string } {
  const { sign, tone } = known(change)
  return { sign, look: TONES[tone] }
}

/** A change of a figure as stored with a passage. */
export type ShownFigureChange = {
  before: { text: string; bound?: string } | null
  after: { text: string; bound?: string } | null
  unit: string | null
  absolute: string | null
  relativePercent: string | null
}

/** "140 trillion → 120 trillion (−20 trillion tokens, −14.29 %)". */
export function figureChangeWords({
  before,
  after,
  unit,
  absolute,
  relativePercent,
}: ShownFigureChange): string {
  const isBound = before !== null && after !== null && before.bound !== after.bound
  const side = (figure: ShownFigureChange['before']) =>
    figure === null
      ? 'no figure'
      : `${isBound ? `${BOUND_WORDS[figure.bound ?? ''] ?? ''} ` : ''}${figure.text}`.trimStart()
  const sides = `${side(before)} → ${side(after)}`
  if (absolute === null || absolute === '0') return sides
  const signed = (value: string, words: string) =>
    value.startsWith('-') ? words.replace('-', '−') : `+${words}`
  // What lies between two percentages are percentage points.
  const by = [signed(absolute, formatFigure(absolute, unit === 'percent' ? 'percentage_point' : unit, 'en'))]
  if (relativePercent !== null) by.push(signed(relativePercent, `${relativePercent} %`))
  return `${sides} (${by.join(', ')})`
}

/** What a stored change says in detail; anything of another shape is left out. */
export function changeDetail(detail: unknown): {
  figures: ShownFigureChange[]
  words: { before: string; after: string; hard: boolean }[]
  why: string | null
} {
  const { figures, words, why, look, looks, of } = (detail ?? {}) as Record<string, unknown>
  const told = typeof why === 'string' ? why : null
  const list = <T>(value: unknown) => (Array.isArray(value) ? (value as T[]) : [])
  return {
    figures: list<Omit<ShownFigureChange, 'unit'> & { before: { unit?: string | null } | null }>(figures).map(
      (figure) => ({
        ...figure,
        before: figure.before as ShownFigureChange['before'],
        unit: figure.before?.unit ?? null,
      }),
    ),
    words: list(words),
    why: look === 'gone' ? `the site says that it is not there (${looks} of ${of} looks, a day apart)` : told,
  }
}
