/** On which page of a document a finding stands. */

/** The page that a finding's stored detail names, counted from 1; null where it names none: most texts have no pages. */
export function pageOfFinding(detail: unknown): number | null {
  const { page } = (detail ?? {}) as { page?: unknown }
  return typeof page === 'number' ? page : null
}
