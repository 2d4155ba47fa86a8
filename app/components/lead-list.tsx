/** Leads of a search: addresses to look at, none of which is evidence until a person links it. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { OutsideLink } from './outside-link.tsx'

export type ShownLead = {
  id: string
  claimId: string
  address: string
  title: string | null
  snippet: string | null
  state: 'proposed' | 'accepted' | 'dismissed'
  sourceId: string | null
}

export function LeadList({ leads }: { leads: ShownLead[] }) {
  if (leads.length === 0) return null
  return (
    <div className="mt-3">
      <p className="text-sm text-soft">
        {leads.length === 1 ? '1 lead' : `${leads.length} leads`}, none of them evidence until a person links
        it:
      </p>
      <ol className="mt-1 space-y-3">
        {leads.map((lead) => (
          <li key={lead.id} className="border-l-2 border-rule pl-3">
            <p className="font-medium">
              <OutsideLink address={lead.address}>{lead.title ?? lead.address}</OutsideLink>
            </p>
            {lead.title ? <p className="text-sm text-soft">{lead.address}</p> : null}
            {lead.snippet ? <p className="max-w-prose text-sm">{lead.snippet}</p> : null}
            <p className="text-sm">
              <LeadState lead={lead} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
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
