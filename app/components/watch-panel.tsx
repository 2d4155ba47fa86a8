/** The watch on a source: its rhythm and its end, or the form that starts one. */
import { Button } from './button.tsx'
import { Field, Select } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { count } from './next-step.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { Section } from './section.tsx'
import { momentWords, Time } from './time.tsx'
import { typed } from './typed-values.ts'

export type ShownWatch = {
  id: string
  everyHours: number
  nextAt: Date
  until: Date | null
  daysAfterPublication: number | null
  article: { headline: string; publishedOn: Date | null } | null
}

type Refused = { refusal: RefusedForm; values: Record<string, unknown> } | null

const RHYTHMS = [
  { value: '1', label: 'Every hour' },
  { value: '6', label: 'Every 6 hours' },
  { value: '24', label: 'Every day' },
  { value: '168', label: 'Every week' },
]

/** `articles` are those that cite the source: a watch may count from the publication of one of them. */
export function WatchPanel({
  watch,
  articles,
  refused,
}: {
  watch: ShownWatch | null
  articles: { id: string; headline: string }[]
  refused: Refused
}) {
  return (
    <Section title={watch ? 'How it is watched' : 'Look at this page again and again'}>
      <RefusalNotice refusal={refused?.refusal} />
      {watch ? <Running watch={watch} /> : <Start articles={articles} refused={refused} />}
    </Section>
  )
}

function Running({ watch }: { watch: ShownWatch }) {
  return (
    <>
      <p className="max-w-prose">
        Looked at {everyWords(watch.everyHours)}
        {endWords(watch)}. Next look: <Time at={watch.nextAt} />.
      </p>
      <PageForm name="endWatch" className="mt-3">
        <input type="hidden" name="watchId" value={watch.id} />
        <Button>End the watch</Button>
      </PageForm>
    </>
  )
}

function everyWords(hours: number): string {
  const known = RHYTHMS.find(({ value }) => value === String(hours))
  return known ? known.label.toLowerCase() : `every ${count(hours, 'hour')}`
}

function endWords({ until, daysAfterPublication, article }: ShownWatch): string {
  if (until) return `, until ${momentWords(until)}`
  if (daysAfterPublication === null || !article) return ''
  const known = article.publishedOn ? '' : ', whose day is not known yet'
  return `, until ${count(daysAfterPublication, 'day')} after the publication of “${article.headline}”${known}`
}

function Start({ articles, refused }: { articles: { id: string; headline: string }[]; refused: Refused }) {
  const values = refused?.values ?? {}
  const refusal = refused?.refusal
  return (
    <PageForm name="watch" className="grid max-w-prose gap-4">
      <p>
        Each look archives the page and compares only the passages you cite. You are told when one changes,
        and of nothing else. A page counts as gone after three looks in a row, a day apart.
      </p>
      <Select
        label="How often"
        name="everyHours"
        options={RHYTHMS}
        defaultValue={typed(values, 'everyHours') || '24'}
        error={fieldError(refusal, 'everyHours')}
      />
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-medium">Until when?</legend>
        <Field
          label="Until a day"
          name="until"
          type="date"
          optional
          defaultValue={typed(values, 'until')}
          error={fieldError(refusal, 'until')}
          hint="To the end of that day, in UTC."
        />
        {articles.length > 0 ? (
          <div className="grid gap-3 sm:grid-cols-2">
            <Field
              label="Or so many days after publication"
              name="daysAfterPublication"
              type="number"
              min={0}
              optional
              defaultValue={typed(values, 'daysAfterPublication')}
              error={fieldError(refusal, 'daysAfterPublication')}
            />
            <Select
              label="of the article"
              name="articleId"
              options={[
                { value: '', label: 'No article' },
                ...articles.map(({ id, headline }) => ({ value: id, label: headline })),
              ]}
              defaultValue={typed(values, 'articleId')}
              error={fieldError(refusal, 'articleId')}
            />
          </div>
        ) : null}
      </fieldset>
      <Field
        label="Minutes each look may take"
        name="windowMinutes"
        type="number"
        min={1}
        max={60}
        defaultValue={typed(values, 'windowMinutes') || '3'}
        error={fieldError(refusal, 'windowMinutes')}
      />
      <div>
        <Button look="primary">Start the watch</Button>
      </div>
    </PageForm>
  )
}
