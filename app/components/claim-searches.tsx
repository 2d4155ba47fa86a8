/** What searching for a claim's sources has brought so far, and the way to search again. */
import type { ComponentProps } from 'react'
import type { RefusedForm } from './form-errors.ts'
import { Leads, type ShownLead } from './leads.tsx'
import { NotFoundNote } from './not-found-note.tsx'
import { SearchForSources } from './search-for-sources.tsx'
import { Section } from './section.tsx'
import type { Typed } from './typed-values.ts'

/**
 * `notFound` says what was searched in vain. It waits while there are pages with the passage that nobody has decided on: so
 * far it is not known that nothing was found.
 */
export function ClaimSearches({
  leads,
  notFound,
  searching,
  refusals,
  values,
}: {
  leads: ShownLead[]
  notFound: string | null
  searching: Omit<ComponentProps<typeof SearchForSources>, 'refusal' | 'values'>
  refusals: { lead: RefusedForm; search: RefusedForm }
  values: Typed | null
}) {
  const promising = leads.some(({ standing }) => standing === 'passage_found')
  return (
    <Section id="searches" title="Searches">
      <div className="grid gap-4">
        {leads.length > 0 || refusals.lead ? <Leads leads={leads} refusal={refusals.lead} /> : null}
        <NotFoundNote words={promising ? null : notFound} />
        <SearchForSources {...searching} refusal={refusals.search} values={values} />
      </div>
    </Section>
  )
}
