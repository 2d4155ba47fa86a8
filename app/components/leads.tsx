/** What a search proposed: pages that a person may link as sources or dismiss. Nothing here is evidence yet. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from './button.tsx'
import type { RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { OutsideLink } from './outside-link.tsx'
import { PageForm } from './page-form.tsx'

export type ShownLead = {
  id: string
  address: string
  title: string | null
  snippet: string | null
  attempt: { step: string; runId: string }
}

export function Leads({
  claimId,
  leads,
  refusal,
}: {
  claimId: string
  leads: ShownLead[]
  refusal: RefusedForm
}) {
  return (
    <div className="grid gap-3">
      <RefusalNotice refusal={refusal} />
      <ul className="divide-y divide-rule border-y border-rule">
        {leads.map((lead) => (
          <li key={lead.id} className="py-3">
            <p className="font-medium">
              <OutsideLink address={lead.address}>{lead.title ?? lead.address}</OutsideLink>
            </p>
            {lead.title ? <p className="text-sm text-soft">{lead.address}</p> : null}
            {lead.snippet ? <p className="mt-1 max-w-prose text-sm">{lead.snippet}</p> : null}
            <div className="mt-2 flex flex-wrap items-center gap-2">
              <LinkButton to={paths.newCitation(claimId, lead.id)}>Link as a source</LinkButton>
              <PageForm name="lead">
                <input type="hidden" name="leadId" value={lead.id} />
                <Button look="quiet">Dismiss</Button>
              </PageForm>
              <span className="text-sm text-soft">
                from{' '}
                <Link className="link" to={paths.run(lead.attempt.runId)}>
                  {lead.attempt.step}
                </Link>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
