/** The archived copies of a source, newest first. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { CaptureMethod } from '#domain/capture.ts'
import { classWords, METHOD_WORDS, sizeWords } from './capture-words.ts'
import { EmptyState } from './empty-state.tsx'
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
}

/** Enough of a digest to tell copies apart; the page of the capture has all of it. */
const SHOWN_DIGEST_CHARACTERS = 12
const FOUND = ['verbatim', 'normalised']

export function CaptureTimeline({ captures }: { captures: ListedCapture[] }) {
  return (
    <Section title="Archived copies">
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
                {METHOD_WORDS[capture.method]} · {classWords(capture.contentClass)} ·{' '}
                {sizeWords(capture.bytes)}
              </p>
              <p className="text-sm">{quoteWords(capture)}</p>
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

function quoteWords({ findings }: ListedCapture): string {
  const quotes = findings.filter(({ kind }) => kind === 'quote')
  if (quotes.length === 0) return 'No quote has been looked for in it.'
  const found = quotes.filter(({ verdict }) => FOUND.includes(verdict)).length
  if (found === quotes.length)
    return quotes.length === 1 ? '✓ The quote is there.' : `✓ All ${found} quotes are there.`
  return `! ${found} of ${quotes.length} ${quotes.length === 1 ? 'quote' : 'quotes'} found.`
}
