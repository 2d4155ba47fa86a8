/** Writes a new claim with its number, its figures and its ledger entry: what every way of logging one has in common. */
import type { z } from 'zod'
import type { claimInput } from '#domain/claim.ts'
import type { FigureInput } from '#domain/figure.ts'
import { replaceFigures } from './claims.server.ts'
import type { Transaction } from './database.server.ts'
import type { Recorder } from './transaction.server.ts'

/** Null when the article does not exist. */
export async function insertClaim(
  tx: Transaction,
  record: Recorder,
  ask: {
    articleId: string
    claim: Omit<z.output<typeof claimInput>, 'figures'>
    figures: FigureInput[]
    loggedById: string
    now: Date
    /** the assistant's proposal that a person made their own, for the ledger */
    fromProposal?: { id: string; provider: string; model: string }
  },
): Promise<{ id: string; number: number } | null> {
  const { articleId, claim, figures, loggedById, now, fromProposal } = ask
  const article = await tx.article.findUnique({ where: { id: articleId }, select: { id: true } })
  if (!article) return null
  const last = await tx.claim.aggregate({ where: { articleId }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  const { id } = await tx.claim.create({
    data: { ...claim, articleId, number, status: 'unchecked', loggedById, createdAt: now, updatedAt: now },
  })
  await replaceFigures(tx, id, figures)
  await tx.article.update({ where: { id: articleId }, data: { updatedAt: now } })
  record({
    kind: 'claim.logged',
    subjectKind: 'claim',
    subjectId: id,
    payload: { articleId, number, ...claim, figures, ...(fromProposal ? { fromProposal } : {}) },
  })
  return { id, number }
}
