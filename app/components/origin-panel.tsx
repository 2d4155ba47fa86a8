/** Where a source has its information from, and the form to say so. */
import { Form } from '@remix-run/react'
import { ORIGIN_KINDS, type OriginKind, type RelayState } from '#domain/origin.ts'
import type { Refusal } from '#domain/refusal.ts'
import { Button } from './button.tsx'
import { Field, Select } from './field.tsx'
import { RefusalNotice } from './notice.tsx'
import { Section } from './section.tsx'
import { ORIGIN_KIND_WORDS } from './source-words.ts'

export type ShownOrigin = { id: string; label: string; kind: OriginKind }
export type ShownRelay = { id: string; state: RelayState; words: string | null; origin: ShownOrigin }
type Refused = { refusal: Refusal; values: Record<string, unknown> } | null

/** `origins` are those recorded elsewhere, to choose from. */
export function OriginPanel({
  relays,
  origins,
  refused,
}: {
  relays: ShownRelay[]
  origins: ShownOrigin[]
  refused: Refused
}) {
  return (
    <Section title="Where it is from">
      {relays.length === 0 ? (
        <p className="max-w-prose text-soft">
          Not settled. Ten outlets that repeat one speech are one origin: say where this source has it from.
        </p>
      ) : (
        <ul className="space-y-2">
          {relays.map(({ id, state, words, origin }) => (
            <li key={id}>
              <p>
                <span className="font-medium">{origin.label}</span>{' '}
                <span className="text-sm text-soft">
                  {ORIGIN_KIND_WORDS[origin.kind]}, {RELAY_WORDS[state]}
                </span>
              </p>
              {words ? <p className="font-serif">“{words}”</p> : null}
            </li>
          ))}
        </ul>
      )}
      <details className="mt-3" open={refused !== null}>
        <summary className="text-accent">Record an origin</summary>
        <OriginForm origins={origins} refused={refused} />
      </details>
    </Section>
  )
}

const RELAY_WORDS: Record<RelayState, string> = {
  proposed: 'proposed, not confirmed',
  confirmed: 'confirmed by a person',
  rejected: 'rejected',
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

function OriginForm({ origins, refused }: { origins: ShownOrigin[]; refused: Refused }) {
  const values = refused?.values ?? {}
  const errors = refused?.refusal.fields ?? {}
  const field = (name: string) => ({ name, defaultValue: text(values[name]), error: errors[name] })
  return (
    <Form method="post" className="mt-3 space-y-3">
      <RefusalNotice refusal={refused?.refusal} />
      {origins.length > 0 ? (
        <Select
          label="An origin already recorded"
          {...field('originId')}
          options={[
            { value: '', label: 'None of these: a new one, below' },
            ...origins.map(({ id, label, kind }) => ({
              value: id,
              label: `${label} (${ORIGIN_KIND_WORDS[kind]})`,
            })),
          ]}
        />
      ) : null}
      <Field label="Name of a new origin" hint="Such as “speech of 23 March”." {...field('label')} />
      <Select
        label="What it is"
        {...field('kind')}
        options={ORIGIN_KINDS.map((kind) => ({ value: kind, label: ORIGIN_KIND_WORDS[kind] }))}
      />
      <Field label="The words in the source that say so" optional {...field('words')} />
      <Field label="Note" optional {...field('note')} />
      <Button name="intent" value="origin">
        Record the origin
      </Button>
    </Form>
  )
}
