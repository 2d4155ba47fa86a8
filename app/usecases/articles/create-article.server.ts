/** Creates an article with its draft and related coverage. */
import { type ArticleInput, articleInput } from '#domain/article.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `raw` is checked against `articleInput`. `sample` marks sample data. Answers with the article's id. */
export async function createArticle(
  desk: Desk,
  actor: Actor,
  raw: unknown,
  options: { sample?: boolean } = {},
): Promise<Answer<{ id: string }>> {
  const input = readInput(articleInput, raw)
  if (!input.ok) return input
  const createdById = actor.id
  if (!createdById) return refuse('not_allowed', 'Only a person can create an article.')
  const { relatedCoverage, ...article } = input.value satisfies ArticleInput
  const now = desk.now()
  return transaction(desk, actor, async (tx, record) => {
    const { id } = await tx.article.create({
      data: {
        ...article,
        sample: options.sample ?? false,
        createdById,
        createdAt: now,
        updatedAt: now,
        relatedCoverage: {
          create: relatedCoverage.map((piece, index) => ({ ...piece, position: index + 1 })),
        },
      },
    })
    record({ kind: 'article.created', subjectKind: 'article', subjectId: id, payload: input.value })
    return accept({ id })
  })
}
