/** One lead: what looking at its page has shown, in the page's own words, who named it, and what may be done with it. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from './button.tsx'
import type { ShownLead } from './leads.tsx'
import { LeadPassage } from './leads-passage.tsx'
import { OutsideLink } from './outside-link.tsx'
import { isOwnPassage, rankWords, standingSentence } from './screening-words.ts'
import { momentWords } from './time.tsx'

/** `index` is the row that the lead has in the list's form. */
export function LeadCard({ lead, index }: { lead: ShownLead; index: number }) {
  const { screening, address, title } = lead
  const page = screening?.page ?? null
  const name = title ?? page?.title ?? address
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-3">
      <input
        type="checkbox"
        name={`leads[${index}].ids`}
        value={lead.openIds.join(' ')}
        aria-label={`Choose ${name}`}
        className="mt-1 size-5 accent-accent"
      />
      <div className="min-w-0">
        <p className="font-medium">
          <OutsideLink address={address}>{name}</OutsideLink>
        </p>
        <p className="text-sm break-all text-soft">
          {[page?.publisher, page?.published?.slice(0, 10), name === address ? null : address]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Standing lead={lead} />
        <LeadPassage lead={lead} />
        <Notes lead={lead} />
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <LinkButton to={paths.newCitation(lead.claimId, lead.id)}>Link as a source</LinkButton>
          <Button look="quiet" name="only" value={lead.openIds.join(' ')} aria-label={`Dismiss ${name}`}>
            Dismiss
          </Button>
          <NamedBy lead={lead} />
        </div>
      </div>
    </li>
  )
}

const SIGNS = {
  passage_found: { sign: '✓', colour: 'text-stands' },
  other_passage: { sign: '≈', colour: 'text-disputed' },
  passage_absent: { sign: '✕', colour: 'text-struck' },
  could_not_look: { sign: '?', colour: 'text-soft' },
  never_existed: { sign: '✕', colour: 'text-struck' },
  unseen: { sign: '…', colour: 'text-soft' },
} as const

function Standing({ lead }: { lead: ShownLead }) {
  const finds = lead.screening?.finds
  const isOther = lead.standing === 'passage_found' && finds && !isOwnPassage(finds)
  const { sign, colour } = SIGNS[isOther ? 'other_passage' : (lead.standing ?? 'unseen')]
  return (
    <p className={`mt-1 max-w-prose text-sm ${colour}`}>
      <span aria-hidden="true">{sign} </span>
      {standingSentence(lead)}
    </p>
  )
}

/** Where it was read if not at the lead's own address, how it ranks and why, and what a person did with it before. */
function Notes({ lead }: { lead: ShownLead }) {
  const { screening, rank } = lead
  const page = screening?.page
  const finds = screening?.finds
  return (
    <div className="mt-1 grid max-w-prose gap-1 text-sm text-soft">
      {page?.method === 'wayback' ? (
        <p>
          The page itself did not come; this is how the Internet Archive kept it on{' '}
          {momentWords(page.capturedAt)}.
        </p>
      ) : null}
      {page?.method === 'rendered' ? <p>Read in a browser: without one the page shows nothing.</p> : null}
      {page && leadsElsewhere(lead.address, page.finalUrl) ? (
        <p className="break-all">Leads to {page.finalUrl}</p>
      ) : null}
      {lead.wasDismissed ? <p>Somebody dismissed this address before; it was found again.</p> : null}
      {finds && rank !== null ? (
        <details>
          <summary>
            Rank <span className="tabular-nums">{rank}</span> of 100
          </summary>
          <ul className="mt-1 list-disc pl-5">
            {rankWords(finds).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

function leadsElsewhere(address: string, finalUrl: string): boolean {
  return URL.canParse(address) && URL.canParse(finalUrl) && new URL(address).host !== new URL(finalUrl).host
}

function NamedBy({ lead }: { lead: ShownLead }) {
  return (
    <span className="text-sm text-soft">
      named by{' '}
      {lead.namedBy.map(({ step, runId, position }, at) => (
        <span key={`${step} ${runId}`}>
          {at > 0 ? ', ' : ''}
          <Link className="link" to={paths.run(runId)}>
            {step}
          </Link>{' '}
          (no. {position})
        </span>
      ))}
    </span>
  )
}
