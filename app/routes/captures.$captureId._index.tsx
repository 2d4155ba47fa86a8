/** The evidence: the text of an archived page with the cited words marked, its picture, and how it was captured. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#components/button.tsx'
import { CaptureFacts, CaptureFiles } from '#components/capture-facts.tsx'
import { CaptureFindings } from '#components/capture-findings.tsx'
import { CapturePicture } from '#components/capture-picture.tsx'
import { CaptureStanding } from '#components/capture-standing.tsx'
import { CaptureText } from '#components/capture-text.tsx'
import { METHOD_WORDS } from '#components/capture-words.ts'
import { byCitation, marksOf } from '#components/finding-marks.ts'
import { findingsSentence } from '#components/findings-sentence.ts'
import { History } from '#components/history.tsx'
import { markText } from '#components/marked-text.ts'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Section } from '#components/section.tsx'
import { sourceName } from '#components/source-words.ts'
import { momentWords } from '#components/time.tsx'
import { WitnessList } from '#components/witness-list.tsx'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findCapture, readText } from '#storage/captures.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { nameOf } from '#storage/people.server.ts'
import { overrideClass } from '#usecases/captures/override-class.server.ts'

/** Text kept around each mark while the whole text is not asked for, and the length up to which it is shown at once. */
const WINDOW_CHARACTERS = 600
const SHORT_CHARACTERS = 12_000

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Archived copy of ${sourceName(data.capture.source)}` : 'Archived copy')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { desk } = args.context
  const found = await findCapture(desk.db, args.params.captureId!)
  if (!found) notFound('There is no such archived copy.')
  const { findings, ...capture } = found
  const text = await readText(desk, capture.textDigest)
  const query = new URL(args.request.url).searchParams
  const citationId = query.get('citation')
  const whole = query.get('whole') === '1' || text.length <= SHORT_CHARACTERS
  const all = new Set(findings.map(({ citation }) => citation.id)).size
  const shown = findings.map(({ detail, ...finding }) => ({
    ...finding,
    detail: detail as Record<string, unknown>,
  }))
  return {
    capture,
    citationId,
    citationsInAll: all,
    citations: byCitation(shown, citationId),
    characters: text.length,
    whole,
    segments: markText(text, marksOf(shown, citationId), {
      windowCharacters: whole ? null : WINDOW_CHARACTERS,
    }),
    correctedBy: await nameOf(desk.db, capture.classOverrideById),
    history: await listHistory(desk.db, [{ kind: 'capture', ids: [capture.id] }]),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const captureId = args.params.captureId!
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const answer = await overrideClass(args.context.desk, person, captureId, form.value)
  return answer.ok ? redirect(paths.capture(captureId)) : respond(answer.refusal, { values: form.value })
}

export default function CapturePage() {
  const {
    capture,
    citations,
    citationsInAll,
    citationId,
    segments,
    characters,
    whole,
    history,
    correctedBy,
  } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.source(capture.source.id)}>
            {sourceName(capture.source)}
          </Link>
        }
        title={`Archived copy of ${momentWords(capture.capturedAt)}`}
        state={
          <p>
            {METHOD_WORDS[capture.method]}. {findingsSentence(citations)}
          </p>
        }
        actions={
          <>
            <LinkButton to={paths.captureReplay(capture.id)} reloadDocument>
              Replay
            </LinkButton>
            <LinkButton look="primary" to={paths.captureWacz(capture.id)} reloadDocument>
              Download the WACZ
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section
          title="Text of the page"
          aside={<p className="text-sm text-soft">{characters.toLocaleString('en')} characters</p>}
        >
          <CaptureText
            segments={segments}
            language={capture.language}
            whole={whole}
            citationId={citationId}
          />
        </Section>
        <div>
          <CaptureFindings
            citations={citations}
            captureId={capture.id}
            language={capture.language}
            inAll={citationsInAll}
          />
          <WitnessList witnesses={capture.witnesses} />
          <CapturePicture captureId={capture.screenshotDigest ? capture.id : null} />
        </div>
      </div>
      <CaptureStanding capture={capture} correctedBy={correctedBy} refused={refused} />
      <Section title="How it was captured">
        <CaptureFacts capture={capture} />
        <CaptureFiles captureId={capture.id} bytes={capture.bytes} hasPdf={capture.pdfDigest !== null} />
      </Section>
      <History entries={history} />
    </>
  )
}
