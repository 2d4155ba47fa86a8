/** Narrows a long list of leads down: by what looking at them has shown, and by words of address, title or engine. */
import { Form, Link, useLocation } from '@remix-run/react'
import { Button } from './button.tsx'
import { Field, Select } from './field.tsx'
import type { ShownLead } from './leads.tsx'
import { STANDING_CHOICES, standingKey, type WantedLeads } from './leads-parts.ts'

/** `shown` is how many are left. Works without scripts: what is wanted stands in the address. */
export function LeadsFilter({
  leads,
  wanted,
  shown,
}: {
  leads: ShownLead[]
  wanted: WantedLeads
  shown: number
}) {
  const { pathname } = useLocation()
  const options = Object.entries(STANDING_CHOICES).flatMap(([value, label]) => {
    const count = leads.filter((lead) => standingKey(lead) === value).length
    return count > 0 || value === wanted.standing ? [{ value, label: `${label} (${count})` }] : []
  })
  const isNarrowed = wanted.standing !== '' || wanted.words !== ''
  return (
    <Form
      method="get"
      preventScrollReset
      // The fields show what the address says, whichever way it came about.
      key={`${wanted.standing} ${wanted.words}`}
      className="grid items-end gap-3 sm:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_auto]"
    >
      <Select
        label="Show"
        name="leads"
        options={[{ value: '', label: `All ${leads.length} leads` }, ...options]}
        defaultValue={wanted.standing}
      />
      <Field
        label="With these words"
        name="leadWords"
        type="search"
        placeholder="host, title, publisher or engine"
        defaultValue={wanted.words}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button>Show</Button>
        {isNarrowed ? (
          <>
            <span className="text-sm text-soft">{shown} shown</span>
            <Link className="link text-sm" to={pathname} preventScrollReset>
              Show all
            </Link>
          </>
        ) : null}
      </div>
    </Form>
  )
}
