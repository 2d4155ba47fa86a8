/** How far a capture can be relied on: what it counts as, who said so, and whether it reads back; with the form that corrects it. */
import { CONTENT_CLASSES, type ReadBackKnown } from '#domain/capture.ts'
import { Button } from './button.tsx'
import { CaptureReadBack } from './capture-read-back.tsx'
import { classWords, countsAsWords } from './capture-words.ts'
import { FactList } from './fact-list.tsx'
import { Select, TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'
import { typed } from './typed-values.ts'

export type StandingCapture = ReadBackKnown & {
  contentClass: string
  classOverride: string | null
  classOverrideReason: string | null
  classOverrideAt: Date | null
}

type Refused = { refusal: RefusedForm; form: string; values: Record<string, unknown> } | null

/** `correctedBy` is the name of the person who corrected the class last. */
export function CaptureStanding({
  capture,
  correctedBy,
  refused,
}: {
  capture: StandingCapture
  correctedBy: string | null
  refused: Refused
}) {
  return (
    <Section title="How far it can be relied on">
      <RefusalNotice refusal={refused?.form === 'readBack' ? refused.refusal : null} />
      <FactList
        facts={[
          { label: 'It counts as', value: countsAsWords(capture) },
          {
            label: 'Read by the machine',
            value: capture.classOverride ? classWords(capture.contentClass) : null,
          },
          {
            label: 'Corrected',
            value: capture.classOverrideAt ? (
              <>
                {correctedBy ?? 'a person'}, <Time at={capture.classOverrideAt} />:{' '}
                {capture.classOverrideReason}
              </>
            ) : null,
          },
          {
            label: 'Opened again',
            value: <CaptureReadBack capture={capture} />,
          },
        ]}
      />
      {/* Drawn anew once corrected, so that the form closes. */}
      <CorrectClass
        key={String(capture.classOverrideAt)}
        capture={capture}
        refused={refused?.form === 'readBack' ? null : refused}
      />
    </Section>
  )
}

function CorrectClass({ capture, refused }: { capture: StandingCapture; refused: Refused }) {
  const values = refused?.values ?? {}
  const refusal = refused?.refusal
  return (
    <details className="mt-4" open={Boolean(refusal)}>
      <summary className="max-w-prose text-accent">Is it something else?</summary>
      <PageForm name="class" className="mt-3 grid max-w-prose gap-3">
        <RefusalNotice refusal={refusal} />
        <Select
          label="What it is"
          name="contentClass"
          options={CONTENT_CLASSES.map((value) => ({ value, label: classWords(value) }))}
          defaultValue={typed(values, 'contentClass') || (capture.classOverride ?? capture.contentClass)}
          error={fieldError(refusal, 'contentClass')}
        />
        <TextArea
          label="How you can tell"
          name="reason"
          required
          rows={2}
          defaultValue={typed(values, 'reason')}
          error={fieldError(refusal, 'reason')}
          hint="What was found in a copy that is not the page itself does not count, and what was settled on it is opened again."
        />
        <div>
          <Button>Correct it</Button>
        </div>
      </PageForm>
    </details>
  )
}
