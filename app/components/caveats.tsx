/** The caveats on a claim or an article: what must be said in print, and the form that adds one in house wording. */
import { Form } from '@remix-run/react'
import { CAVEAT_KINDS, type CaveatKind, caveatLabel, type Obligation } from '#domain/caveat.ts'
import { Button, LinkButton } from './button.tsx'
import { choices, OBLIGATION_WORDS } from './claim-words.ts'
import { Select, TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'

export type ShownCaveat = { id: string; kind: string; wording: string; obligation: Obligation }

/** A caveat being written: its kind, and the wording and place the house proposes. */
export type ProposedCaveat = { kind: CaveatKind; wording: string; obligation: Obligation }

const KINDS = CAVEAT_KINDS.map((kind) => ({ value: kind, label: caveatLabel(kind) })).sort((a, b) =>
  a.label.localeCompare(b.label, 'en'),
)

/** `page` is the address of this page, for leaving the form; `proposed` opens the form with the house's words. */
export function Caveats({
  caveats,
  proposed,
  refusal,
  page,
}: {
  caveats: ShownCaveat[]
  proposed: ProposedCaveat | null
  refusal: RefusedForm
  page: string
}) {
  return (
    <div className="grid gap-4">
      {caveats.length === 0 ? <p className="text-soft">None so far.</p> : null}
      <ul className="grid gap-3">
        {caveats.map((caveat) => (
          <OneCaveat key={caveat.id} caveat={caveat} />
        ))}
      </ul>
      <RefusalNotice refusal={refusal} />
      {proposed ? (
        <WordCaveat key={proposed.kind} proposed={proposed} refusal={refusal} page={page} />
      ) : (
        <ChooseCaveat />
      )}
    </div>
  )
}

function OneCaveat({ caveat }: { caveat: ShownCaveat }) {
  const known = KINDS.find(({ value }) => value === caveat.kind)
  return (
    <li className="border-l-2 border-disputed pl-3">
      <p className="text-sm font-medium">{known?.label ?? caveat.kind}</p>
      <p className="font-serif">{caveat.wording}</p>
      <div className="flex flex-wrap items-center gap-x-3 text-sm text-soft">
        <span>Must stand {OBLIGATION_WORDS[caveat.obligation]}.</span>
        <PageForm name="withdraw">
          <input type="hidden" name="caveatId" value={caveat.id} />
          <button type="submit" className="link text-sm">
            Withdraw
          </button>
        </PageForm>
      </div>
    </li>
  )
}

/** First the kind, by a plain GET, so that the house's words come with and without scripts. */
function ChooseCaveat() {
  return (
    <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-2">
      <Select label="Add a caveat" name="caveat" options={KINDS} className="min-w-48 flex-1" />
      <Button>Word it</Button>
    </Form>
  )
}

function WordCaveat({
  proposed,
  refusal,
  page,
}: {
  proposed: ProposedCaveat
  refusal: RefusedForm
  page: string
}) {
  return (
    <PageForm name="caveat" className="grid gap-4 rounded-md border border-rule p-3">
      <p className="font-medium">{caveatLabel(proposed.kind)}</p>
      <input type="hidden" name="kind" value={proposed.kind} />
      <TextArea
        label="Wording"
        name="wording"
        required
        prose
        rows={4}
        defaultValue={proposed.wording}
        error={fieldError(refusal, 'wording')}
        hint="The house's words. Change them where they do not fit."
      />
      <Select
        label="Where it must stand"
        name="obligation"
        options={choices(OBLIGATION_WORDS)}
        defaultValue={proposed.obligation}
        error={fieldError(refusal, 'obligation')}
      />
      <div className="flex flex-wrap gap-2">
        <Button look="primary">Add this caveat</Button>
        <LinkButton to={page} look="quiet" preventScrollReset>
          Leave it
        </LinkButton>
      </div>
    </PageForm>
  )
}
