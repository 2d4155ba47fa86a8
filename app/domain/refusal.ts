/** The closed list of ways a rule says no. http/respond turns each into a status; nothing else does. */

export const REFUSAL_CODES = [
  'invalid',
  'not_found',
  'not_allowed',
  'own_claim',
  'reason_required',
  'evidence_required',
  'caveat_required',
  'claimant_required',
  'already_done',
  'conflict',
  'too_large',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** A rule's no: which rule, one sentence a colleague would say, and where it concerns form fields, which. */
export type Refusal = { code: RefusalCode; message: string; fields?: Record<string, string> }

/** What a rule or a use case answers: the value, or why not. */
export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export function accept<T>(value: T): Answer<T> {
  return { ok: true, value }
}

export function refuse(
  code: RefusalCode,
  message: string,
  fields?: Record<string, string>,
): {
  ok: false
  refusal: Refusal
} {
  return { ok: false, refusal: fields ? { code, message, fields } : { code, message } }
}

/** One form, several shapes: the first message, and the complaints of all about their fields. At least one must be a refusal. */
export function joinRefusals(answers: Answer<unknown>[]): { ok: false; refusal: Refusal } {
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))
  const [first] = refusals
  if (!first) throw new Error('there is no refusal to join')
  return refuse(first.code, first.message, Object.assign({}, ...refusals.map(({ fields }) => fields)))
}
