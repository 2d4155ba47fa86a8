/** The form for a claim: one checkable statement, who is said to have said it, its figures, its place in the draft. */
import { Form, useNavigation } from '@remix-run/react'
import { Button, LinkButton } from './button.tsx'
import { ClaimFields } from './claim-fields.tsx'
import { TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { type Typed, typed } from './typed-values.ts'

/** `figuresByHand` says where the figures start: as rows to type, or taken from the text. */
export function ClaimForm({
  values,
  refusal,
  figuresByHand,
  saveWords,
  cancel,
}: {
  values: Typed
  refusal: RefusedForm
  figuresByHand: boolean
  saveWords: string
  cancel: string
}) {
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="grid max-w-4xl gap-5">
      <RefusalNotice refusal={refusal} />
      <input type="hidden" name="utteranceId" value={typed(values, 'utteranceId')} />
      <ClaimFields values={values} refusal={refusal} figuresByHand={figuresByHand} />
      <TextArea
        label="Its words in the draft"
        name="passage"
        optional
        rows={3}
        prose
        defaultValue={typed(values, 'passage')}
        error={fieldError(refusal, 'passage')}
        hint="As they stand in the draft, so that the pencil finds them again."
      />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={busy}>
          {busy ? 'Saving…' : saveWords}
        </Button>
        <LinkButton to={cancel} look="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}
