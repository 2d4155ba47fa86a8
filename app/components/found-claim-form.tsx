/** The form for a claim found on a page elsewhere: the article it is for, the claim, the page, the words cited. */
import { Form, useNavigation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from './button.tsx'
import { CitationFields } from './citation-fields.tsx'
import { ClaimFields } from './claim-fields.tsx'
import { Field, Select } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { type Typed, typed } from './typed-values.ts'

export function FoundClaimForm({
  articles,
  values,
  refusal,
  figuresByHand,
}: {
  articles: { id: string; headline: string }[]
  values: Typed
  refusal: RefusedForm
  figuresByHand: boolean
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
      <Select
        label="For which article"
        required
        options={[
          { value: '', label: 'Choose the article' },
          ...articles.map(({ id, headline }) => ({ value: id, label: headline })),
        ]}
        {...field('articleId')}
      />
      <ClaimFields values={values} refusal={refusal} figuresByHand={figuresByHand} />
      <fieldset className="grid gap-5 rounded-md border border-rule p-4">
        <legend className="px-1 font-medium">The page</legend>
        <Field
          label="Web address"
          type="url"
          required
          placeholder="https://"
          hint="It is fetched and archived when you log the claim."
          {...field('address')}
        />
        <Field label="Title" optional {...field('title')} />
        <CitationFields values={values} refusal={refusal} lang={null} />
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={busy}>
          {busy ? 'Saving…' : 'Log the claim with this page'}
        </Button>
        <LinkButton to={paths.articles} look="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  )
}
