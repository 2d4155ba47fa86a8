/** Reads series of one figure over time, and keeps the marks of what is superseded. */
import { supersededAmong } from '#domain/series.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Reader, Transaction } from './database.server.ts'
import type { Recorder } from './transaction.server.ts'

const SERIES_PARTS = {
  points: {
    orderBy: { createdAt: 'asc' },
    include: {
      claim: {
        select: {
          id: true,
          number: true,
          text: true,
          status: true,
          articleId: true,
          article: { select: { id: true, headline: true, language: true } },
          figures: true,
        },
      },
    },
  },
} satisfies Prisma.SeriesInclude

type SeriesRow = Prisma.SeriesGetPayload<{ include: typeof SERIES_PARTS }>
type PointRow = SeriesRow['points'][number]
type FigureRow = PointRow['claim']['figures'][number]

/** A point with its figure; null where the claim was changed and has no such figure any more. */
export type SeriesPointRecord = Omit<PointRow, 'claim'> & {
  claim: Omit<PointRow['claim'], 'figures'>
  figure: FigureRow | null
}
export type SeriesRecord = Omit<SeriesRow, 'points'> & { points: SeriesPointRecord[] }

/** A point whose figure is there. */
export type StatedPoint = SeriesPointRecord & {
  figure: FigureRow
  value: string
  bound: string
  articleId: string
}

/** The points that say a value, as domain/series reckons with them. */
export function statedPoints({ points }: SeriesRecord): StatedPoint[] {
  return points.flatMap(({ figure, ...point }) =>
    figure
      ? [{ ...point, figure, value: figure.value, bound: figure.bound, articleId: point.claim.articleId }]
      : [],
  )
}

export async function findSeries(db: Reader, id: string): Promise<SeriesRecord | null> {
  const series = await db.series.findUnique({ where: { id }, include: SERIES_PARTS })
  return series && withFigures(series)
}

/** The series that figures of a claim stand in, oldest first. */
export function seriesOfClaim(db: Reader, claimId: string): Promise<SeriesRecord[]> {
  return seriesOf(db, { points: { some: { claimId } } })
}

/** The series that any claim of an article stands in. */
export function seriesOfArticle(db: Reader, articleId: string): Promise<SeriesRecord[]> {
  return seriesOf(db, { points: { some: { claim: { articleId } } } })
}

async function seriesOf(db: Reader, where: Prisma.SeriesWhereInput): Promise<SeriesRecord[]> {
  const rows = await db.series.findMany({ where, orderBy: { createdAt: 'asc' }, include: SERIES_PARTS })
  return rows.map(withFigures)
}

/** Series to choose from, newest first. */
export function listSeries(db: Reader, take = 100) {
  return db.series.findMany({ orderBy: { createdAt: 'desc' }, take })
}

function withFigures(series: SeriesRow): SeriesRecord {
  return {
    ...series,
    points: series.points.map(({ claim: { figures, ...claim }, ...point }) => ({
      ...point,
      claim,
      figure: figures.find(({ position }) => position === point.figurePosition) ?? null,
    })),
  }
}

/** Marks what a newer point has overtaken, takes back marks that no longer hold, and tells the ledger of new ones. */
export async function markSuperseded(
  tx: Transaction,
  record: Recorder,
  seriesId: string,
  now: Date,
): Promise<void> {
  const series = await findSeries(tx, seriesId)
  if (!series) return
  const overtaken = new Map(supersededAmong(statedPoints(series)).map(({ point, by }) => [point.id, by]))
  for (const { id, supersededAt, claimId, figure, asOf } of series.points) {
    const by = overtaken.get(id)
    if ((by === undefined) === (supersededAt === null)) continue
    await tx.seriesPoint.update({ where: { id }, data: { supersededAt: by ? now : null } })
    if (!by) continue
    record({
      kind: 'series.superseded',
      subjectKind: 'series',
      subjectId: seriesId,
      payload: { claimId, figure: figure?.text, asOf, by: `${by.figure.text} as of ${by.asOf}` },
    })
  }
}
