/** Reads the chains that a desk and its articles have set. */
import { CHAIN_KINDS, type ChainFrom, type ChainKind, chainInForce } from '#domain/chain-setting.ts'
import type { Chain } from '#domain/step.ts'
import type { Reader } from './database.server.ts'

/** The chain in force for a kind of run of an article; without an article, the desk's. */
export async function chainFor(
  db: Reader,
  kind: ChainKind,
  articleId: string | null,
): Promise<{ chain: Chain; from: ChainFrom }> {
  const settings = await db.chainSetting.findMany({
    where: { kind, OR: [{ articleId: null }, ...(articleId ? [{ articleId }] : [])] },
    select: { articleId: true, chain: true },
  })
  const of = (id: string | null) => settings.find((setting) => setting.articleId === id)?.chain
  return chainInForce(kind, { article: articleId ? of(articleId) : undefined, desk: of(null) })
}

/**
 * The chain in force for fetching a source. An article's own counts where that article alone cites the source: what two
 * articles share is fetched as the desk does it.
 */
export async function chainForSource(db: Reader, sourceId: string): Promise<Chain> {
  const articles = await db.article.findMany({
    where: { claims: { some: { citations: { some: { sourceId } } } } },
    select: { id: true },
    take: 2,
  })
  const [only] = articles
  const { chain } = await chainFor(db, 'fetch', articles.length === 1 && only ? only.id : null)
  return chain
}

/** The stored settings of one desk (`articleId` null) or article, by kind, with who set them and when. */
export async function listChainSettings(db: Reader, articleId: string | null) {
  const settings = await db.chainSetting.findMany({ where: { articleId } })
  const people = await db.person.findMany({
    where: { id: { in: settings.map(({ setById }) => setById) } },
    select: { id: true, name: true },
  })
  return settings.map(({ id, kind, updatedAt, setById }) => ({
    id,
    kind,
    updatedAt,
    setBy: people.find((person) => person.id === setById)?.name ?? null,
  }))
}

/** Both chains as a page shows them: what is in force for a desk (`articleId` null) or an article, and whether it is its own. */
export async function chainsInForce(db: Reader, articleId: string | null) {
  const own = articleId ? 'article' : 'desk'
  return Promise.all(
    CHAIN_KINDS.map(async (kind) => {
      const { chain, from } = await chainFor(db, kind, articleId)
      return { kind, chain, from, isOwn: from === own }
    }),
  )
}

/** What a page about an article's chains needs of it; null where there is no such article. */
export function chainsArticle(db: Reader, id: string) {
  return db.article.findUnique({ where: { id }, select: { id: true, headline: true, createdById: true } })
}
