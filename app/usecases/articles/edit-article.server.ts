/** Changes an article's headline, sensitivity, draft and related coverage. */
import { articleInput } from '#domain/article.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/**
 * `raw.updatedAt`, when given, is the version the writer saw: somebody else's later edit is then refused as `conflict`
 * instead of being overwritten.
 */
export async function editArticle(
  desk: Desk,
  actor: Actor,
  articleId: string,
  raw: Record<string, unknown>,
): Promise<Answer<{ id: string }>> {
  const input = readInput(articleInput, raw)
  if (!input.ok) return input
  const { relatedCoverage, ...article } = input.value
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const before = await tx.article.findUnique({ where: { id: articleId } })
    if (!before) return refuse('not_found', 'This article does not exist.')
    if (
      typeof raw.updatedAt === 'string' &&
      raw.updatedAt &&
      raw.updatedAt !== before.updatedAt.toISOString()
    )
      return refuse(
        'conflict',
        'Somebody changed this article while you were writing. Your text is still in the form: compare, then save again.',
      )
    await tx.relatedCoverage.deleteMany({ where: { articleId } })
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...article,
        updatedAt: now,
        relatedCoverage: {
          create: relatedCoverage.map((piece, index) => ({ ...piece, position: index + 1 })),
        },
      },
    })
    record({
      kind: 'article.edited',
      subjectKind: 'article',
      subjectId: articleId,
      payload: {
        before: {
          headline: before.headline,
          language: before.language,
          sensitivity: before.sensitivity,
          draft: before.draft,
        },
        after: input.value,
      },
    })
    return accept({ id: articleId })
  })
}
