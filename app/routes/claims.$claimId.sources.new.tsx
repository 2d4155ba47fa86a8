/** Links a claim to a source; with `?lead=ID` the source a search proposed. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { LinkSourceForm } from '#components/link-source-form.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findClaim } from '#storage/claims.server.ts'
import { findLead, type LeadRecord } from '#storage/leads.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'

export const meta = () => pageTitle('Link a source')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const claim = await findClaim(db, args.params.claimId!)
  if (!claim) notFound('This claim does not exist.')
  const leadId = new URL(args.request.url).searchParams.get('lead')
  const lead = leadId ? await findLead(db, leadId) : null
  const values = lead?.claimId === claim.id ? fromLead(lead) : {}
  return {
    claim: { id: claim.id, number: claim.number, text: claim.text },
    lang: claim.article.language,
    values,
  }
}

/** What looking at the lead has shown fills the form; the words are the page's own, as they were read. */
function fromLead({ id, address, title, screening }: LeadRecord) {
  const { page, finds } = screening ?? {}
  return {
    leadId: id,
    address,
    title: title ?? page?.title,
    language: page?.language,
    quote: finds?.quotable,
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const claimId = args.params.claimId!
  const answer = await linkSource(args.context.desk, person, claimId, form.value)
  return answer.ok ? redirect(paths.claim(claimId)) : respond(answer.refusal, { values: form.value })
}

export default function NewCitationPage() {
  const { claim, lang, values } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title="Link a source"
        kicker={
          <Link className="link" to={paths.claim(claim.id)}>
            Claim {claim.number}
          </Link>
        }
        state={
          <p lang={lang} className="max-w-prose font-serif text-lg">
            {claim.text}
          </p>
        }
      />
      <LinkSourceForm
        values={refused?.values ?? values}
        refusal={refused?.refusal}
        cancel={paths.claim(claim.id)}
      />
    </>
  )
}
