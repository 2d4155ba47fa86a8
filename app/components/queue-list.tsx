/** Claims from several articles, with who logged them, since when they wait, and what an editor asked for. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ClaimList, type ListedClaim } from './claim-list.tsx'
import { Time } from './time.tsx'

export type QueuedClaim = ListedClaim & {
  article: { id: string; headline: string }
  loggedBy: { name: string }
  reviews?: { reason: string | null; reviewer: { name: string } }[]
}

export function QueueList({ claims }: { claims: QueuedClaim[] }) {
  return <ClaimList claims={claims} aside={(claim) => <Aside claim={claim} />} />
}

function Aside({ claim }: { claim: QueuedClaim }) {
  const review = claim.reviews?.[0]
  return (
    <>
      <span>{claim.loggedBy.name}</span>
      {claim.submittedAt ? (
        <span>
          since <Time at={claim.submittedAt} />
        </span>
      ) : null}
      <Link className="link basis-full" to={paths.article(claim.article.id)}>
        {claim.article.headline}
      </Link>
      {review?.reason ? (
        <span className="basis-full border-l-2 border-disputed pl-2 text-ink">
          {review.reviewer.name}: <span className="font-serif">{review.reason}</span>
        </span>
      ) : null}
    </>
  )
}
