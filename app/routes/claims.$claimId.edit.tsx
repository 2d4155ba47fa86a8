/** Changes a claim. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ClaimForm } from '#components/claim-form.tsx'
import { Notice } from '#components/notice.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { isSettled } from '#domain/claim.ts'
import { claimFromForm } from '#http/claim-form.server.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findClaim } from '#storage/claims.server.ts'
import { editClaim } from '#usecases/claims/edit-claim.server.ts'

export const meta = () => pageTitle('Change a claim')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const claim = await findClaim(args.context.desk.db, args.params.claimId!)
  if (!claim) notFound('This claim does not exist.')
  const { id, number, kind, text, passage, claimant, claimantRole, utteranceId, figures, status } = claim
  return {
    claim: { id, number, kind, text, passage, claimant, claimantRole, utteranceId, figures },
    settled: isSettled(status),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const values = claimFromForm(form.value)
  const answer = await editClaim(args.context.desk, person, args.params.claimId!, values)
  return answer.ok ? redirect(paths.claim(answer.value.id)) : respond(answer.refusal, { values })
}

export default function EditClaimPage() {
  const { claim, settled } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const byHand = refused
    ? refused.values.figures !== undefined
    : claim.figures.some((figure) => figure.byHand)
  return (
    <>
      <PageHead
        title="Change the claim"
        kicker={
          <Link className="link" to={paths.claim(claim.id)}>
            Claim {claim.number}
          </Link>
        }
        state={
          settled ? <Notice tone="warning">This claim is settled. Saving a change reopens it.</Notice> : null
        }
      />
      <ClaimForm
        values={refused?.values ?? claim}
        refusal={refused?.refusal}
        figuresByHand={byHand}
        saveWords="Save the changes"
        cancel={paths.claim(claim.id)}
      />
    </>
  )
}
