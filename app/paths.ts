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
  articleChains: (id: string) => `/chains/${part(id)}`,
  articleEgress: (id: string, page = 1) =>
    withQuery(`/articles/${part(id)}/egress`, { page: page > 1 ? page : null }),
  /** What the AI assistant proposed for an article; `state` narrows it, and proposals to decide need none. */
  articleAssistant: (id: string, query: { state?: string; page?: number } = {}) =>
    withQuery(`/articles/${part(id)}/assistant`, {
      state: query.state === 'proposed' ? null : query.state,
      page: query.page && query.page > 1 ? query.page : null,
    }),
  articleExport: (id: string) => `/articles/${part(id)}/export`,
  /** `choices` are the length and the language of the search-chain note, where they were chosen. */
  articleExportFile: (id: string, format: string, choices: { note?: string; noteLanguage?: string } = {}) =>
    withQuery(`/articles/${part(id)}/export/${part(format)}`, choices),
  /** `passage`, when given, are the words of the draft the claim is taken from. */
  newClaim: (articleId: string, passage?: string) =>
    withQuery(`/articles/${part(articleId)}/claims/new`, { passage }),
  /** where the bookmarklet leads; its query holds `url`, `title` and `quote` */
  newClaimFromPage: '/claims/new',
  bookmarklet: '/bookmarklet',
  claim: (id: string) => `/claims/${part(id)}`,
  /** The claim's page with the house's words for a caveat ready to be added. */
  claimCaveat: (id: string, caveat: string) => withQuery(`/claims/${part(id)}`, { caveat }),
  /** Where a claim's reports have it from, as a graph and as a list. */
  claimOrigins: (id: string) => `/claims/${part(id)}/origins`,
  series: (id: string) => `/series/${part(id)}`,
  /** A new series that begins with a claim's figure. */
  newSeries: (claimId: string) => `/claims/${part(claimId)}/series`,
  claimEdit: (id: string) => `/claims/${part(id)}/edit`,
  /** `leadId`, when given, is the lead of a search that is accepted by linking it. */
  newCitation: (claimId: string, leadId?: string) =>
    withQuery(`/claims/${part(claimId)}/sources/new`, { lead: leadId }),
  citationEdit: (id: string) => `/citations/${part(id)}/edit`,
  sources: '/sources',
  sourcesPage: (query: { q?: string; page?: number }) =>
    withQuery('/sources', { q: query.q, page: query.page && query.page > 1 ? query.page : null }),
  source: (id: string) => `/sources/${part(id)}`,
  sourceEgress: (id: string, page = 1) =>
    withQuery(`/sources/${part(id)}/egress`, { page: page > 1 ? page : null }),
  /** Two captures of a source side by side, passage by passage. */
  sourceCompare: (id: string, captures: { before?: string; after?: string } = {}) =>
    withQuery(`/sources/${part(id)}/compare`, captures),
  /** Where a source has it from, recorded by hand. */
  sourceOrigins: (id: string) => `/sources/${part(id)}/origins`,
  sourceWatch: (id: string) => `/sources/${part(id)}/watch`,
  /** Takes note of a change in a cited passage. */
  changeSeen: (id: string) => `/changes/${part(id)}/seen`,
  sourceEdit: (id: string) => `/sources/${part(id)}/edit`,
  capture: (id: string, citationId?: string) => withQuery(`/captures/${part(id)}`, { citation: citationId }),
  captureReplay: (id: string) => `/captures/${part(id)}/replay`,
  captureWacz: (id: string) => `/captures/${part(id)}/wacz`,
  captureScreenshot: (id: string) => `/captures/${part(id)}/screenshot`,
  capturePdf: (id: string) => `/captures/${part(id)}/pdf`,
  captureText: (id: string) => `/captures/${part(id)}/text`,
  /** Mementos of an address (RFC 7089); the address follows as it is. */
  timegate: (address: string) => `/timegate/${address}`,
  timemap: (address: string) => `/timemap/link/${address}`,
  captureBody: (id: string) => `/captures/${part(id)}/body`,
  runs: '/runs',
  runsPage: (query: { kind?: string | null; state?: string | null; page?: number }) =>
    withQuery('/runs', {
      kind: query.kind,
      state: query.state,
      page: query.page && query.page > 1 ? query.page : null,
    }),
  run: (id: string) => `/runs/${part(id)}`,
  /** An attempt's place on its run's page, or on the page of the run's looks at leads. */
  attempt: (runId: string, id: string, isLook = false) =>
    `/runs/${part(runId)}${isLook ? '/looks' : ''}#attempt-${part(id)}`,
  /** the looks at the leads of a search, one by one */
  runLooks: (id: string, page = 1) => withQuery(`/runs/${part(id)}/looks`, { page: page > 1 ? page : null }),
  /** the chains that the desk's runs walk */
  chains: '/chains',
  runEgress: (id: string, page = 1) =>
    withQuery(`/runs/${part(id)}/egress`, { page: page > 1 ? page : null }),
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
  /** the key that archives are signed with, for anybody to compare */
  signingKey: '/.well-known/stet-signing-key.json',
} as const
