/** What checking a claim against a text showed: the claim and the text with their marks, and each finding with its steps. */
import { Fragment } from 'react'
import type { CheckedClaim, CheckedFigure, CheckedQuote } from '#reading/check-claim.ts'
import type { ReadFigure } from '#reading/figure.ts'
import { EmptyState } from './empty-state.tsx'
import { figureWords, groupDigits } from './figure-words.ts'
import { markText, type TextMark } from './marked-text.ts'
import { Section } from './section.tsx'
import { QUOTE_LOOKS, verdictLook } from './verdict-looks.ts'
import { VerdictMark } from './verdict-mark.tsx'

export type ShownCheck = CheckedClaim & {
  claim: string
  text: string
  /** every figure of the text, also those the claim does not speak of */
  inText: ReadFigure[]
}

export function CheckFindings({ check }: { check: ShownCheck }) {
  const { claim, text, figures, quotes, inText } = check
  const others = inText.filter((figure) => !figures.some(({ found }) => found?.start === figure.start))
  return (
    <div className="mt-8 grid gap-x-12 xl:grid-cols-[minmax(0,1fr)_24rem]" aria-live="polite">
      <div className="min-w-0">
        <Section title="The claim">
          <Marked
            text={claim}
            marks={claimMarks(check)}
            idOf={null}
            label="The claim with what was read in it"
          />
        </Section>
        <Section title="The text">
          <Marked
            text={text}
            marks={textMarks(check)}
            idOf={placeId}
            label="The text with what was found in it"
          />
          <MarkLegend />
          {others.length > 0 ? <Others figures={others} /> : null}
        </Section>
      </div>
      <Section title="Findings">
        {figures.length + quotes.length === 0 ? (
          <EmptyState title="Nothing to look for.">
            The claim has no figure and no words in quotation marks.
          </EmptyState>
        ) : null}
        <ol className="space-y-6">
          {figures.map((figure) => (
            <FigureFinding key={`figure-${figure.claimed.start}`} figure={figure} />
          ))}
          {quotes.map((quote) => (
            <QuoteFinding key={`quote-${quote.claimedAt}`} quote={quote} />
          ))}
        </ol>
      </Section>
    </div>
  )
}

function FigureFinding({ figure }: { figure: CheckedFigure }) {
  const { claimed, found, verdict, dropped, slip, steps } = figure
  return (
    <li>
      <p>
        <span className="font-serif font-medium">{claimed.text}</span>{' '}
        <span className="text-sm text-soft">= {figureWords(claimed)}</span>
      </p>
      <p>
        <VerdictMark of="figure" verdict={verdict} dropped={dropped} source={found} />
      </p>
      {slip ? <p className="text-sm">{slip}</p> : null}
      {found ? (
        <p className="text-sm text-soft">
          The text has{' '}
          <a className="link font-serif" href={`#${placeId(found.start)}`}>
            {found.text}
          </a>{' '}
          = {figureWords(found)}
        </p>
      ) : null}
      {steps.length > 0 ? (
        <ol className="mt-1 list-decimal pl-5 text-sm text-soft tabular-nums">
          {steps.map((step) => (
            <li key={step}>{step.replace(/\d{5,}/g, groupDigits)}</li>
          ))}
        </ol>
      ) : null}
    </li>
  )
}

function QuoteFinding({ quote }: { quote: CheckedQuote }) {
  return (
    <li>
      <p className="font-serif">
        {quote.start === null ? (
          `“${quote.quote}”`
        ) : (
          <a className="link" href={`#${placeId(quote.start)}`}>
            “{quote.quote}”
          </a>
        )}
      </p>
      <p>
        <VerdictMark of="quote" verdict={quote.verdict} />
      </p>
      {quote.differences.length > 0 ? (
        <ul className="mt-1 text-sm text-soft">
          {quote.differences.map(({ kind, inQuote, inText, hard }) => (
            <li key={`${kind}-${inQuote}-${inText}`}>
              {hard ? <strong className="text-struck">{kind}</strong> : kind}:{' '}
              {inQuote ? `“${inQuote}”` : 'nothing'} in the claim, {inText ? `“${inText}”` : 'nothing'} in the
              text
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** More would bury the text; the figures themselves are in it. */
const MAX_OTHERS = 40

function placeId(start: number): string {
  return `in-text-${start}`
}

function Others({ figures }: { figures: ReadFigure[] }) {
  return (
    <p className="mt-3 text-sm text-soft">
      Also read in the text:{' '}
      {figures.slice(0, MAX_OTHERS).map((figure, index) => (
        <Fragment key={figure.start}>
          {index > 0 ? '; ' : ''}
          <span className="font-serif">{figure.text}</span> = {figureWords(figure)}
        </Fragment>
      ))}
      {figures.length > MAX_OTHERS ? `; and ${figures.length - MAX_OTHERS} more` : ''}
    </p>
  )
}

/** Says what the lines under the figures mean; the findings beside the text say the same in words. */
function MarkLegend() {
  const meanings = [
    ['yes', 'the source says so'],
    ['near', 'only in part'],
    ['no', 'the source says something else'],
    ['unknown', 'read, not asked for'],
  ] as const
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
      {meanings.map(([look, meaning]) => (
        <li key={look}>
          <span className={`font-serif font-semibold text-ink ${QUOTE_LOOKS[look].line}`} aria-hidden="true">
            140
          </span>{' '}
          {meaning}
        </li>
      ))}
    </ul>
  )
}

/** `idOf` names the place of a mark, for links to it. */
function Marked({
  text,
  marks,
  label,
  idOf,
}: {
  text: string
  marks: TextMark[]
  label: string
  idOf: ((start: number) => string) | null
}) {
  const starts = new Set(marks.map(({ start }) => start))
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[60vh] max-w-[75ch] overflow-y-auto rounded-md border border-rule bg-sheet px-4 py-3 font-serif text-lg whitespace-pre-line"
    >
      {markText(text, marks, { windowCharacters: null }).map((segment) =>
        segment.type === 'text' && segment.marks.length > 0 ? (
          <mark
            key={segment.start}
            id={idOf && starts.has(segment.start) ? idOf(segment.start) : undefined}
            className={`text-ink ${lookOf(segment.marks)}`}
          >
            {segment.text}
          </mark>
        ) : segment.type === 'text' ? (
          <Fragment key={segment.start}>{segment.text}</Fragment>
        ) : null,
      )}
    </section>
  )
}

function lookOf(marks: TextMark[]): string {
  return marks
    .map(({ kind, verdict }) => {
      const look = QUOTE_LOOKS[verdictLook(kind, verdict)]
      return kind === 'quote' ? look.wash : `bg-transparent font-semibold ${look.line}`
    })
    .join(' ')
}

function claimMarks({ figures, quotes }: ShownCheck): TextMark[] {
  return [
    ...quotes.map(({ quote, claimedAt, verdict }) =>
      mark('quote', verdict, { start: claimedAt, end: claimedAt + quote.length }),
    ),
    ...figures.map((figure) => mark('figure', markedAs(figure), figure.claimed)),
  ]
}

/** Every figure read is marked, those of the claim by what they showed. */
function textMarks({ figures, quotes, inText }: ShownCheck): TextMark[] {
  const asked = new Set(figures.map(({ found: figure }) => figure?.start))
  const found = quotes.flatMap(({ start, end, verdict }) =>
    start === null || end === null ? [] : [mark('quote', verdict, { start, end })],
  )
  return [
    ...found,
    ...figures.flatMap((figure) => (figure.found ? [mark('figure', markedAs(figure), figure.found)] : [])),
    ...inText.filter(({ start }) => !asked.has(start)).map((figure) => mark('figure', 'read', figure)),
  ]
}

/** A figure that agrees but lost "daily" on the way is marked like one that lost "more than". */
function markedAs({ verdict, dropped }: CheckedFigure): string {
  return dropped.length > 0 && verdictLook('figure', verdict) === 'yes' ? 'bound_dropped' : verdict
}

function mark(
  kind: TextMark['kind'],
  verdict: string,
  { start, end }: { start: number; end: number },
): TextMark {
  return { key: `${kind}-${start}`, kind, verdict, start, end }
}
