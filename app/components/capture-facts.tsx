/** What was captured, when, how, who vouches for it, and the files to take away. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import type { CaptureMethod, Custody } from '#domain/capture.ts'
import { Hops, hopsOf } from './attempt-facts.tsx'
import { voucherFacts } from './capture-vouchers.tsx'
import { CUSTODY_WORDS, charsetWords, countsAsWords, METHOD_WORDS, sizeWords } from './capture-words.ts'
import { FactList } from './fact-list.tsx'
import { OutsideLink } from './outside-link.tsx'
import { Time } from './time.tsx'

export type CaptureRecord = {
  capturedAt: Date
  method: CaptureMethod
  custody: Custody
  finalUrl: string
  contentClass: string
  classOverride: string | null
  digest: string
  bodyDigest: string
  bytes: number
  mediaType: string
  title: string | null
  byline: string | null
  publisher: string | null
  published: string | null
  language: string | null
  charset: string | null
  charsetFrom: string | null
  replacementCharacters: number
  source: { address: string }
  attempt: {
    runId: string
    step: string
    version: string
    httpStatus: number | null
    hops: unknown
    signals: unknown
    person: string | null
    detail: unknown
  }
}

export function CaptureFacts({ capture }: { capture: CaptureRecord }) {
  const { attempt } = capture
  const hops = hopsOf(attempt.hops)
  const signals = Array.isArray(attempt.signals) ? attempt.signals.map(String) : []
  const lost = capture.replacementCharacters
  const brought = broughtNotes(attempt)
  const inPage = (words: string | null) => words && <span lang={capture.language ?? undefined}>{words}</span>
  return (
    <FactList
      facts={[
        { label: 'When', value: <Time at={capture.capturedAt} seconds /> },
        { label: 'How', value: METHOD_WORDS[capture.method] },
        { label: 'Who vouches for it', value: CUSTODY_WORDS[capture.custody] },
        ...voucherFacts(capture),
        { label: 'Brought by', value: broughtBy(attempt) },
        { label: 'How they came by it', value: attempt.person && (brought.obtained ?? 'They did not say.') },
        { label: 'The file says', value: brought.said },
        { label: 'Asked for', value: <OutsideLink address={capture.source.address} /> },
        { label: 'Redirects', value: hops.length > 0 ? <Hops hops={hops} /> : null },
        {
          label: 'Bytes came from',
          value:
            capture.finalUrl === capture.source.address ? null : <OutsideLink address={capture.finalUrl} />,
        },
        { label: 'Answer', value: attempt.httpStatus === null ? null : `HTTP ${attempt.httpStatus}` },
        { label: 'What it is', value: `${countsAsWords(capture)} (${capture.mediaType})` },
        { label: 'How we can tell', value: signals.join('; ') },
        { label: 'Title on the page', value: inPage(capture.title) },
        { label: 'Publisher on the page', value: inPage(capture.publisher) },
        { label: 'Author on the page', value: inPage(capture.byline) },
        { label: 'Date on the page', value: capture.published },
        { label: 'Language', value: capture.language },
        { label: 'Characters', value: capture.charset && charsetWords(capture.charset, capture.charsetFrom) },
        {
          label: 'Not decodable',
          value: lost > 0 ? `${lost.toLocaleString('en')} ${lost === 1 ? 'character' : 'characters'}` : null,
        },
        { label: 'SHA-256 of the WACZ', value: <Digest digest={capture.digest} /> },
        { label: 'SHA-256 of the page', value: <Digest digest={capture.bodyDigest} /> },
        {
          label: 'Step',
          value: (
            <>
              {attempt.step}, version {attempt.version}.{' '}
              <Link className="link" to={paths.run(attempt.runId)}>
                See the whole run
              </Link>
            </>
          ),
        },
      ]}
    />
  )
}

type Brought = { person: string | null; detail: unknown }

function broughtBy({ person, detail }: Brought): ReactNode {
  const { broughtAt } = (detail ?? {}) as { broughtAt?: string }
  if (!person) return null
  return (
    <>
      {person}
      {broughtAt ? (
        <>
          , <Time at={new Date(broughtAt)} seconds />
        </>
      ) : null}
    </>
  )
}

/** What the person said, and what the file says of itself: where it was saved and when. */
function broughtNotes({ person, detail }: Brought): { obtained: string | null; said: string | null } {
  if (!person) return { obtained: null, said: null }
  const { obtained, savedBy, savedFrom, savedAt } = (detail ?? {}) as Record<string, unknown>
  const from = [savedFrom && `from ${savedFrom}`, savedAt && `on ${savedAt}`].filter(Boolean).join(', ')
  return {
    obtained: typeof obtained === 'string' ? obtained : null,
    said: savedBy ? `Saved by ${savedBy} ${from}`.trim() : null,
  }
}

function Digest({ digest }: { digest: string }) {
  return <code className="font-mono text-sm break-all">{digest}</code>
}

/** The files; all of them are saved, none is opened in the browser. */
export function CaptureFiles({
  captureId,
  bytes,
  hasPdf,
}: {
  captureId: string
  bytes: number
  hasPdf: boolean
}) {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
      <li>
        <a className="link" href={paths.captureWacz(captureId)}>
          The archive as WACZ ({sizeWords(bytes)})
        </a>
      </li>
      <li>
        <a className="link" href={paths.captureBody(captureId)}>
          The bytes of the page as they came
        </a>
      </li>
      {hasPdf ? (
        <li>
          <a className="link" href={paths.capturePdf(captureId)}>
            The page printed as PDF
          </a>
        </li>
      ) : null}
    </ul>
  )
}
