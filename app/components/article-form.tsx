/** The form for an article: headline, draft, language, who may learn of it, related coverage. */
import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { Button, LinkButton } from './button.tsx'
import { Field, Select, TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { SENSITIVITY_OPTIONS } from './sensitivity-words.ts'
import { type Typed, typed, typedRows } from './typed-values.ts'

/** `values` are a record's or a refused form's; `cancel` is where the writer goes without saving. */
export function ArticleForm({
  values,
  refusal,
  saveWords,
  cancel,
}: {
  values: Typed
  refusal: RefusedForm
  saveWords: string
  cancel: string
}) {
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="grid max-w-4xl gap-5">
      <RefusalNotice refusal={refusal} />
      <input type="hidden" name="updatedAt" value={typed(values, 'updatedAt')} />
      <Field
        label="Headline"
        name="headline"
        required
        maxLength={500}
        defaultValue={typed(values, 'headline')}
        error={fieldError(refusal, 'headline')}
      />
      <TextArea
        label="Draft"
        name="draft"
        rows={22}
        prose
        optional
        defaultValue={typed(values, 'draft')}
        error={fieldError(refusal, 'draft')}
        hint="Paste the text. Each paragraph is a line of its own; nothing of it is changed."
      />
      <Field
        label="Language of the draft"
        name="language"
        className="max-w-40"
        defaultValue={typed(values, 'language') || 'en'}
        error={fieldError(refusal, 'language')}
        hint="A code: en, zh-Hans, de."
      />
      <Select
        label="Who outside may learn of it"
        name="sensitivity"
        className="max-w-xl"
        options={SENSITIVITY_OPTIONS}
        defaultValue={typed(values, 'sensitivity') || 'open'}
        error={fieldError(refusal, 'sensitivity')}
        hint="Every page fetched and every search tells somebody what the desk is looking at."
      />
      <RelatedCoverage values={values} refusal={refusal} />
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

/** Two empty rows are always there, so that without scripts something can be added. */
const SPARE_ROWS = 2

function RelatedCoverage({ values, refusal }: { values: Typed; refusal: RefusedForm }) {
  const rows = typedRows(values, 'relatedCoverage')
  const [count, setCount] = useState(rows.length + SPARE_ROWS)
  return (
    <fieldset>
      <legend className="font-medium">Related coverage</legend>
      <p className="mb-3 text-sm text-soft">Printed with the article. Leave a row empty to drop it.</p>
      <div className="grid gap-3">
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <div key={index} className="grid gap-3 sm:grid-cols-2">
            <Field
              label={`Title ${index + 1}`}
              name={`relatedCoverage[${index}].title`}
              defaultValue={typed(rows[index] ?? {}, 'title')}
              error={fieldError(refusal, `relatedCoverage.${index}.title`)}
            />
            <Field
              label={`Address ${index + 1}`}
              name={`relatedCoverage[${index}].address`}
              optional
              defaultValue={typed(rows[index] ?? {}, 'address')}
              error={fieldError(refusal, `relatedCoverage.${index}.address`)}
            />
          </div>
        ))}
      </div>
      <Button type="button" look="quiet" className="mt-2" onClick={() => setCount(count + 1)}>
        Add a row
      </Button>
    </fieldset>
  )
}
