/** The fields of a claim: one checkable statement, what it is, who is said to have said it, its figures. */
import { useState } from 'react'
import { CLAIM_KIND_WORDS, choices } from './claim-words.ts'
import { Field, Select, TextArea } from './field.tsx'
import { FiguresEditor } from './figures-editor.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { type Typed, typed, typedRows } from './typed-values.ts'

/** `figuresByHand` says where the figures start: as rows to type, or taken from the text. */
export function ClaimFields({
  values,
  refusal,
  figuresByHand,
}: {
  values: Typed
  refusal: RefusedForm
  figuresByHand: boolean
}) {
  const [text, setText] = useState(typed(values, 'text'))
  return (
    <>
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
    </>
  )
}
