/** The form of a search: what is asked, in which language, at which publishers, by which chain, now or by the clock. */
import type { ChainFrom } from '#domain/chain-setting.ts'
import type { QueryProposal } from '#domain/propose-queries.ts'
import { languageName } from '#domain/query-languages.ts'
import { PROPOSED_QUERIES } from '#domain/run.ts'
import type { Chain, StepName } from '#domain/step.ts'
import { Button } from './button.tsx'
import { ChainLine } from './chain-line.tsx'
import { Select, TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { PageForm } from './page-form.tsx'
import { QueryRows } from './query-rows.tsx'
import { EnterKeySubmits } from './row-buttons.tsx'
import { ScheduleFields } from './schedule-fields.tsx'
import { type Typed, typed, typedRows } from './typed-values.ts'

export type ShownChain = {
  chain: Chain
  from: ChainFrom
  missing: Partial<Record<StepName, string>>
  /** the page that changes the chain */
  change: string
}

const SCHEDULE_FIELDS = ['rhythm', 'time', 'timeZone', 'until', 'cron']

/** `again`: there were searches before. `underWay`: one is at work, so that this one can only be planned. */
export function SearchForm({
  proposals,
  sites,
  chain,
  refusal,
  values,
  again,
  underWay,
}: {
  proposals: QueryProposal[]
  sites: string[]
  chain: ShownChain
  refusal: RefusedForm
  values: Typed | null
  again: boolean
  underWay: boolean
}) {
  const start = values
    ? typedRows(values, 'queries').map((row) => typed(row, 'text'))
    : proposals.slice(0, PROPOSED_QUERIES).map(({ query }) => query)
  const planRefused = SCHEDULE_FIELDS.some((field) => fieldError(refusal, field))
  return (
    <PageForm name="search" className="grid gap-4">
      <EnterKeySubmits name="intent" value={underWay ? 'plan' : 'search'} />
      <QueryRows start={start} proposals={proposals} refusal={refusal} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Pages in"
          name="language"
          options={languageOptions(proposals)}
          defaultValue={typed(values ?? {}, 'language')}
          error={fieldError(refusal, 'language')}
          hint="Engines that know languages keep to this one."
        />
        <TextArea
          label="Publishers to look at themselves"
          name="sites"
          optional
          rows={3}
          defaultValue={values ? typed(values, 'sites') : sites.join('\n')}
          error={siteError(refusal)}
          hint="A host in each line. Their feeds and site maps are read where the chain has that step."
        />
      </div>
      <ChainLine {...chain} />
      {underWay ? null : (
        <div>
          <Button look={again ? 'plain' : 'primary'} name="intent" value="search">
            {again ? 'Search again' : 'Search for sources'}
          </Button>
        </div>
      )}
      <details open={planRefused || underWay}>
        <summary className="text-sm text-accent">Search by the clock?</summary>
        <ScheduleFields values={values ?? {}} refusal={refusal} />
      </details>
    </PageForm>
  )
}

function languageOptions(proposals: QueryProposal[]) {
  const languages = new Set(proposals.flatMap(({ language }) => language ?? []))
  return [
    { value: '', label: 'any language' },
    ...[...languages].map((language) => ({ value: language, label: `${languageName(language)} only` })),
  ]
}

/** The first complaint about any of the publishers: they are one field on the screen. */
function siteError(refusal: RefusedForm): string | null {
  const [found] = Object.entries(refusal?.fields ?? {}).filter(([path]) => path.startsWith('sites'))
  return found?.[1] ?? null
}
