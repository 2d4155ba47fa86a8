/** Records by hand where a source has it from: an origin on record, a new one, another source, or a publisher by name. */
import { ORIGIN_KINDS } from '#domain/origin.ts'
import { Button } from './button.tsx'
import { Field, Select } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { Section } from './section.tsx'
import { ORIGIN_KIND_WORDS } from './source-words.ts'
import { type Typed, typed } from './typed-values.ts'

type Refused = { form: string; refusal: RefusedForm; values: Typed } | null | undefined
type Choice = { value: string; label: string }

const WORDS_LABEL = 'The words in the source that say so'

/** A form that was refused keeps what was typed; the others stay as they were. */
function useFields(refused: Refused, form: string) {
  const mine = refused?.form === form ? refused : null
  const values = mine?.values ?? {}
  const refusal = mine?.refusal ?? null
  const field = (name: string, path = name) => ({
    name,
    defaultValue: typed(values, name),
    error: fieldError(refusal, path),
  })
  return { refusal, field }
}

/** `origins` and `sources` are those that may be chosen. */
export function OriginForms({
  origins,
  sources,
  refused,
}: {
  origins: Choice[]
  sources: Choice[]
  refused: Refused
}) {
  return (
    <>
      {origins.length > 0 ? <KnownOrigin origins={origins} refused={refused} /> : null}
      <NewOrigin refused={refused} />
      {sources.length > 0 ? <OtherSource sources={sources} refused={refused} /> : null}
      <Publisher refused={refused} />
    </>
  )
}

function KnownOrigin({ origins, refused }: { origins: Choice[]; refused: Refused }) {
  const { refusal, field } = useFields(refused, 'known')
  return (
    <Section title="An origin that is on record">
      <PageForm name="known" className="grid max-w-prose gap-3">
        <RefusalNotice refusal={refusal} />
        <Select label="Origin" {...field('originId')} options={origins} />
        <Field label={WORDS_LABEL} optional {...field('words')} />
        <div>
          <Button>It has it from there</Button>
        </div>
      </PageForm>
    </Section>
  )
}

function NewOrigin({ refused }: { refused: Refused }) {
  const { refusal, field } = useFields(refused, 'origin')
  return (
    <Section title="A new origin">
      <PageForm name="origin" className="grid max-w-prose gap-3 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <RefusalNotice refusal={refusal} />
        </div>
        <Field label="Its name" required hint="Such as “speech of 23 March”." {...field('label')} />
        <Select
          label="What it is"
          {...field('kind')}
          options={ORIGIN_KINDS.map((kind) => ({ value: kind, label: ORIGIN_KIND_WORDS[kind] }))}
        />
        <Field
          label="Who spoke or published"
          optional
          hint="With a name, further reports of it are recognised."
          {...field('speaker', 'utterance.speaker')}
        />
        <Field label="In which role" optional {...field('role', 'utterance.role')} />
        <Field label="Occasion" optional {...field('event', 'utterance.event')} />
        <Field label="Day" type="date" optional {...field('spokenOn', 'utterance.spokenOn')} />
        <Field label={WORDS_LABEL} optional className="sm:col-span-2" {...field('words')} />
        <Field label="Note" optional className="sm:col-span-2" {...field('note')} />
        <div>
          <Button>Record the origin</Button>
        </div>
      </PageForm>
    </Section>
  )
}

function OtherSource({ sources, refused }: { sources: Choice[]; refused: Refused }) {
  const { refusal, field } = useFields(refused, 'source')
  return (
    <Section title="Another source of the desk">
      <PageForm name="source" className="grid max-w-prose gap-3">
        <RefusalNotice refusal={refusal} />
        <Select label="It has it from" {...field('fromSourceId')} options={sources} />
        <Field label={WORDS_LABEL} optional {...field('words')} />
        <div>
          <Button>Record it</Button>
        </div>
      </PageForm>
    </Section>
  )
}

function Publisher({ refused }: { refused: Refused }) {
  const { refusal, field } = useFields(refused, 'name')
  return (
    <Section title="A publisher whose report nobody here has seen">
      <PageForm name="name" className="grid max-w-prose gap-3">
        <RefusalNotice refusal={refusal} />
        <Field
          label="Publisher"
          required
          hint="Such as Reuters or 新华社. It counts as an origin that was not seen."
          {...field('fromName')}
        />
        <Field label={WORDS_LABEL} optional {...field('words')} />
        <div>
          <Button>Record it</Button>
        </div>
      </PageForm>
    </Section>
  )
}
