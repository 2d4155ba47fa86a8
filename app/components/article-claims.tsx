/** The claims of an article beside its draft. */
import { ClaimList, type ListedClaim } from './claim-list.tsx'
import { count } from './next-step.ts'

export function ArticleClaims({ claims }: { claims: (ListedClaim & { sources: number })[] }) {
  if (claims.length === 0) return null
  return (
    <div className="mt-3">
      <ClaimList
        claims={claims}
        aside={({ sources }) => <span>{sources === 0 ? 'no source' : count(sources, 'source')}</span>}
      />
    </div>
  )
}
