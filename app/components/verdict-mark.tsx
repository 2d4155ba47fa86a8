/** What reading a capture showed, as a sign and words: the quote's verdict and the figures' verdicts. */
import type { ReadFigure } from '#reading/figure.ts'
import type { Dropped, FigureVerdict } from '#reading/figure-verdict.ts'
import type { QuoteVerdict } from '#reading/quote.ts'
import { droppedWords } from './dropped-words.ts'

type Look = 'yes' | 'near' | 'no' | 'unknown'

const LOOKS: Record<Look, { sign: string; colour: string }> = {
  yes: { sign: '✓', colour: 'text-stands' },
  near: { sign: '≈', colour: 'text-disputed' },
  no: { sign: '✕', colour: 'text-struck' },
  unknown: { sign: '?', colour: 'text-soft' },
}

export const QUOTE_VERDICT_WORDS: Record<QuoteVerdict, { look: Look; words: string }> = {
  verbatim: { look: 'yes', words: 'The words are there, letter for letter' },
  normalised: { look: 'yes', words: 'The words are there; only spacing, quotation marks or script differ' },
  approximate: { look: 'near', words: 'Something close is there, not the same words' },
  altered: { look: 'no', words: 'A name, a number, a negation or a unit differs' },
  absent: { look: 'no', words: 'The words are not there' },
  could_not_look: { look: 'unknown', words: 'There was no text that could be read' },
}

export const FIGURE_VERDICT_WORDS: Record<FigureVerdict, { look: Look; words: string }> = {
  equal: { look: 'yes', words: 'the same figure' },
  within_bound: { look: 'yes', words: 'the claim’s limit or rounding covers the source’s value' },
  bound_dropped: { look: 'near', words: 'the source limits it ("more than", "about"); the claim does not' },
  magnitude_slip: { look: 'no', words: 'another order of magnitude' },
  unit_differs: { look: 'no', words: 'another unit' },
  date_differs: { look: 'near', words: 'holds for another date' },
  different: { look: 'no', words: 'another value' },
  absent: { look: 'no', words: 'not there' },
  could_not_look: { look: 'unknown', words: 'could not be looked for' },
}

/**
 * The quote's verdict, or, with `of: 'figure'`, a figure's. An unknown name is shown as it is stored. What the claim has
 * `dropped` of the source's figure stands beside a verdict that would otherwise read as a plain yes.
 */
export function VerdictMark({
  of,
  verdict,
  dropped = [],
  source = null,
}: {
  of: 'quote' | 'figure'
  verdict: string
  dropped?: readonly Dropped[]
  /** the source's figure, to say in its words what was dropped */
  source?: ReadFigure | null
}) {
  const known =
    of === 'quote'
      ? QUOTE_VERDICT_WORDS[verdict as QuoteVerdict]
      : FIGURE_VERDICT_WORDS[verdict as FigureVerdict]
  const { look: plain, words } = known ?? { look: 'unknown' as const, words: verdict }
  const look = plain === 'yes' && dropped.length > 0 ? 'near' : plain
  const left = droppedWords(
    dropped.filter((one) => one !== 'bound' || verdict !== 'bound_dropped'),
    source,
  )
  return (
    <span className={`inline-flex items-baseline gap-1 text-sm font-medium ${LOOKS[look].colour}`}>
      <span aria-hidden="true">{LOOKS[look].sign}</span>
      <span>
        {words}
        {left ? <span className="font-normal text-ink">. {left}</span> : null}
      </span>
    </span>
  )
}
