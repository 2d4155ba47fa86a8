/** Sets the chain that the desk's runs, or those of one article, walk from now on. */
import { type ChainKind, chainForm, mayChangeChain } from '#domain/chain-setting.ts'
import { readInput } from '#domain/input.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `articleId` null sets the desk's. `raw` is checked against `chainForm`. Runs that wait or run keep the chain they have. */
export async function setChain(
  desk: Desk,
  actor: Actor,
  of: { kind: ChainKind; articleId: string | null },
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const input = readInput(chainForm(of.kind), raw)
  if (!input.ok) return input
  const { kind, articleId } = of
  const setById = actor.id
  const chain = input.value
  return transaction(desk, actor, async (tx, record) => {
    const article = articleId
      ? await tx.article.findUnique({ where: { id: articleId }, select: { createdById: true } })
      : null
    if (articleId && !article) return refuse('not_found', 'This article does not exist.')
    if (!setById || !mayChangeChain(actor, article))
      return refuse(
        'not_allowed',
        articleId
          ? 'An article’s chain is set by whoever created it, or by an editor.'
          : 'The desk’s chain is set by an editor or an admin.',
      )
    const before = await tx.chainSetting.findFirst({ where: { kind, articleId } })
    const row = { chain, setById, updatedAt: desk.now() }
    const { id } = before
      ? await tx.chainSetting.update({ where: { id: before.id }, data: row })
      : await tx.chainSetting.create({ data: { ...row, kind, articleId } })
    record({
      kind: 'chain.set',
      subjectKind: articleId ? 'article' : 'chain',
      subjectId: articleId ?? kind,
      payload: { kind, articleId, chain, before: before?.chain ?? null },
    })
    return accept({ id })
  })
}
