/** The fields that plan a search by the clock: how often, at what time, where the clock stands, until when. */
import { RHYTHM_WORDS } from '#domain/schedule-words.ts'
import { Button } from './button.tsx'
import { Field, Select } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { type Typed, typed } from './typed-values.ts'

const RHYTHMS = [
  ...Object.entries(RHYTHM_WORDS).map(([value, words]) => ({
    value,
    label: words.charAt(0).toUpperCase() + words.slice(1),
  })),
  { value: 'own', label: 'By a cron line of my own' },
]

/** Zones that are offered; any other of the IANA's may be typed. */
const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'UTC',
]

/** Part of the form of a search: the queries, publishers and chain are those of the form. */
export function ScheduleFields({ values, refusal }: { values: Typed; refusal: RefusedForm }) {
  const field = (name: string) => ({ name, error: fieldError(refusal, name) })
  return (
    <div className="mt-3 grid gap-3">
      <p className="max-w-prose text-sm">
        The same queries are asked by the clock, with the same record as now. Each time, leads that were not
        known before are told apart.
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label="How often"
          options={RHYTHMS}
          defaultValue={typed(values, 'rhythm') || 'weekdays'}
          {...field('rhythm')}
        />
        <Field label="At" type="time" defaultValue={typed(values, 'time') || '07:00'} {...field('time')} />
        <Field
          label="On the clock of"
          list="zones"
          defaultValue={typed(values, 'timeZone') || 'Europe/Berlin'}
          {...field('timeZone')}
        />
        <Field
          label="Until, that day included"
          type="date"
          defaultValue={typed(values, 'until')}
          {...field('until')}
        />
      </div>
      <datalist id="zones">
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Field
        label="Cron line"
        optional
        placeholder="0 7 * * 1-5"
        defaultValue={typed(values, 'cron')}
        hint="Minute, hour, day of the month, month, day of the week. Counts only for “By a cron line of my own”."
        {...field('cron')}
      />
      <div>
        <Button name="intent" value="plan">
          Plan this search
        </Button>
      </div>
    </div>
  )
}
