/** One cited passage in two captures, side by side, with the words marked that differ; on a phone one above the other. */
import { differingWords, type WordSpan } from '#reading/word-spans.ts'
import { Time } from './time.tsx'

/** A passage with what stands around it; null where it does not stand in the capture. */
export type PassageSide = { before: string; words: string; after: string } | null

const LOOKS = {
  before: 'bg-struck-wash decoration-struck line-through',
  after: 'bg-stands-wash decoration-stands underline underline-offset-4',
} as const

export function TwoPassages({
  left,
  right,
  language,
}: {
  left: { at: Date; passage: PassageSide }
  right: { at: Date; passage: PassageSide }
  language: string | null
}) {
  const spans = differingWords(left.passage?.words ?? '', right.passage?.words ?? '')
  const both = left.passage !== null && right.passage !== null
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Side
        at={left.at}
        passage={left.passage}
        spans={both ? spans.before : []}
        side="before"
        language={language}
      />
      <Side
        at={right.at}
        passage={right.passage}
        spans={both ? spans.after : []}
        side="after"
        language={language}
      />
    </div>
  )
}

function Side({
  at,
  passage,
  spans,
  side,
  language,
}: {
  at: Date
  passage: PassageSide
  spans: WordSpan[]
  side: keyof typeof LOOKS
  language: string | null
}) {
  return (
    <div className="min-w-0 rounded-md border border-rule bg-sheet p-3">
      <p className="mb-2 text-sm text-soft">
        {side === 'before' ? 'Before' : 'After'}: <Time at={at} seconds />
      </p>
      {passage ? (
        <p lang={language ?? undefined} className="font-serif text-lg break-words whitespace-pre-line">
          <span className="text-soft">{passage.before}</span>
          <Marked words={passage.words} spans={spans} side={side} />
          <span className="text-soft">{passage.after}</span>
        </p>
      ) : (
        <p className="text-soft">The passage is not in this copy.</p>
      )}
    </div>
  )
}

function Marked({ words, spans, side }: { words: string; spans: WordSpan[]; side: keyof typeof LOOKS }) {
  const Tag = side === 'before' ? 'del' : 'ins'
  let at = 0
  const parts = spans.map(({ start, end }) => {
    const lead = words.slice(at, start)
    at = end
    return (
      <span key={start}>
        {lead}
        <Tag className={`text-ink ${LOOKS[side]}`}>{words.slice(start, end)}</Tag>
      </span>
    )
  })
  return (
    <>
      {parts}
      {words.slice(at)}
    </>
  )
}
