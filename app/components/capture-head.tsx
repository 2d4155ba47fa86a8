/** The head of a capture's page: of what and when, what it shows in one sentence, and what can be done with it. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { type CaptureMethod, classOf, isUsable } from '#domain/capture.ts'
import { LinkButton } from './button.tsx'
import { classWords, METHOD_WORDS } from './capture-words.ts'
import type { CitationFindings } from './finding-marks.ts'
import { findingsSentence } from './findings-sentence.ts'
import { PageHead } from './page-head.tsx'
import { languageOf, sourceName } from './source-words.ts'
import { momentWords } from './time.tsx'

type Capture = {
  id: string
  capturedAt: Date
  method: CaptureMethod
  contentClass: string
  classOverride: string | null
  language: string | null
  source: { id: string; address: string; publisher: string | null; title: string | null }
}

export function CaptureHead({ capture, citations }: { capture: Capture; citations: CitationFindings[] }) {
  const { id, capturedAt, method, language, source } = capture
  const name = sourceName(source)
  return (
    <PageHead
      kicker={
        <Link className="link" to={paths.source(source.id)}>
          <span lang={languageOf(name, language)}>{name}</span>
        </Link>
      }
      title={`Archived copy of ${momentWords(capturedAt)}`}
      state={
        <p>
          {METHOD_WORDS[method]}.{' '}
          {isUsable(capture) ? (
            findingsSentence(citations)
          ) : (
            <span className="text-disputed">
              ! It counts as “{classWords(classOf(capture))}”: what was found in it does not count.
            </span>
          )}
        </p>
      }
      actions={
        <>
          <LinkButton to={paths.captureReplay(id)} reloadDocument>
            Replay
          </LinkButton>
          <LinkButton look="primary" to={paths.captureWacz(id)} reloadDocument>
            Download the WACZ
          </LinkButton>
        </>
      }
    />
  )
}
