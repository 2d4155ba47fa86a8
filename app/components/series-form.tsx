/** Adds figures of a claim to a series: which figures, as of when, and which series. */
import { Button, LinkButton } from './button.tsx'
import { Field, Select } from './field.tsx'
import { figureWords, type ToldFigure } from './figure-words.ts'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { Section } from './section.tsx'
import { type Typed, typed, typedRows } from './typed-values.ts'

/** `asOf` is what the figure's own words say, or null. */
export type ChosenFigure = ToldFigure & { position: number; text: string; proposedAsOf: string | null }

/** Fields come back as rows `figures[n]` with `use`, `figurePosition` and `asOf`. */
export function SeriesForm({
  figures,
  series,
  refusal,
  values,
  back,
}: {
  figures: ChosenFigure[]
  series: { id: string; label: string }[]
  refusal: RefusedForm
  values: Typed
  back: string
}) {
  const rows = typedRows(values, 'figures')
  return (
    <PageForm name="series" className="max-w-3xl">
      <div className="mb-6">
        <RefusalNotice refusal={refusal} />
      </div>
      <Section title="Which figures, and as of when">
        <ul className="grid gap-4">
          {figures.map((figure, index) => {
            const row = rows[index]
            const name = (part: string) => `figures[${index}].${part}`
            return (
              <li key={figure.position} className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
                <label className="flex items-baseline gap-2">
                  <input
                    type="checkbox"
                    name={name('use')}
                    value="yes"
                    defaultChecked={
                      row ? typed(row, 'use') === 'yes' : figures.length === 1 || figure.proposedAsOf !== null
                    }
                  />
                  <span>
                    <span className="font-serif">{figure.text}</span>{' '}
                    <span className="text-sm text-soft">= {figureWords(figure)}</span>
                  </span>
                </label>
                <div>
                  <input type="hidden" name={name('figurePosition')} value={figure.position} />
                  <Field
                    label={`As of (${figure.text})`}
                    name={name('asOf')}
                    placeholder="2026-03"
                    defaultValue={row ? typed(row, 'asOf') : (figure.proposedAsOf ?? '')}
                    error={fieldError(refusal, `figures.${index}.asOf`)}
                  />
                </div>
              </li>
            )
          })}
        </ul>
        <p className="mt-2 text-sm text-soft">A day, a month or a year: 2026-03-23, 2026-03 or 2026.</p>
      </Section>
      <Section title="Which series">
        <div className="grid gap-4 sm:grid-cols-2">
          {series.length > 0 ? (
            <Select
              label="A series on record"
              name="seriesId"
              defaultValue={typed(values, 'seriesId')}
              error={fieldError(refusal, 'seriesId')}
              options={[
                { value: '', label: 'None of these: a new one' },
                ...series.map(({ id, label }) => ({ value: id, label })),
              ]}
            />
          ) : null}
          <Field
            label="Name of a new series"
            name="label"
            placeholder="Daily tokens in China"
            defaultValue={typed(values, 'label')}
            error={fieldError(refusal, 'label')}
          />
        </div>
      </Section>
      <div className="flex flex-wrap gap-2">
        <Button look="primary">Add to the series</Button>
        <LinkButton to={back} look="quiet">
          Leave it
        </LinkButton>
      </div>
    </PageForm>
  )
}
