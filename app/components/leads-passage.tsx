/** The words of a lead's page with what was found marked; where no page was read, what the engine said of it. */
import type { MarkKind } from '#domain/screening-parts/passage.ts'
import type { ShownLead } from './leads.tsx'
import { markText } from './marked-text.ts'
import { isOwnPassage } from './screening-words.ts'

const LOOKS: Record<MarkKind, string> = {
  figure: 'bg-stands-wash text-ink underline decoration-stands decoration-2 underline-offset-4',
  quote: 'bg-stands-wash text-ink underline decoration-stands decoration-2 underline-offset-4',
  claimant: 'bg-accent-wash text-ink',
  date: 'bg-accent-wash text-ink',
}
/** A figure or quotation that is not the claim's own, near as it is. */
const OTHER = 'bg-struck-wash text-ink underline decoration-double decoration-struck underline-offset-4'

export function LeadPassage({ lead }: { lead: ShownLead }) {
  const finds = lead.screening?.finds ?? null
  const passage = finds?.passage ?? null
  if (!finds || !passage)
    return lead.snippet ? (
      <p className="mt-1 max-w-prose text-sm text-soft">The search engine says: {lead.snippet}</p>
    ) : null
  const isOther = lead.standing !== 'passage_found' || !isOwnPassage(finds)
  const marks = passage.marks.map((mark, index) => ({
    ...mark,
    kind: 'quote' as const,
    verdict: mark.kind,
    key: String(index),
  }))
  return (
    <blockquote
      lang={lead.screening?.page?.language ?? undefined}
      className="mt-1 max-w-prose border-l-2 border-edge pl-3 font-serif"
    >
      {'… '}
      {markText(passage.text, marks, { windowCharacters: null }).map((segment) => {
        if (segment.type === 'gap') return null
        const kind = segment.marks[0]?.verdict as MarkKind | undefined
        if (!kind) return segment.text
        const isWrong = isOther && (kind === 'figure' || kind === 'quote')
        return (
          <mark key={segment.start} className={isWrong ? OTHER : LOOKS[kind]}>
            {segment.text}
          </mark>
        )
      })}
      {' …'}
    </blockquote>
  )
}
