/** The forms of a claim's page: each calls one use case. */
import { data, redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { editRows } from '#components/edit-rows.ts'
import { chosenLeads } from '#components/leads-parts.ts'
import { typed, typedRows } from '#components/typed-values.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, refuse } from '#domain/refusal.ts'
import { readSearchForm } from '#domain/search-form.ts'
import type { FormFields } from '#http/form.server.ts'
import { type Refused, respond } from '#http/respond.server.ts'
import { findClaim } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { addCaveat } from '#usecases/claims/add-caveat.server.ts'
import { recordUtterance } from '#usecases/claims/record-utterance.server.ts'
import { reviewClaim } from '#usecases/claims/review-claim.server.ts'
import { submitClaim } from '#usecases/claims/submit-claim.server.ts'
import { withdrawCaveat } from '#usecases/claims/withdraw-caveat.server.ts'
import { askPerson } from '#usecases/runs/ask-person.server.ts'
import { dismissLeads } from '#usecases/runs/dismiss-leads.server.ts'
import { recordAnswer } from '#usecases/runs/record-answer.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { endSchedule } from '#usecases/schedules/end-schedule.server.ts'
import { startSchedule } from '#usecases/schedules/start-schedule.server.ts'

type Handler = (desk: Desk, person: Actor, claimId: string, fields: FormFields) => Promise<Answer<unknown>>

const FORMS: Record<string, Handler> = {
  review: reviewClaim,
  utterance: recordUtterance,
  submit: (desk, person, claimId) => submitClaim(desk, person, claimId),
  search: (desk, person, claimId, fields) =>
    fields.intent === 'plan'
      ? startSchedule(desk, person, claimId, { ...fields, ...readSearchForm(fields) })
      : requestRun(desk, person, { claimId }, readSearchForm(fields)),
  endSchedule: (desk, person, _claimId, fields) => endSchedule(desk, person, typed(fields, 'scheduleId')),
  ask: askPerson,
  answer: (desk, person, _claimId, fields) => recordAnswer(desk, person, typed(fields, 'attemptId'), fields),
  lead: (desk, person, claimId, fields) => dismissLeads(desk, person, claimId, chosenLeads(fields)),
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
  if (fields.edit) return redrawn(form, fields)
  const handler = Object.hasOwn(FORMS, form) ? FORMS[form] : undefined
  const answer = handler
    ? await handler(desk, person, claimId, fields)
    : refuse('invalid', 'This form is not known here. Load the page again.')
  return answer.ok ? redirect(paths.claim(claimId)) : respond(answer.refusal, { form, values: fields })
}

/** Without scripts a button that moves a row sends the form: nothing is done but to draw it anew with the rows as wished. */
function redrawn(form: string, fields: FormFields) {
  const { edit, ...values } = fields
  const queries = editRows(typedRows(values, 'queries'), typed({ edit }, 'edit'), (text) => ({ text }))
  return data({ refusal: null, form, values: { ...values, queries } } satisfies Omit<Refused, 'refusal'> & {
    refusal: null
  })
}
