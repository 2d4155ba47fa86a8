/** What a refused form says about its fields. */

/** A refusal as a page gets it back: its words, and complaints by dotted path such as `figures.0.value`. */
export type RefusedForm = { message: string; fields?: Record<string, string> } | null | undefined

/** The complaint about one field, or null. */
export function fieldError(refusal: RefusedForm, path: string): string | null {
  return refusal?.fields?.[path] ?? null
}
