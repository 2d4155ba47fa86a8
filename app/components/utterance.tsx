/** Who said it, in which role, where and when: shown, or asked for. */
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { type Typed, typed } from './typed-values.ts'

export type ShownUtterance = {
  speaker: string
  role: string | null
  event: string | null
  spokenOn: string | null
  language: string | null
}

/** Such as `Liu Liehong (head of the administration), at a forum, on 2026-03-23, in zh`. */
export function utteranceWords(utterance: ShownUtterance): string {
  return [
    utterance.role ? `${utterance.speaker} (${utterance.role})` : utterance.speaker,
    utterance.event ? `at ${utterance.event}` : null,
    utterance.spokenOn ? `on ${utterance.spokenOn}` : null,
    utterance.language ? `in ${utterance.language}` : null,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The form is folded until it is needed; a refused one stays open with what was typed. */
export function UtteranceForm({
  known,
  values,
  refusal,
}: {
  known: boolean
  values: Typed
  refusal: RefusedForm
}) {
  const field = (name: string) => ({
    name,
    defaultValue: typed(values, name),
    error: fieldError(refusal, name),
  })
  return (
    <details open={refusal ? true : undefined}>
      <summary className="link text-sm">
        {known ? 'Record another occasion' : 'Record where and when it was said'}
      </summary>
      <PageForm name="utterance" className="mt-3 grid gap-4 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <RefusalNotice refusal={refusal} />
        </div>
        <Field label="Speaker" required {...field('speaker')} />
        <Field label="Role" optional {...field('role')} />
        <Field label="Occasion" optional placeholder="a forum in Beijing" {...field('event')} />
        <Field label="Day" type="date" optional {...field('spokenOn')} />
        <Field label="Language" optional placeholder="zh" {...field('language')} />
        <div className="self-end">
          <Button>Record it</Button>
        </div>
      </PageForm>
    </details>
  )
}
