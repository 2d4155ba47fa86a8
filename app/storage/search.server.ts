/** Looks for words in articles, claims and sources. A plain containment search: every word must be there. */
import type { Reader } from './database.server.ts'

/** A question of more words than this is not made better by them. */
const MAX_WORDS = 8

/**
 * Articles, claims and sources in which every word of `question` occurs in at least one of the searched fields, newest
 * change first. Chinese is searched as typed: without spaces it is one word. `%` and
 * `_` stand for any one sign, since SQLite as Prisma asks it knows no way to mean them. Each list is cut at
 * `take`, and `more` says of which kinds there is more. An empty question finds nothing.
 */
export async function searchDesk(db: Reader, question: string, take = 20) {
  const words = question.trim().replaceAll('%', '_').split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS)
  if (words.length === 0) return { articles: [], claims: [], sources: [], more: NONE }
  const all = <Where>(inOneWord: (contains: string) => Where[]) => ({
    AND: words.map((word) => ({ OR: inOneWord(word) })),
  })
  const page = { orderBy: { updatedAt: 'desc' as const }, take: take + 1 }
  const [articles, claims, sources] = await Promise.all([
    db.article.findMany({
      ...page,
      where: all((contains) => [{ headline: { contains } }, { draft: { contains } }]),
      select: { id: true, headline: true, language: true, updatedAt: true },
    }),
    db.claim.findMany({
      ...page,
      where: all((contains) => [
        { text: { contains } },
        { passage: { contains } },
        { claimant: { contains } },
        { citations: { some: { quote: { contains } } } },
      ]),
      select: {
        id: true,
        number: true,
        text: true,
        claimant: true,
        status: true,
        updatedAt: true,
        article: { select: { id: true, headline: true } },
      },
    }),
    db.source.findMany({
      ...page,
      where: all((contains) => [
        { publisher: { contains } },
        { title: { contains } },
        { author: { contains } },
        { address: { contains } },
      ]),
      select: { id: true, publisher: true, title: true, address: true, language: true, updatedAt: true },
    }),
  ])
  return {
    articles: articles.slice(0, take),
    claims: claims.slice(0, take),
    sources: sources.slice(0, take),
    more: { articles: articles.length > take, claims: claims.length > take, sources: sources.length > take },
  }
}

const NONE = { articles: false, claims: false, sources: false }
