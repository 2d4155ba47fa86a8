/** The fields for what is known about a source, apart from its address. */
import { SOURCE_KINDS } from '#domain/source.ts'
import { Field, Select } from './field.tsx'
import { SOURCE_KIND_WORDS } from './source-words.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** `values` and `errors` go by the names of `sourceInput`. */
export function SourceFields({
  values,
  errors,
}: {
  values: Record<string, unknown>
  errors: Record<string, string>
}) {
  const field = (name: string) => ({ name, defaultValue: text(values[name]), error: errors[name] })
  return (
    <>
      <Field label="Publisher" optional {...field('publisher')} />
      <Field label="Title" optional {...field('title')} />
      <Field label="Author" optional {...field('author')} />
      <Select
        label="Kind of source"
        {...field('kind')}
        options={SOURCE_KINDS.map((kind) => ({ value: kind, label: SOURCE_KIND_WORDS[kind] }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Language" optional hint="A code such as en or zh-Hans." {...field('language')} />
        <Field label="Published" optional hint="As 2026-03-23." {...field('published')} />
      </div>
    </>
  )
}
