/** The forms of a claim's page: each calls one use case. */
import { redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { typed } from '#components/typed-values.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, refuse } from '#domain/refusal.ts'
import type { FormFields } from '#http/form.server.ts'
import { respond } from '#http/respond.server.ts'
import { findClaim } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { addCaveat } from '#usecases/claims/add-caveat.server.ts'
import { recordUtterance } from '#usecases/claims/record-utterance.server.ts'
import { reviewClaim } from '#usecases/claims/review-claim.server.ts'
import { submitClaim } from '#usecases/claims/submit-claim.server.ts'
import { withdrawCaveat } from '#usecases/claims/withdraw-caveat.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { settleLead } from '#usecases/runs/settle-lead.server.ts'

type Handler = (desk: Desk, person: Actor, claimId: string, fields: FormFields) => Promise<Answer<unknown>>

const FORMS: Record<string, Handler> = {
  review: reviewClaim,
  utterance: recordUtterance,
  submit: (desk, person, claimId) => submitClaim(desk, person, claimId),
  search: (desk, person, claimId) => requestRun(desk, person, { claimId }, {}),
  lead: (desk, person, _claimId, fields) =>
    settleLead(desk, person, typed(fields, 'leadId'), { accept: false }),
  withdraw: (desk, person, _claimId, fields) => withdrawCaveat(desk, person, typed(fields, 'caveatId')),
  caveat: async (desk, person, claimId, fields) => {
    const claim = await findClaim(desk.db, claimId)
    if (!claim) return refuse('not_found', 'This claim does not exist.')
    return addCaveat(desk, person, { articleId: claim.articleId, claimId }, fields)
  },
}

/** Answers a form of the page: back to the page, or the refusal with what was typed. */
export async function answerForm(desk: Desk, person: Actor, claimId: string, fields: FormFields) {
  const form = typed(fields, 'form')
  const handler = Object.hasOwn(FORMS, form) ? FORMS[form] : undefined
  const answer = handler
    ? await handler(desk, person, claimId, fields)
    : refuse('invalid', 'This form is not known here. Load the page again.')
  return answer.ok ? redirect(paths.claim(claimId)) : respond(answer.refusal, { form, values: fields })
}
