/** Reads articles for lists and for their own page. */
import type { Prisma } from '#prisma/generated/client.ts'
import { CLAIM_PARTS } from './claims.server.ts'
import type { Reader } from './database.server.ts'

/** Articles by newest change, with their claims' statuses for the progress mark. */
export function listArticles(db: Reader, options: { take?: number; skip?: number } = {}) {
  return db.article.findMany({
    orderBy: { updatedAt: 'desc' },
    take: options.take ?? 50,
    skip: options.skip ?? 0,
    select: {
      id: true,
      headline: true,
      sample: true,
      updatedAt: true,
      createdBy: { select: { name: true } },
      claims: { select: { status: true, submittedAt: true } },
    },
  })
}

const ARTICLE_PARTS = {
  createdBy: { select: { id: true, name: true } },
  relatedCoverage: { orderBy: { position: 'asc' } },
  caveats: { where: { withdrawnAt: null }, orderBy: { createdAt: 'asc' } },
  claims: { orderBy: { number: 'asc' }, include: CLAIM_PARTS },
} satisfies Prisma.ArticleInclude

export type ArticleRecord = Prisma.ArticleGetPayload<{ include: typeof ARTICLE_PARTS }>

export function findArticle(db: Reader, id: string): Promise<ArticleRecord | null> {
  return db.article.findUnique({ where: { id }, include: ARTICLE_PARTS })
}
