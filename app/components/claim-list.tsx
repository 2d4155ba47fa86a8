/** A list of claims, each with its number, its words, its state and what holds it up. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import type { ClaimStatus } from '#domain/claim.ts'
import { StatusMark } from './status-mark.tsx'

export type ListedClaim = {
  id: string
  number: number
  text: string
  status: ClaimStatus
  submittedAt: Date | string | null
  claimant?: string | null
}

/** `aside` draws what else is known of a claim, under it. */
export function ClaimList<T extends ListedClaim>({
  claims,
  aside,
}: {
  claims: T[]
  aside?: (claim: T) => ReactNode
}) {
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {claims.map((claim) => (
        <li key={claim.id} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 py-3">
          <span className="pt-0.5 text-right text-sm text-soft">{claim.number}</span>
          <div className="min-w-0">
            <Link
              to={paths.claim(claim.id)}
              className="font-serif text-lg leading-snug no-underline hover:underline"
            >
              {claim.text}
            </Link>
            <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
              <StatusMark status={claim.status} />
              {claim.submittedAt ? <span>waits for an editor</span> : null}
              {aside?.(claim)}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
