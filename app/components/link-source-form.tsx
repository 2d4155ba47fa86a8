/** The form that links a claim to a source: the address first, then what is cited, then what is known of the document. */
import { Form, useNavigation } from '@remix-run/react'
import { Button, LinkButton } from './button.tsx'
import { CitationFields } from './citation-fields.tsx'
import { choices } from './claim-words.ts'
import { Field, Select } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { SOURCE_KIND_WORDS } from './source-words.ts'
import { type Typed, typed } from './typed-values.ts'

export function LinkSourceForm({
  values,
  refusal,
  cancel,
}: {
  values: Typed
  refusal: RefusedForm
  cancel: string
}) {
  const busy = useNavigation().state === 'submitting'
  const field = (name: string) => ({
    name,
    defaultValue: typed(values, name),
    error: fieldError(refusal, name),
  })
  return (
    <Form method="post" className="grid max-w-4xl gap-5">
      <RefusalNotice refusal={refusal} />
      <input type="hidden" name="leadId" value={typed(values, 'leadId')} />
      <Field
        label="Web address"
        type="url"
        required
        placeholder="https://"
        hint="The page is fetched and archived when you link it. A document you hold yourself can be brought on the source's page afterwards."
        {...field('address')}
      />
      <CitationFields values={values} refusal={refusal} lang={typed(values, 'language') || null} />
      <fieldset className="rounded-md border border-rule p-4">
        <legend className="px-1 font-medium">The document</legend>
        <p className="mb-4 text-sm text-soft">What you leave empty is taken from the archived page.</p>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Publisher" optional {...field('publisher')} />
          <Field label="Title" optional {...field('title')} />
          <Field label="Author" optional {...field('author')} />
          <Field label="Published" optional placeholder="2026-03-23" {...field('published')} />
          <Field label="Language" optional placeholder="zh-Hans" {...field('language')} />
          <Select
            label="Kind of source"
            options={choices(SOURCE_KIND_WORDS)}
            {...field('kind')}
            defaultValue={typed(values, 'kind') || 'report'}
          />
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={busy}>
          {busy ? 'Linking…' : 'Link this source'}
        </Button>
        <LinkButton to={cancel} look="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}
