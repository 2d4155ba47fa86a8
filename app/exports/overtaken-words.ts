/** Tells that a newer value of its series has overtaken a claim's figure. */
import type { DossierClaim } from './dossier.ts'

/** "100 trillion (2025-12) was followed by 140 trillion (2026-03) in the series “daily tokens in China”". */
export function overtakenWords(one: NonNullable<DossierClaim['overtaken']>[number]): string {
  const how = one.sameArticle ? 'was followed by' : 'is superseded by'
  return `${one.figure} (${one.asOf}) ${how} ${one.by} (${one.byAsOf}) in the series “${one.series}”`
}
