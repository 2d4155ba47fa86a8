/** What a run is about and what was asked for. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { languageName } from '#domain/query-languages.ts'
import type { BroughtFile } from '#domain/run.ts'
import { scheduleWords } from '#domain/schedule-words.ts'
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
  watchId: string | null
  schedule: { cron: string; timeZone: string; until: Date; claimId: string } | null
  /** the run whose step this one walks again */
  retriedRunId: string | null
}

export function RunRequestFacts({ run }: { run: Request & Subject }) {
  const { request } = run
  const queries = Array.isArray(request.queries) ? request.queries.map(String) : []
  const sites = Array.isArray(request.sites) ? request.sites.map(String) : []
  const upload = request.upload as Partial<BroughtFile> | undefined
  return (
    <FactList
      facts={[
        {
          label: 'Queries, in this order',
          value:
            queries.length > 0 ? (
              <ol className="list-decimal pl-6">
                {queries.map((query) => (
                  <li key={query}>{query}</li>
                ))}
              </ol>
            ) : null,
        },
        { label: 'Proposed by an assistant', value: proposedWords(request.proposed) },
        { label: 'The assistant was asked for', value: askedForWords(request.assist) },
        {
          label: 'Pages in',
          value: typeof request.language === 'string' ? languageName(request.language) : null,
        },
        { label: 'Publishers looked at', value: sites.join(', ') },
        { label: 'Address', value: run.source?.address },
        { label: 'Document', value: upload?.fileName },
        { label: 'Brought by', value: upload?.person },
        {
          label: 'How they came by it',
          value: upload && (upload.obtained ?? 'They did not say.'),
        },
        { label: 'Page of the archive', value: upload?.page },
        { label: 'Asked for', value: <Time at={run.requestedAt} seconds /> },
        { label: 'By', value: run.watchId && run.source && <ByWatch sourceId={run.source.id} /> },
        { label: 'By', value: run.schedule && <BySchedule schedule={run.schedule} /> },
        { label: 'Again', value: run.retriedRunId && <Retried runId={run.retriedRunId} /> },
        { label: 'Begun', value: run.startedAt && <Time at={run.startedAt} seconds /> },
        { label: 'Ended', value: run.finishedAt && <Time at={run.finishedAt} seconds /> },
        { label: 'Time for the whole run', value: run.windowMs && windowWords(run.windowMs) },
      ]}
    />
  )
}

/** Which of the queries an assistant had proposed: stored JSON, as far as it has that shape. */
function proposedWords(stored: unknown): string {
  if (!Array.isArray(stored)) return ''
  return stored.map(({ query, model }) => `${String(query)} (${String(model)})`).join('; ')
}

const ASKED_FOR = {
  claim: 'claims for the draft',
  query: 'queries for the claim',
  translation: 'a translation',
}

function askedForWords(stored: unknown): string {
  const kind = (stored as { kind?: keyof typeof ASKED_FOR } | undefined)?.kind
  return kind ? ASKED_FOR[kind] : ''
}

/** Nobody asked for this run by hand: a schedule did. */
function ByWatch({ sourceId }: { sourceId: string }) {
  return (
    <Link className="link" to={paths.sourceWatch(sourceId)}>
      The watch on this page
    </Link>
  )
}

function BySchedule({ schedule }: { schedule: NonNullable<Request['schedule']> }) {
  return (
    <Link className="link" to={`${paths.claim(schedule.claimId)}#schedules`}>
      The planned search {scheduleWords(schedule)}
    </Link>
  )
}

function Retried({ runId }: { runId: string }) {
  return (
    <>
      One step of{' '}
      <Link className="link" to={paths.run(runId)}>
        an earlier run
      </Link>
      , with the same request.
    </>
  )
}
