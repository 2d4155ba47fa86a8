/** Leads of one search step, in short: what each is and what became of it. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { LeadStanding } from '#domain/screening.ts'
import { OutsideLink } from './outside-link.tsx'
import { STANDING_WORDS } from './screening-words.ts'

export type ShownLead = {
  id: string
  claimId: string
  address: string
  title: string | null
  snippet: string | null
  state: 'proposed' | 'accepted' | 'dismissed'
  sourceId: string | null
  standing: LeadStanding | null
  rank: number | null
  position: number
}

/** By rank, then by the place the engine gave it; what was not looked at comes after what was found. */
export function LeadList({ leads }: { leads: ShownLead[] }) {
  if (leads.length === 0) return null
  const sorted = [...leads].sort((a, b) => rankOf(b) - rankOf(a) || a.position - b.position)
  return (
    <div className="mt-3">
      <p className="text-sm text-soft">
        {leads.length === 1 ? '1 lead' : `${leads.length} leads`}, none of them evidence until a person links
        it:
      </p>
      <ol className="mt-1 space-y-3">
        {sorted.map((lead) => (
          <li key={lead.id} className="border-l-2 border-rule pl-3">
            <p className="font-medium">
              <OutsideLink address={lead.address}>{lead.title ?? lead.address}</OutsideLink>
            </p>
            {lead.title ? <p className="text-sm break-all text-soft">{lead.address}</p> : null}
            <p className="text-sm">{standingOf(lead)}</p>
            {lead.snippet ? (
              <p className="max-w-prose text-sm text-soft">The search engine says: {lead.snippet}</p>
            ) : null}
            <p className="text-sm">
              <LeadState lead={lead} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}

const UNKNOWN_RANK = 39.5

function rankOf({ rank }: ShownLead): number {
  return rank ?? UNKNOWN_RANK
}

function standingOf({ standing, rank, position }: ShownLead): string {
  const place = `Number ${position} of the engine’s list`
  if (standing === null) return `${place}; not looked at.`
  return `${place}; ${STANDING_WORDS[standing]}${rank ? `, rank ${rank} of 100` : ''}.`
}

function LeadState({ lead }: { lead: ShownLead }) {
  if (lead.state === 'dismissed') return <span className="text-soft">– Dismissed</span>
  if (lead.state === 'accepted' && lead.sourceId)
    return (
      <Link className="link" to={paths.source(lead.sourceId)}>
        ✓ Linked as a source
      </Link>
    )
  return (
    <Link className="link" to={paths.newCitation(lead.claimId, lead.id)}>
      Link it to the claim
    </Link>
  )
}
