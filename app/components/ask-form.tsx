/** The form that puts a request to a person on record. */
import { useEffect, useState } from 'react'
import { CHANNEL_WORDS } from './ask-words.ts'
import { Button } from './button.tsx'
import { choices } from './claim-words.ts'
import { Field, Select, TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { type Typed, typed } from './typed-values.ts'

export function AskForm({ values, refusal }: { values: Typed; refusal: RefusedForm }) {
  return (
    <details open={Boolean(refusal)}>
      <summary className="text-accent">Put a request on record</summary>
      <PageForm name="ask" className="mt-3 grid max-w-prose gap-3 rounded-md border border-rule p-3">
        <RefusalNotice refusal={refusal} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            label="Who was asked"
            name="askedOf"
            required
            defaultValue={typed(values, 'askedOf')}
            error={fieldError(refusal, 'askedOf')}
            hint="As print may name them: a person with their office, or the office."
          />
          <Select
            label="How"
            name="channel"
            options={choices(CHANNEL_WORDS)}
            defaultValue={typed(values, 'channel') || 'email'}
            error={fieldError(refusal, 'channel')}
          />
        </div>
        <Field
          label="About"
          name="about"
          required
          defaultValue={typed(values, 'about')}
          error={fieldError(refusal, 'about')}
          hint="In a few words that follow “was asked about”: how the figure is counted."
        />
        <TextArea
          label="What was asked, word for word"
          name="words"
          optional
          prose
          rows={3}
          defaultValue={typed(values, 'words')}
          error={fieldError(refusal, 'words')}
        />
        <div className="grid gap-3 sm:grid-cols-3">
          <Field
            label="Sent"
            name="sentAt"
            type="datetime-local"
            required
            defaultValue={typed(values, 'sentAt')}
            error={fieldError(refusal, 'sentAt')}
          />
          <Field
            label="Deadline"
            name="deadline"
            type="datetime-local"
            required
            defaultValue={typed(values, 'deadline')}
            error={fieldError(refusal, 'deadline')}
          />
          <ZoneField typedZone={typed(values, 'timeZone')} error={fieldError(refusal, 'timeZone')} />
        </div>
        <div>
          <Button look="primary">Put it on record</Button>
        </div>
      </PageForm>
    </details>
  )
}

/** The reader's own zone once scripts run; until then UTC, so that server and browser draw the same. */
function ZoneField({ typedZone, error }: { typedZone: string; error: string | null }) {
  const [zone, setZone] = useState(typedZone || 'UTC')
  useEffect(() => {
    if (!typedZone) setZone(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC')
  }, [typedZone])
  return (
    <Field
      label="Time zone"
      name="timeZone"
      required
      value={zone}
      onChange={(event) => setZone(event.target.value)}
      error={error}
      hint="Such as Asia/Shanghai."
    />
  )
}
