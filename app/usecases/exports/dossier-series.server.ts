/** Which figures of a dossier's claims a newer value of their series has overtaken. */
import { supersededAmong } from '#domain/series.ts'
import type { DossierClaim } from '#exports/dossier.ts'
import type { Reader } from '#storage/database.server.ts'
import { seriesOfArticle, statedPoints } from '#storage/series.server.ts'

/** By claim id; claims with nothing overtaken are not in it. */
export async function readOvertaken(
  db: Reader,
  articleId: string,
): Promise<Map<string, NonNullable<DossierClaim['overtaken']>>> {
  const found = new Map<string, NonNullable<DossierClaim['overtaken']>>()
  for (const series of await seriesOfArticle(db, articleId))
    for (const { point, by } of supersededAmong(statedPoints(series))) {
      const overtaken = {
        figure: point.figure.text,
        asOf: point.asOf,
        series: series.label,
        by: by.figure.text,
        byAsOf: by.asOf,
        sameArticle: by.articleId === articleId,
      }
      found.set(point.claimId, [...(found.get(point.claimId) ?? []), overtaken])
    }
  return found
}
