/** Turns refusals into HTTP: each code has one status, and the words go back to the form that asked. */
import { data } from '@remix-run/node'
import type { Refusal, RefusalCode } from '#domain/refusal.ts'

const STATUS: Record<RefusalCode, number> = {
  invalid: 422,
  not_found: 404,
  not_allowed: 403,
  own_claim: 403,
  reason_required: 422,
  evidence_required: 409,
  caveat_required: 409,
  claimant_required: 409,
  already_done: 409,
  conflict: 409,
  too_large: 413,
}

/** The status of a refusal code (RFC 9110; 422 for a form that cannot be accepted as filled in). */
export function statusOf(code: RefusalCode): number {
  return STATUS[code]
}

/** What a page gets back when a rule said no: the refusal, which form it was, and what was typed into it. */
export type Refused = { refusal: Refusal; form: string; values: Record<string, unknown> }

/**
 * Answers an action with a refusal, so that the page can show it in place. `form` names the form on a page with
 * several; `values` are put back into the fields, since without scripts the page is drawn anew.
 */
export function respond(refusal: Refusal, about: { form?: string; values?: Record<string, unknown> } = {}) {
  const refused: Refused = { refusal, form: about.form ?? '', values: about.values ?? {} }
  return data(refused, { status: statusOf(refusal.code) })
}

/** Throws the page "not found". `message` says what does not exist and what to do. */
export function notFound(message = 'There is nothing at this address.'): never {
  throw data(message, { status: 404 })
}

/** Throws the page "not for you". */
export function notAllowed(message: string): never {
  throw data(message, { status: 403 })
}
