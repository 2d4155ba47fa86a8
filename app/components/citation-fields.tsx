/** The fields of a citation: how the source stands to the claim, its exact words, their translation, their use. */
import { choices, STANCE_WORDS } from './claim-words.ts'
import { Field, Select, TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { type Typed, typed } from './typed-values.ts'

/** `lang` is the source's language, as far as it is known. */
export function CitationFields({
  values,
  refusal,
  lang,
}: {
  values: Typed
  refusal: RefusedForm
  lang: string | null
}) {
  const field = (name: string) => ({
    name,
    defaultValue: typed(values, name),
    error: fieldError(refusal, name),
  })
  return (
    <>
      <TextArea
        label="Key use in this article"
        required
        rows={2}
        hint="What the source is used for. It is printed in the source list."
        {...field('keyUse')}
      />
      <Select
        label="How it stands to the claim"
        className="max-w-72"
        options={choices(STANCE_WORDS)}
        {...field('stance')}
        defaultValue={typed(values, 'stance') || 'supports'}
      />
      <TextArea
        label="The exact words"
        optional
        prose
        rows={3}
        lang={lang || undefined}
        hint="Copied from the page, in its language. They are looked for in the archived copy; a claim can stand only on words that are found."
        {...field('quote')}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextArea label="Translation" optional rows={3} {...field('translation')} />
        <div className="grid content-start gap-5">
          <Field label="Translated by" optional {...field('translatedBy')} />
          <Field
            label="Where in the document"
            optional
            placeholder="page 4, minute 12:30"
            {...field('locator')}
          />
        </div>
      </div>
      <details>
        <summary className="link text-sm">The words stand there more than once?</summary>
        <div className="mt-3 grid gap-5 sm:grid-cols-2">
          <Field label="Words just before" optional lang={lang || undefined} {...field('prefix')} />
          <Field label="Words just after" optional lang={lang || undefined} {...field('suffix')} />
        </div>
      </details>
    </>
  )
}
