/** Turns the article form's fields into what the use cases check: empty rows of related coverage fall away. */
import type { FormFields } from './form.server.ts'

/** `updatedAt` is the version the writer saw, as the form carried it. */
export function articleFromForm(fields: FormFields): Record<string, unknown> {
  const { headline, language, sensitivity, draft, updatedAt, relatedCoverage } = fields
  const rows = Array.isArray(relatedCoverage) ? relatedCoverage : []
  return {
    headline,
    language: language || undefined,
    sensitivity: sensitivity || undefined,
    // Browsers send line ends as CRLF (HTML, form submission); positions in a draft count one sign.
    draft: typeof draft === 'string' ? draft.replace(/\r\n/g, '\n') : draft,
    updatedAt,
    relatedCoverage: rows.filter((row) => row.title || row.address),
  }
}
