/** The archived copies of a source, newest first. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { CaptureMethod } from '#domain/capture.ts'
import { countsAsWords, METHOD_WORDS, sizeWords } from './capture-words.ts'
import { ChangeLine } from './change-line.tsx'
import { EmptyState } from './empty-state.tsx'
import { readBackSentence } from './read-back-words.ts'
import { Section } from './section.tsx'
import { Time } from './time.tsx'

export type ListedCapture = {
  id: string
  capturedAt: Date
  method: CaptureMethod
  contentClass: string
  bytes: number
  digest: string
  findings: { kind: string; verdict: string }[]
  classOverride: string | null
  readBack: string | null
}

/** What became of a cited passage at one look; without a capture afterwards the look failed. */
export type ListedChange = {
  id: string
  change: string
  detail: unknown
  at: Date
  beforeCaptureId: string
  afterCaptureId: string | null
  citation: { claim: { number: number } }
}

/** Enough of a digest to tell copies apart; the page of the capture has all of it. */
const SHOWN_DIGEST_CHARACTERS = 12
const FOUND = ['verbatim', 'normalised']

export function CaptureTimeline({
  captures,
  changes,
  sourceId,
}: {
  captures: ListedCapture[]
  changes: ListedChange[]
  sourceId: string
}) {
  return (
    <Section
      title="Archived copies"
      aside={
        captures.length > 1 ? (
          <Link className="link text-sm" to={paths.sourceCompare(sourceId)}>
            Compare two copies
          </Link>
        ) : null
      }
    >
      <FailedLooks changes={changes.filter((one) => isSince(one, captures[0]))} />
      {captures.length === 0 ? (
        <EmptyState title="Nothing has been archived yet.">
          Only archived bytes support a claim. Capture the page, or bring the document.
        </EmptyState>
      ) : (
        <ol className="ml-1 border-l-2 border-rule">
          {captures.map((capture) => (
            <li key={capture.id} className="relative pb-4 pl-5">
              <span
                aria-hidden="true"
                className="absolute top-2 -left-[7px] size-3 rounded-full border-2 border-accent bg-paper"
              />
              <Link className="link font-medium" to={paths.capture(capture.id)}>
                <Time at={capture.capturedAt} />
              </Link>
              <p className="text-sm">
                {METHOD_WORDS[capture.method]} · {countsAsWords(capture)} · {sizeWords(capture.bytes)}
              </p>
              <p className="text-sm">{quoteWords(capture)}</p>
              <Changes
                of={changes.filter(({ afterCaptureId }) => afterCaptureId === capture.id)}
                sourceId={sourceId}
              />
              <p className={`text-sm ${readBackSentence(capture.readBack).look}`}>
                {readBackSentence(capture.readBack).words}
              </p>
              <p className="font-mono text-xs text-soft" title={capture.digest}>
                SHA-256 {capture.digest.slice(0, SHOWN_DIGEST_CHARACTERS)}…
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

/** Held against the copy before it; one line per cited passage. */
function Changes({ of, sourceId }: { of: ListedChange[]; sourceId: string }) {
  const [first] = of
  if (!first?.afterCaptureId) return null
  const captures = { before: first.beforeCaptureId, after: first.afterCaptureId }
  return (
    <ul className="text-sm">
      {of.map((one) => (
        <li key={one.id}>
          {of.length > 1 ? `Claim ${one.citation.claim.number}: ` : null}
          <ChangeLine change={one.change} detail={one.detail} />
        </li>
      ))}
      <li>
        <Link className="link" to={paths.sourceCompare(sourceId, captures)}>
          Compare with the copy before it
        </Link>
      </li>
    </ul>
  )
}

function isSince(change: ListedChange, newest: ListedCapture | undefined): boolean {
  return change.afterCaptureId === null && (!newest || change.at > newest.capturedAt)
}

/** Looks that brought no copy, since the newest one: the newest of them says how things stand. */
function FailedLooks({ changes }: { changes: ListedChange[] }) {
  const [newest] = changes
  if (!newest) return null
  return (
    <p className="mb-3 text-sm">
      <Time at={newest.at} />: <ChangeLine change={newest.change} detail={newest.detail} />
    </p>
  )
}

function quoteWords({ findings }: ListedCapture): string {
  const quotes = findings.filter(({ kind }) => kind === 'quote')
  if (quotes.length === 0) return 'No quote has been looked for in it.'
  const found = quotes.filter(({ verdict }) => FOUND.includes(verdict)).length
  if (found === quotes.length)
    return quotes.length === 1 ? '✓ The quote is there.' : `✓ All ${found} quotes are there.`
  return `! ${found} of ${quotes.length} ${quotes.length === 1 ? 'quote' : 'quotes'} found.`
}
