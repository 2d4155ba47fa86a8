/** Takes a set chain away: an article then walks the desk's, the desk the built-in one. */
import { type ChainKind, mayChangeChain } from '#domain/chain-setting.ts'
import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

/** `articleId` null means the desk's chain. Who may set it may take it away. */
export async function resetChain(
  desk: Desk,
  actor: Actor,
  { kind, articleId }: { kind: ChainKind; articleId: string | null },
): Promise<Answer<{ kind: ChainKind }>> {
  return transaction(desk, actor, async (tx, record) => {
    const article = articleId
      ? await tx.article.findUnique({ where: { id: articleId }, select: { createdById: true } })
      : null
    if (!mayChangeChain(actor, article))
      return refuse(
        'not_allowed',
        'Who may set this chain may take it away: an editor, or whose article it is.',
      )
    const setting = await tx.chainSetting.findFirst({ where: { kind, articleId } })
    if (!setting) return refuse('already_done', 'No chain is set here.')
    await tx.chainSetting.delete({ where: { id: setting.id } })
    record({
      kind: 'chain.reset',
      subjectKind: articleId ? 'article' : 'chain',
      subjectId: articleId ?? kind,
      payload: { kind, articleId, before: setting.chain },
    })
    return accept({ kind })
  })
}
