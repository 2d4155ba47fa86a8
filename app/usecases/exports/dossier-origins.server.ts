/** What the claims of a dossier rest on: reports, independent origins and copies, counted as domain/independence counts. */
import { type Independence, independenceOf } from '#domain/independence.ts'
import { fragilityOf } from '#domain/independence-words.ts'
import type { DossierClaim } from '#exports/dossier.ts'
import type { ArticleRecord } from '#storage/articles.server.ts'
import type { ClaimRecord } from '#storage/claims.server.ts'
import type { Reader } from '#storage/database.server.ts'
import { confirmedAmong, relaysAround } from '#storage/relays.server.ts'

type Origins = {
  ofClaim: (claim: ClaimRecord) => DossierClaim['origins']
  /** of everything that supports any claim of the article */
  ofArticle: DossierClaim['origins']
}

/** Reads the relays around all sources of the article once; the answer counts for one claim, and for the article as a whole. */
export async function readOrigins(db: Reader, article: ArticleRecord): Promise<Origins> {
  const cited = article.claims.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId))
  const { relays, places } = confirmedAmong(await relaysAround(db, cited, ['confirmed']))
  const of = (citations: ClaimRecord['citations']) => {
    const supporting = citations.filter(({ stance }) => stance === 'supports')
    const ids = supporting.map(({ sourceId }) => sourceId)
    const independence = independenceOf(ids, relays, places)
    const copies = new Map(
      supporting.flatMap(({ source }) => source.captures.map((one) => [one.id, one] as const)),
    )
    return countsOf(independence, [...copies.values()])
  }
  return {
    ofClaim: (claim) => of(claim.citations),
    ofArticle: of(article.claims.flatMap(({ citations }) => citations)),
  }
}

function countsOf(
  independence: Independence,
  copies: ClaimRecord['citations'][number]['source']['captures'],
): DossierClaim['origins'] {
  const { reports, origins, unsettled, notSeen, labels, labelsZh } = independence
  const { copies: kept, fromOtherArchives, broughtByHand } = fragilityOf(independence, copies)
  return {
    reports,
    origins,
    unsettled,
    notSeen,
    labels,
    labelsZh,
    copies: kept,
    fromOtherArchives,
    broughtByHand,
  }
}
