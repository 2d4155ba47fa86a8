/** Turns the claim form's fields into what the use cases check. */
import type { FormFields } from './form.server.ts'

/**
 * With `figuresFrom` "text" the figures are left out, so that they are taken from the text; otherwise the rows are, each
 * typed by a person. Empty rows fall away.
 */
export function claimFromForm(fields: FormFields): Record<string, unknown> {
  const { kind, text, passage, claimant, claimantRole, utteranceId, figures, figuresFrom } = fields
  const rows = (Array.isArray(figures) ? figures : []).filter((row) => row.text || row.value)
  const typed = rows.map((row) => ({ ...row, byHand: true }))
  return {
    kind: kind || undefined,
    text: oneLineEnd(text),
    passage: oneLineEnd(passage),
    claimant,
    claimantRole,
    utteranceId,
    ...(figuresFrom === 'text' ? {} : { figures: typed }),
  }
}

/** Browsers send line ends as CRLF; drafts keep LF, and a passage must be found in its draft. */
function oneLineEnd(value: FormFields[string] | undefined) {
  return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : value
}
