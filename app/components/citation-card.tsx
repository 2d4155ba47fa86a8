/** A citation: the source, its words, what the archived copy shows, and what it is used for. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { Stance } from '#domain/citation.ts'
import { pageOfFinding } from '#domain/page-of-finding.ts'
import { type PlacedRelay, relayedFrom } from '#domain/relay.ts'
import { LinkButton } from './button.tsx'
import { STANCE_WORDS } from './claim-words.ts'
import { droppedIn } from './dropped-words.ts'
import { OutsideLink } from './outside-link.tsx'
import { Quotation } from './quotation.tsx'
import { sourceName } from './source-words.ts'
import { Time } from './time.tsx'
import { VerdictMark } from './verdict-mark.tsx'

export type CitedSource = {
  id: string
  address: string
  publisher: string | null
  title: string | null
  language: string | null
  /** newest first */
  captures: { id: string; capturedAt: Date | string; language: string | null }[]
  relays: PlacedRelay[]
}

export type ShownCitation = {
  id: string
  stance: Stance
  quote: string | null
  translation: string | null
  translatedBy: string | null
  locator: string | null
  keyUse: string
  source: CitedSource
  findings: {
    captureId: string
    kind: 'quote' | 'figure'
    figureId: string | null
    verdict: string
    detail: unknown
  }[]
}

/** `translationLang` is the article's language; `run` the newest run for the source, if any. */
export function CitationCard({
  citation,
  figures,
  translationLang,
  run,
}: {
  citation: ShownCitation
  figures: { id: string; text: string }[]
  translationLang: string
  run: { id: string; state: string } | null
}) {
  const { source } = citation
  const capture = source.captures[0]
  return (
    <article className="rounded-md border border-rule bg-sheet p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 font-medium">
          <Link className="link" to={paths.source(source.id)}>
            {sourceName(source)}
          </Link>
        </h3>
        <span className="text-sm text-soft">{STANCE_WORDS[citation.stance]}</span>
      </div>
      <p className="text-sm">
        <OutsideLink address={source.address} />
      </p>
      {citation.quote ? (
        <div className="mt-3">
          <Quotation lang={source.language ?? capture?.language}>{citation.quote}</Quotation>
        </div>
      ) : null}
      {citation.translation ? (
        <p lang={translationLang} className="mt-2 max-w-prose pl-4.5 font-serif">
          {citation.translation}{' '}
          <span className="font-sans text-sm text-soft">
            (translated by {citation.translatedBy ?? 'the newsroom'})
          </span>
        </p>
      ) : null}
      <p className="mt-3">
        <span className="text-sm text-soft">Key use: </span>
        {citation.keyUse}
        {citation.locator ? <span className="text-sm text-soft"> · {citation.locator}</span> : null}
      </p>
      <div className="mt-3 border-t border-rule pt-3">
        {capture ? (
          <Evidence citation={citation} capture={capture} figures={figures} />
        ) : (
          <NotArchived run={run} sourceId={source.id} />
        )}
        <Origins relays={source.relays} sourceId={source.id} />
        <div className="mt-3 flex flex-wrap gap-2">
          {capture ? (
            <LinkButton to={paths.capture(capture.id, citation.id)}>See it in the archived page</LinkButton>
          ) : null}
          <LinkButton to={paths.citationEdit(citation.id)} look="quiet">
            Change the citation
          </LinkButton>
        </div>
      </div>
    </article>
  )
}

function Evidence({
  citation,
  capture,
  figures,
}: {
  citation: ShownCitation
  capture: CitedSource['captures'][number]
  figures: { id: string; text: string }[]
}) {
  const findings = citation.findings.filter((finding) => finding.captureId === capture.id)
  const quote = findings.find((finding) => finding.kind === 'quote')
  const page = pageOfFinding(quote?.detail)
  return (
    <div className="grid gap-1">
      <p className="text-sm text-soft">
        Archived <Time at={capture.capturedAt} />
      </p>
      {quote ? (
        <p>
          <VerdictMark of="quote" verdict={quote.verdict} />
          {page === null ? null : <span className="text-sm text-soft">, on page {page} of the document</span>}
        </p>
      ) : (
        <p className="text-sm text-soft">No exact words are given, so none were looked for.</p>
      )}
      {figures.map((figure) => {
        const finding = findings.find((found) => found.figureId === figure.id)
        return finding ? (
          <p key={figure.id} className="text-sm">
            <span className="font-serif text-base">{figure.text}</span>:{' '}
            <VerdictMark of="figure" verdict={finding.verdict} dropped={droppedIn(finding.detail)} />
            <FoundFigure detail={finding.detail} />
          </p>
        ) : null
      })}
    </div>
  )
}

function FoundFigure({ detail }: { detail: unknown }) {
  const { found, slip } = (detail ?? {}) as { found?: unknown; slip?: unknown }
  if (typeof found !== 'string') return null
  return (
    <span className="text-soft">
      {' '}
      (the page says “{found}”{typeof slip === 'string' ? `; ${slip}` : ''})
    </span>
  )
}

function NotArchived({ run, sourceId }: { run: { id: string; state: string } | null; sourceId: string }) {
  if (run && (run.state === 'queued' || run.state === 'running'))
    return (
      <p aria-live="polite">
        {run.state === 'queued' ? 'Waits to be archived.' : 'Is being archived now.'}{' '}
        <Link className="link" to={paths.run(run.id)}>
          Watch
        </Link>
      </p>
    )
  return (
    <p>
      No archived copy.{' '}
      {run ? (
        <>
          <Link className="link" to={paths.run(run.id)}>
            See what was tried
          </Link>
          , then{' '}
        </>
      ) : null}
      <Link className="link" to={paths.source(sourceId)}>
        {run ? 'try again or bring the document' : 'Archive it or bring the document'}
      </Link>
      .
    </p>
  )
}

function Origins({ relays, sourceId }: { relays: CitedSource['relays']; sourceId: string }) {
  return (
    <p className="mt-1 text-sm text-soft">
      {relays.length > 0 ? (
        `Has it from: ${relays.map(relayedFrom).join('; ')}`
      ) : (
        <Link className="link" to={paths.source(sourceId)}>
          Record where it has it from
        </Link>
      )}
    </p>
  )
}
