/** The form for a claim: one checkable statement, who is said to have said it, its figures, its place in the draft. */
import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { Button, LinkButton } from './button.tsx'
import { CLAIM_KIND_WORDS, choices } from './claim-words.ts'
import { Field, Select, TextArea } from './field.tsx'
import { FiguresEditor } from './figures-editor.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { type Typed, typed, typedRows } from './typed-values.ts'

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
  const [text, setText] = useState(typed(values, 'text'))
  return (
    <Form method="post" className="grid max-w-4xl gap-5">
      <RefusalNotice refusal={refusal} />
      <input type="hidden" name="utteranceId" value={typed(values, 'utteranceId')} />
      <TextArea
        label="The claim"
        name="text"
        required
        rows={3}
        prose
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={fieldError(refusal, 'text')}
        hint="One checkable statement. Two facts in one sentence are two claims."
      />
      <Select
        label="What it is"
        name="kind"
        className="max-w-60"
        options={choices(CLAIM_KIND_WORDS)}
        defaultValue={typed(values, 'kind') || 'statement'}
        error={fieldError(refusal, 'kind')}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Who is said to have said it"
          name="claimant"
          optional
          defaultValue={typed(values, 'claimant')}
          error={fieldError(refusal, 'claimant')}
        />
        <Field
          label="In which role"
          name="claimantRole"
          optional
          defaultValue={typed(values, 'claimantRole')}
          error={fieldError(refusal, 'claimantRole')}
        />
      </div>
      <FiguresEditor
        text={text}
        rows={typedRows(values, 'figures')}
        byHand={figuresByHand}
        refusal={refusal}
      />
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
