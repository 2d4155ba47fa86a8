/** The draft with the checker's pencil: each passage of a claim is marked by the claim's status and leads to it. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { type PencilClaim, type PencilPiece, pencilMarks } from './pencil-marks.ts'
import { STATUS_WORDS } from './status-words.ts'

/** `lang` is the article's language. */
export function Draft({ draft, lang, claims }: { draft: string; lang: string; claims: PencilClaim[] }) {
  const { paragraphs, lost } = pencilMarks(draft, claims)
  return (
    <>
      <div lang={lang} data-draft="" className="max-w-[68ch] font-serif text-lg leading-relaxed">
        {paragraphs.map((paragraph) => (
          <Paragraph key={paragraph.start} pieces={paragraph.pieces} />
        ))}
      </div>
      {lost.length > 0 ? <Lost claims={lost} /> : null}
    </>
  )
}

/** A heading in Markdown is drawn as one, without its number signs; everything else stands as it was written. */
const HEADING = /^#{1,6} +/

function Paragraph({ pieces }: { pieces: PencilPiece[] }) {
  const first = pieces[0]
  const signs = first && first.claims.length === 0 ? (HEADING.exec(first.text)?.[0] ?? '') : ''
  const drawn = pieces.map((piece) => (
    <Piece
      key={piece.start}
      piece={piece === first ? { ...piece, text: piece.text.slice(signs.length) } : piece}
    />
  ))
  return signs ? (
    <h2 className="mt-8 mb-3 text-xl leading-snug font-bold">{drawn}</h2>
  ) : (
    <p className="mb-4">{drawn}</p>
  )
}

function Piece({ piece }: { piece: PencilPiece }) {
  const claim = piece.claims[0]
  if (!claim) return piece.text
  const { word, group } = STATUS_WORDS[claim.status]
  return (
    <>
      <Link
        to={paths.claim(claim.id)}
        className={`pencil pencil-${group}`}
        title={`Claim ${claim.number}: ${word.toLowerCase()}`}
      >
        {piece.text}
      </Link>
      {piece.ends.map((ended) => (
        <sup key={ended.id} className="ml-0.5 font-sans text-xs text-soft select-none">
          {ended.number}
        </sup>
      ))}
    </>
  )
}

function Lost({ claims }: { claims: PencilClaim[] }) {
  return (
    <p className="max-w-[68ch] border-t border-rule pt-3 text-sm text-soft">
      Not found in the draft as it stands:{' '}
      {claims.map((claim, index) => (
        <span key={claim.id}>
          {index > 0 ? ', ' : ''}
          <Link className="link" to={paths.claim(claim.id)}>
            claim {claim.number}
          </Link>
        </span>
      ))}
      . Give each the passage it is taken from, or log it anew.
    </p>
  )
}

const LEGEND = [
  { group: 'unchecked', words: 'not checked' },
  { group: 'stands', words: 'stands' },
  { group: 'disputed', words: 'disputed' },
  { group: 'open-end', words: 'cannot be settled' },
  { group: 'struck', words: 'the source does not say it' },
] as const

/** What the pencil's lines mean. */
export function PencilLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
      {LEGEND.map(({ group, words }) => (
        <li key={group}>
          <span className={`pencil pencil-${group} hover:bg-transparent`}>{words}</span>
        </li>
      ))}
    </ul>
  )
}
