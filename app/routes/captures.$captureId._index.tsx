/** The evidence: the text of an archived page with the cited words marked, its picture, and how it was captured. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { captureEvidence } from '#components/capture-evidence.ts'
import { CaptureFacts, CaptureFiles } from '#components/capture-facts.tsx'
import { CaptureFindings } from '#components/capture-findings.tsx'
import { CaptureHead } from '#components/capture-head.tsx'
import { CapturePicture } from '#components/capture-picture.tsx'
import { CaptureStanding } from '#components/capture-standing.tsx'
import { CaptureText } from '#components/capture-text.tsx'
import { History } from '#components/history.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Section } from '#components/section.tsx'
import { sourceName } from '#components/source-words.ts'
import { typed } from '#components/typed-values.ts'
import { WitnessList } from '#components/witness-list.tsx'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findCapture, readText } from '#storage/captures.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { nameOf } from '#storage/people.server.ts'
import { askReadBack } from '#usecases/captures/ask-read-back.server.ts'
import { overrideClass } from '#usecases/captures/override-class.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Archived copy of ${sourceName(data.capture.source)}` : 'Archived copy')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { desk } = args.context
  const found = await findCapture(desk.db, args.params.captureId!)
  if (!found) notFound('There is no such archived copy.')
  const { findings, ...capture } = found
  const text = await readText(desk, capture.textDigest)
  return {
    capture,
    evidence: captureEvidence(text, findings, new URL(args.request.url).searchParams),
    correctedBy: await nameOf(desk.db, capture.classOverrideById),
    history: await listHistory(desk.db, [{ kind: 'capture', ids: [capture.id] }]),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const captureId = args.params.captureId!
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const { desk } = args.context
  const values = form.value
  const answer =
    values.form === 'readBack'
      ? await askReadBack(desk, person, captureId)
      : await overrideClass(desk, person, captureId, values)
  if (answer.ok) return redirect(paths.capture(captureId))
  return respond(answer.refusal, { form: typed(values, 'form'), values })
}

export default function CapturePage() {
  const { capture, evidence, history, correctedBy } = useLoaderData<typeof loader>()
  const { citations, citationsInAll, citationId, segments, characters, whole } = evidence
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <CaptureHead capture={capture} citations={citations} />
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
