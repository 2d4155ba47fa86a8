/** What a run is about and what was asked for. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { BroughtFile } from '#domain/run.ts'
import { windowWords } from './attempt-words.ts'
import { FactList } from './fact-list.tsx'
import { sourceName } from './source-words.ts'
import { Time } from './time.tsx'

type Subject = {
  source: { id: string; publisher: string | null; title: string | null; address: string } | null
  claim: { id: string; number: number; text: string } | null
  article: { id: string; headline: string } | null
}

/** A link back to the source, the claim or the article. */
export function RunSubject({ run }: { run: Subject }) {
  if (run.source)
    return (
      <Link className="link" to={paths.source(run.source.id)}>
        {sourceName(run.source)}
      </Link>
    )
  if (run.claim)
    return (
      <Link className="link" to={paths.claim(run.claim.id)}>
        Claim {run.claim.number}: {run.claim.text}
      </Link>
    )
  if (run.article)
    return (
      <Link className="link" to={paths.article(run.article.id)}>
        {run.article.headline}
      </Link>
    )
  return null
}

type Request = {
  request: Record<string, unknown>
  requestedAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  windowMs: number | null
}

export function RunRequestFacts({ run }: { run: Request & Subject }) {
  const { request } = run
  const queries = Array.isArray(request.queries) ? request.queries.map(String) : []
  const upload = request.upload as Partial<BroughtFile> | undefined
  return (
    <FactList
      facts={[
        {
          label: 'Queries, as proposed',
          value:
            queries.length > 0 ? (
              <ol className="list-decimal pl-6">
                {queries.map((query) => (
                  <li key={query}>{query}</li>
                ))}
              </ol>
            ) : null,
        },
        { label: 'Address', value: run.source?.address },
        { label: 'Document', value: upload?.fileName },
        { label: 'Brought by', value: upload?.person },
        {
          label: 'How they came by it',
          value: upload && (upload.obtained ?? 'They did not say.'),
        },
        { label: 'Page of the archive', value: upload?.page },
        { label: 'Asked for', value: <Time at={run.requestedAt} seconds /> },
        { label: 'Begun', value: run.startedAt && <Time at={run.startedAt} seconds /> },
        { label: 'Ended', value: run.finishedAt && <Time at={run.finishedAt} seconds /> },
        { label: 'Time for the whole run', value: run.windowMs && windowWords(run.windowMs) },
      ]}
    />
  )
}
