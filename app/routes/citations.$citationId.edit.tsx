/** Changes a citation. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { AssistantNearby } from '#components/assistant-nearby.tsx'
import { Button, LinkButton } from '#components/button.tsx'
import { CitationFields } from '#components/citation-fields.tsx'
import { RefusalNotice } from '#components/notice.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { sourceName } from '#components/source-words.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { assistantNearby } from '#storage/assistant-state.server.ts'
import { findCitation } from '#storage/citations.server.ts'
import { editCitation } from '#usecases/sources/edit-citation.server.ts'

export const meta = () => pageTitle('Change a citation')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { desk, settings } = args.context
  const citation = await findCitation(desk.db, args.params.citationId!)
  if (!citation) notFound('This citation does not exist.')
  const { id, claim, quote } = citation
  const ask = { kind: 'translation' as const, citationId: id }
  const assistant = quote ? await assistantNearby(desk.db, settings, claim.article.id, ask) : null
  return { citation, assistant }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const answer = await editCitation(args.context.desk, person, args.params.citationId!, form.value)
  if (!answer.ok) return respond(answer.refusal, { values: form.value })
  return redirect(paths.claim(answer.value.claimId))
}

export default function EditCitationPage() {
  const { citation, assistant } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  const { claim, source } = citation
  return (
    <>
      <PageHead
        title="Change the citation"
        kicker={
          <Link className="link" to={paths.claim(claim.id)}>
            Claim {claim.number}
          </Link>
        }
        state={
          <p>
            <Link className="link" to={paths.source(source.id)}>
              {sourceName(source)}
            </Link>
          </p>
        }
      />
      <Form key={citation.translation} method="post" className="grid max-w-4xl gap-5">
        <RefusalNotice refusal={refused?.refusal} />
        <CitationFields
          values={refused?.values ?? citation}
          refusal={refused?.refusal}
          lang={source.language}
        />
        <div className="flex flex-wrap gap-3">
          <Button look="primary" disabled={busy}>
            {busy ? 'Saving…' : 'Save the changes'}
          </Button>
          <LinkButton to={paths.claim(claim.id)} look="quiet">
            Cancel
          </LinkButton>
        </div>
      </Form>
      {assistant ? (
        <div className="mt-8 max-w-4xl">
          <AssistantNearby title="Translation by the assistant" assistant={assistant} />
        </div>
      ) : null}
    </>
  )
}
