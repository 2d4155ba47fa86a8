/** What searches proposed for a claim, the most telling first. A person links or dismisses; nothing here is evidence yet. */
import { useSearchParams } from '@remix-run/react'
import type { GroupedLead } from '#domain/lead.ts'
import { Button } from './button.tsx'
import type { RefusedForm } from './form-errors.ts'
import { LeadCard } from './leads-card.tsx'
import { LeadsFilter } from './leads-filter.tsx'
import { type LeadPart, leadParts, shownLeads } from './leads-parts.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'

/** `GroupedLead` as it comes from a loader. */
export type ShownLead = GroupedLead

/** More than this at once is no list; the filters find the rest. A form takes no more rows than that either. */
const MOST_SHOWN = 200
const FILTERED_FROM = 8

/** `leads` are in the order of `groupLeads`, those that wait for a decision. */
export function Leads({ leads, refusal }: { leads: ShownLead[]; refusal: RefusedForm }) {
  const [params] = useSearchParams()
  const wanted = { standing: params.get('leads') ?? '', words: params.get('leadWords') ?? '' }
  const shown = shownLeads(leads, wanted)
  const parts = leadParts(shown.slice(0, MOST_SHOWN))
  return (
    <div className="grid gap-3">
      <RefusalNotice refusal={refusal} />
      <Progress leads={leads} />
      {leads.length >= FILTERED_FROM ? (
        <LeadsFilter leads={leads} wanted={wanted} shown={shown.length} />
      ) : null}
      {shown.length === 0 && leads.length > 0 ? (
        <p className="text-soft">No lead fits what you are looking for here.</p>
      ) : null}
      <PageForm name="lead">
        {parts.map((part) => (
          <Part key={part.key} part={part} open={wanted.standing !== ''} />
        ))}
        {shown.length > 1 ? (
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <Button>Dismiss the chosen ones</Button>
            <span className="text-sm text-soft">Dismissed leads stay on record.</span>
          </div>
        ) : null}
      </PageForm>
      {shown.length > MOST_SHOWN ? (
        <p className="text-sm text-soft">
          {shown.length - MOST_SHOWN} more are not shown. Narrow the list, or dismiss what is of no use.
        </p>
      ) : null}
    </div>
  )
}

function Progress({ leads }: { leads: ShownLead[] }) {
  const waiting = leads.filter(({ isWaiting }) => isWaiting).length
  return (
    <p role="status" className="max-w-prose text-sm text-soft">
      {waiting > 0
        ? `${leads.length - waiting} of ${leads.length} leads have been looked at; the others follow. Until then they stand in the order of the search engines.`
        : 'Sorted by what was found on the pages themselves. None of them is evidence until a person links it.'}
    </p>
  )
}

/** Leads that are of little use are folded, never left out. */
function Part({ part, open }: { part: LeadPart; open: boolean }) {
  const list = (
    <ul className="divide-y divide-rule border-y border-rule">
      {part.leads.map(({ lead, index }) => (
        <LeadCard key={lead.id} lead={lead} index={index} />
      ))}
    </ul>
  )
  if (!part.folded) return list
  const ids = part.leads.flatMap(({ lead }) => lead.openIds).join(' ')
  return (
    <details className="mt-2" open={open}>
      <summary className="py-1 text-accent">{part.folded}</summary>
      <div className="my-2">
        <Button look="quiet" name="only" value={ids}>
          {part.leads.length === 1 ? 'Dismiss it' : `Dismiss all ${part.leads.length}`}
        </Button>
      </div>
      {list}
    </details>
  )
}
