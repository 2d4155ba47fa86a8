/** What a search found, claims first. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import type { ClaimStatus } from '#domain/claim.ts'
import { EmptyState } from './empty-state.tsx'
import { Section } from './section.tsx'
import { languageOf, sourceName } from './source-words.ts'
import { StatusMark } from './status-mark.tsx'
import { Time } from './time.tsx'

export type Found = {
  claims: {
    id: string
    number: number
    text: string
    claimant: string | null
    status: ClaimStatus
    article: { headline: string }
  }[]
  sources: {
    id: string
    publisher: string | null
    title: string | null
    address: string
    language: string | null
  }[]
  articles: { id: string; headline: string; language: string; updatedAt: Date }[]
  more: { claims: boolean; sources: boolean; articles: boolean }
}

const ITEM = 'border-t border-rule py-3'

export function SearchResults({ q, found }: { q: string; found: Found }) {
  const { claims, sources, articles, more } = found
  if (claims.length + sources.length + articles.length === 0)
    return (
      <EmptyState title={`Nothing here has “${q}” in it.`}>
        Try fewer words, or another spelling of a name or a figure. Archived pages are not searched.
      </EmptyState>
    )
  return (
    <>
      <Group title="Claims" count={claims.length} more={more.claims}>
        {claims.map((claim) => (
          <li key={claim.id} className={ITEM}>
            <p className="text-sm text-soft">
              {claim.article.headline} · claim {claim.number}
            </p>
            <p className="max-w-prose">
              <Link className="link" to={paths.claim(claim.id)}>
                {claim.text}
              </Link>
            </p>
            <p className="flex flex-wrap gap-x-4 text-sm">
              <StatusMark status={claim.status} />
              {claim.claimant ? <span className="text-soft">said by {claim.claimant}</span> : null}
            </p>
          </li>
        ))}
      </Group>
      <Group title="Sources" count={sources.length} more={more.sources}>
        {sources.map((source) => (
          <li key={source.id} className={ITEM}>
            <Link
              className="link"
              to={paths.source(source.id)}
              lang={languageOf(sourceName(source), source.language)}
            >
              {sourceName(source)}
            </Link>
            <p className="text-sm text-soft">{source.address}</p>
          </li>
        ))}
      </Group>
      <Group title="Articles" count={articles.length} more={more.articles}>
        {articles.map((article) => (
          <li key={article.id} className={ITEM}>
            <Link className="link" to={paths.article(article.id)} lang={article.language}>
              {article.headline}
            </Link>
            <p className="text-sm text-soft">
              changed <Time at={article.updatedAt} />
            </p>
          </li>
        ))}
      </Group>
    </>
  )
}

function Group({
  title,
  count,
  more,
  children,
}: {
  title: string
  count: number
  more: boolean
  children: ReactNode
}) {
  if (count === 0) return null
  return (
    <Section title={`${title} (${more ? `first ${count}` : count})`}>
      <ul className="border-b border-rule">{children}</ul>
      {more ? (
        <p className="mt-2 text-sm text-soft">There are more. Add a word to narrow the search.</p>
      ) : null}
    </Section>
  )
}
