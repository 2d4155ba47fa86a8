/** Every address of the web app is built here, so that a page can move without a hunt for links. */

const part = encodeURIComponent

/** Adds a query to a path; empty values are left out. */
function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** Paths without the origin, each starting with a slash. Ids are escaped. */
export const paths = {
  home: '/',
  articles: '/articles',
  articlesPage: (page: number) => withQuery('/articles', { page: page > 1 ? page : null }),
  newArticle: '/articles/new',
  article: (id: string) => `/articles/${part(id)}`,
  articleEdit: (id: string) => `/articles/${part(id)}/edit`,
  articleExport: (id: string) => `/articles/${part(id)}/export`,
  articleExportFile: (id: string, format: string) => `/articles/${part(id)}/export/${part(format)}`,
  /** `passage`, when given, are the words of the draft the claim is taken from. */
  newClaim: (articleId: string, passage?: string) =>
    withQuery(`/articles/${part(articleId)}/claims/new`, { passage }),
  claim: (id: string) => `/claims/${part(id)}`,
  claimEdit: (id: string) => `/claims/${part(id)}/edit`,
  /** `leadId`, when given, is the lead of a search that is accepted by linking it. */
  newCitation: (claimId: string, leadId?: string) =>
    withQuery(`/claims/${part(claimId)}/sources/new`, { lead: leadId }),
  citationEdit: (id: string) => `/citations/${part(id)}/edit`,
  sources: '/sources',
  sourcesPage: (query: { q?: string; page?: number }) =>
    withQuery('/sources', { q: query.q, page: query.page && query.page > 1 ? query.page : null }),
  source: (id: string) => `/sources/${part(id)}`,
  sourceEdit: (id: string) => `/sources/${part(id)}/edit`,
  capture: (id: string, citationId?: string) => withQuery(`/captures/${part(id)}`, { citation: citationId }),
  captureWacz: (id: string) => `/captures/${part(id)}/wacz`,
  captureScreenshot: (id: string) => `/captures/${part(id)}/screenshot`,
  captureBody: (id: string) => `/captures/${part(id)}/body`,
  runs: '/runs',
  runsPage: (page: number) => withQuery('/runs', { page: page > 1 ? page : null }),
  run: (id: string) => `/runs/${part(id)}`,
  queue: '/queue',
  check: '/check',
  search: '/search',
  searchFor: (q: string) => withQuery('/search', { q }),
  people: '/people',
  ledger: '/ledger',
  ledgerBefore: (seq: number) => withQuery('/ledger', { before: seq }),
  signIn: '/sign-in',
  /** `to` is the path to go on to after signing in. */
  signInTo: (to: string) => withQuery('/sign-in', { to: to === '/' ? null : to }),
  signOut: '/sign-out',
  welcome: (token: string) => `/welcome/${part(token)}`,
  health: '/health',
} as const
