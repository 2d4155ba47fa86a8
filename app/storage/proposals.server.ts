/** Keeps and reads what an AI assistant proposed, and what is on record about the subject it is asked about. */
import {
  type AssistAsk,
  type AssistSubject,
  assistAsk,
  type ProposalKind,
  type ProposalState,
  readContent,
} from '#domain/proposal.ts'
import { readGate } from '#domain/proposal-gate.ts'
import type { ProposedQuery } from '#domain/run.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Reader } from './database.server.ts'

/** Where a proposal belongs, and what it is held against. */
export type AssistRecord = {
  articleId: string
  claimId: string | null
  citationId: string | null
  subject: AssistSubject
}

/** Null where what is asked about does not exist, or has no words to be asked about. */
export async function assistRecord(db: Reader, ask: AssistAsk): Promise<AssistRecord | null> {
  if (ask.kind === 'claim') {
    const article = await db.article.findUnique({
      where: { id: ask.articleId },
      select: { id: true, draft: true, language: true },
    })
    if (!article?.draft.trim()) return null
    const { id, draft, language } = article
    return { articleId: id, claimId: null, citationId: null, subject: { kind: 'claim', draft, language } }
  }
  return ask.kind === 'query' ? queryRecord(db, ask.claimId) : translationRecord(db, ask.citationId)
}

async function queryRecord(db: Reader, claimId: string): Promise<AssistRecord | null> {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    include: {
      citations: {
        orderBy: { createdAt: 'asc' },
        select: { quote: true, translation: true, source: { select: { language: true } } },
      },
    },
  })
  if (!claim) return null
  const { id, articleId, text, claimant, passage, citations } = claim
  const cited = citations.map(({ quote, translation, source }) => ({
    quote,
    translation,
    language: source.language,
  }))
  return {
    articleId,
    claimId: id,
    citationId: null,
    subject: { kind: 'query', text, claimant, passage, cited },
  }
}

async function translationRecord(db: Reader, citationId: string): Promise<AssistRecord | null> {
  const citation = await db.citation.findUnique({
    where: { id: citationId },
    select: {
      id: true,
      quote: true,
      source: { select: { language: true, author: true, publisher: true } },
      claim: {
        select: {
          id: true,
          text: true,
          claimant: true,
          utterance: { select: { speaker: true } },
          article: { select: { id: true, language: true, draft: true } },
        },
      },
    },
  })
  if (!citation?.quote?.trim()) return null
  const { claim, source, quote } = citation
  const { article, utterance } = claim
  const record = [
    claim.text,
    claim.claimant,
    utterance?.speaker,
    source.author,
    source.publisher,
    article.draft,
  ]
  return {
    articleId: article.id,
    claimId: claim.id,
    citationId: citation.id,
    subject: {
      kind: 'translation',
      quote,
      from: source.language,
      to: article.language,
      record: record.flatMap((text) => text || []),
    },
  }
}

const SHOWN = {
  omit: { asked: true },
  include: {
    attempt: { select: { runId: true } },
    claim: { select: { id: true, number: true } },
  },
} satisfies Pick<Prisma.ProposalFindManyArgs, 'omit' | 'include'>

/** Which proposals: of an article, a claim's queries, or a citation's translations. */
export type ProposalPlace = {
  articleId?: string
  claimId?: string
  citationId?: string
  kind?: ProposalKind
  state?: ProposalState
}

/** Newest answer first, within one in the order of the model. With the names of those who decided. */
export async function listProposals(
  db: Reader,
  where: ProposalPlace,
  { take = 100, skip = 0 }: { take?: number; skip?: number } = {},
) {
  const rows = await db.proposal.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take,
    skip,
    ...SHOWN,
  })
  const ids = [...new Set(rows.flatMap(({ decidedById }) => decidedById ?? []))]
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ content, gate, ...row }) => ({
    ...row,
    content: readContent(row.kind, content),
    gate: readGate(gate),
    decidedBy: names.get(row.decidedById ?? '') ?? null,
  }))
}

export type ProposalRecord = Awaited<ReturnType<typeof listProposals>>[number]

export async function countProposals(db: Reader, articleId: string): Promise<Record<ProposalState, number>> {
  const groups = await db.proposal.groupBy({ by: ['state'], where: { articleId }, _count: true })
  const counts = { proposed: 0, accepted: 0, dismissed: 0 }
  for (const { state, _count } of groups) counts[state] = _count
  return counts
}

const RUN_SHOWN = {
  id: true,
  state: true,
  requestedAt: true,
  request: true,
  attempts: {
    orderBy: { ordinal: 'desc' },
    take: 1,
    select: { ended: true, reason: true, message: true, httpStatus: true, windowMs: true },
  },
} satisfies Prisma.RunSelect

/** Runs looked through for the newest question about one subject. */
const LOOKED_THROUGH = 50

/** The newest question to the assistant about just this, with how it ended; null where it was never asked. */
export async function newestAssistRun(db: Reader, ask: AssistAsk) {
  const place =
    ask.kind === 'claim'
      ? { articleId: ask.articleId }
      : ask.kind === 'query'
        ? { claimId: ask.claimId }
        : { claim: { citations: { some: { id: ask.citationId } } } }
  const runs = await db.run.findMany({
    where: { kind: 'assist', ...place },
    orderBy: { requestedAt: 'desc' },
    take: LOOKED_THROUGH,
    select: RUN_SHOWN,
  })
  const wanted = JSON.stringify(ask)
  const run = runs.find(({ request }) => JSON.stringify(askOf(request)) === wanted)
  if (!run) return null
  const { request: _, attempts, ...rest } = run
  return { ...rest, attempt: attempts[0] ?? null }
}

/** What a stored run asks the assistant; null where it asks nothing of this version's shape. */
export function askOf(request: unknown): AssistAsk | null {
  const parsed = assistAsk.safeParse((request as { assist?: unknown } | null)?.assist)
  return parsed.success ? parsed.data : null
}

/** The queries of a search that an assistant had proposed for the claim and a person accepted. */
export async function proposedAmong(
  db: Reader,
  claimId: string,
  queries: string[],
): Promise<ProposedQuery[]> {
  const rows = await db.proposal.findMany({
    where: { claimId, kind: 'query', state: 'accepted' },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    select: { id: true, model: true, at: true, content: true },
  })
  return queries.flatMap((query) => {
    const row = rows.find(({ content }) => (content as { query?: unknown } | null)?.query === query)
    return row ? [{ query, proposalId: row.id, model: row.model, at: row.at.toISOString() }] : []
  })
}
