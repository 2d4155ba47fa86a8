/** Reads which page of a list is asked for. */

/** A page far beyond any list costs the database a scan, so pages end here. */
const LAST_PAGE = 10_000

/** The `page` of the query, 1 when it is missing or makes no sense. */
export function pageNumber(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get('page') ?? 1)
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, LAST_PAGE) : 1
}
