/** How far a capture can be relied on: what it counts as, who said so, and whether it reads back; with the form that corrects it. */
import { CONTENT_CLASSES } from '#domain/capture.ts'
import { Button } from './button.tsx'
import { classWords, countsAsWords } from './capture-words.ts'
import { FactList } from './fact-list.tsx'
import { Select, TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { readBackSentence } from './read-back-words.ts'
import { Section } from './section.tsx'
import { Time } from './time.tsx'
import { typed } from './typed-values.ts'

export type StandingCapture = {
  contentClass: string
  classOverride: string | null
  classOverrideReason: string | null
  classOverrideAt: Date | null
  readBack: string | null
  readBackDetail: unknown
}

type Refused = { refusal: RefusedForm; values: Record<string, unknown> } | null

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
  const readBack = readBackSentence(capture.readBack)
  const { why, how, differs, missing } = readBackDetail(capture.readBackDetail)
  return (
    <Section title="How far it can be relied on">
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
            value: (
              <>
                <p className={readBack.look}>{readBack.words}</p>
                {why ? <p className="text-sm">{why}</p> : null}
                {how === 'bytes' ? (
                  <p className="text-sm text-soft">Its bytes were read again; no page is drawn.</p>
                ) : null}
                <Lines of={differs} />
                {missing.length > 0 ? (
                  <details className="text-sm">
                    <summary className="text-accent">
                      {missing.length === 1 ? 'One address' : `${missing.length} addresses`} it asked for and
                      does not hold
                    </summary>
                    <Lines of={missing} />
                  </details>
                ) : null}
              </>
            ),
          },
        ]}
      />
      <CorrectClass capture={capture} refused={refused} />
    </Section>
  )
}

function Lines({ of }: { of: string[] }) {
  return (
    <ul className="text-sm break-words">
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
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

/** What is stored may be of another version: only what has the shape is shown. */
function readBackDetail(detail: unknown) {
  const { why, how, differs, missing } = (detail ?? {}) as Record<string, unknown>
  const lines = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  return { why: typeof why === 'string' ? why : null, how, differs: lines(differs), missing: lines(missing) }
}
