/** Gathers an article's records into a dossier. Not a use case of its own: it changes nothing. */
import type { Reason } from '#domain/attempt.ts'
import type { ReadBack } from '#domain/capture.ts'
import { type CaveatKind, caveatLabel } from '#domain/caveat.ts'
import { countOrigins } from '#domain/origin.ts'
import { sealOf } from '#domain/seal.ts'
import type { Chain } from '#domain/step.ts'
import type { Dossier, DossierCaveat, DossierClaim, DossierRun, DossierSource } from '#exports/dossier.ts'
import { type ArticleRecord, findArticle } from '#storage/articles.server.ts'
import type { ClaimRecord } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { listRunsForArticle, type RunRecord } from '#storage/runs.server.ts'

/** The dossier of an article as it stands now, or null when there is no such article. `publicUrl` makes addresses of captures. */
export async function readDossier(
  desk: Desk,
  articleId: string,
  by: { name: string; publicUrl: string | null },
): Promise<Dossier | null> {
  const article = await findArticle(desk.db, articleId)
  if (!article) return null
  const runs = await listRunsForArticle(desk.db, articleId)
  const sources = sourcesOf(article, runs, by.publicUrl)
  const numbers = new Map(sources.map((source) => [source.id, source.number]))
  return {
    article: {
      id: article.id,
      headline: article.headline,
      language: article.language,
      draft: article.draft,
      sample: article.sample,
      relatedCoverage: article.relatedCoverage.map(({ title, address }) => ({ title, address })),
    },
    exportedAt: desk.now().toISOString(),
    exportedBy: by.name,
    address: by.publicUrl && new URL(`/articles/${article.id}`, by.publicUrl).href,
    claims: article.claims.map((claim) => claimOf(claim, numbers)),
    sources,
    caveats: caveatsOf(article),
    runs: runs.map((run) => runOf(run, numbers)),
  }
}

function sourcesOf(article: ArticleRecord, runs: RunRecord[], publicUrl: string | null): DossierSource[] {
  const details = new Map(runs.flatMap((run) => run.attempts.map(({ id, detail }) => [id, detail])))
  const found = new Map<string, DossierSource>()
  for (const citation of article.claims.flatMap((claim) => claim.citations)) {
    const { source } = citation
    const known = found.get(source.id)
    if (known) {
      if (!known.keyUses.includes(citation.keyUse)) known.keyUses.push(citation.keyUse)
      continue
    }
    const { id, address, publisher, title, author, language, kind, published } = source
    found.set(id, {
      ...{ id, address, publisher, title, author, language, kind, published },
      number: found.size + 1,
      keyUses: [citation.keyUse],
      captures: source.captures.map((capture) => ({
        id: capture.id,
        capturedAt: capture.capturedAt.toISOString(),
        finalUrl: capture.finalUrl,
        method: capture.method,
        custody: capture.custody,
        digest: capture.digest,
        address: publicUrl && new URL(`/captures/${capture.id}`, publicUrl).href,
        seal: sealOf(details.get(capture.attemptId)),
        readBack: capture.readBack as ReadBack | null,
      })),
      origins: source.relays.map((relay) => relay.origin.label),
    })
  }
  return [...found.values()]
}

function claimOf(claim: ClaimRecord, numbers: Map<string, number>): DossierClaim {
  const { id, number, kind, text, claimant, claimantRole, status, confidence } = claim
  const supporting = claim.citations.filter((citation) => citation.stance === 'supports')
  const labels = supporting.flatMap(({ source }) => source.relays.map((relay) => relay.origin.label))
  const newest = claim.reviews[0]
  return {
    ...{ id, number, kind, text, claimant, claimantRole, status, confidence },
    figures: claim.figures.map(({ text, value, unit, bound, rate, asOf }) => ({
      text,
      value,
      unit,
      bound,
      rate,
      asOf,
    })),
    citations: claim.citations.map((citation) => citationOf(citation, claim, numbers)),
    review: newest
      ? { reviewer: newest.reviewer.name, at: newest.createdAt.toISOString(), reason: newest.reason }
      : null,
    origins: {
      ...countOrigins(
        supporting.map(({ source }) => ({
          sourceId: source.id,
          confirmedOriginIds: source.relays.map((relay) => relay.originId),
        })),
      ),
      labels: [...new Set(labels)],
    },
  }
}

function citationOf(
  citation: ClaimRecord['citations'][number],
  claim: ClaimRecord,
  numbers: Map<string, number>,
) {
  const { stance, quote, translation, translatedBy, locator, keyUse, source } = citation
  const newest = source.captures[0]
  const findings = citation.findings.filter((finding) => finding.captureId === newest?.id)
  return {
    ...{ stance, quote, translation, translatedBy, locator, keyUse },
    sourceNumber: numbers.get(source.id) ?? 0,
    quoteVerdict: findings.find((finding) => finding.kind === 'quote')?.verdict ?? null,
    figureVerdicts: claim.figures.flatMap((figure) => {
      const finding = findings.find((one) => one.figureId === figure.id)
      if (!finding) return []
      const { slip, dropped } = finding.detail as { slip?: string | null; dropped?: string[] }
      const left = dropped?.length ? { dropped } : {}
      return [{ figure: figure.text, verdict: finding.verdict, slip: slip ?? null, ...left }]
    }),
  }
}

function caveatsOf(article: ArticleRecord): DossierCaveat[] {
  const numberOf = new Map(article.claims.map((claim) => [claim.id, claim.number]))
  return article.caveats.map(({ id, kind, wording, obligation, claimId }) => ({
    ...{ id, wording, obligation },
    kind: kind as CaveatKind,
    label: caveatLabel(kind as CaveatKind),
    claimNumber: claimId ? (numberOf.get(claimId) ?? null) : null,
  }))
}

function runOf(run: RunRecord, numbers: Map<string, number>): DossierRun {
  const chain = run.chain as unknown as Chain
  return {
    id: run.id,
    kind: run.kind,
    claimNumber: run.claim?.number ?? null,
    sourceNumber: run.sourceId ? (numbers.get(run.sourceId) ?? null) : null,
    state: run.state,
    requestedAt: run.requestedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    windowMs: chain.windowMs,
    planned: chain.steps.map(({ step }) => step),
    attempts: run.attempts.map((attempt) => ({
      id: attempt.id,
      ordinal: attempt.ordinal,
      step: attempt.step,
      version: attempt.version,
      windowMs: attempt.windowMs,
      startedAt: attempt.startedAt.toISOString(),
      finishedAt: attempt.finishedAt?.toISOString() ?? null,
      ended: attempt.ended,
      reason: attempt.reason as Reason | null,
      message: attempt.message,
      asked: attempt.asked,
      askedOf: attempt.askedOf,
      httpStatus: attempt.httpStatus,
      finalUrl: attempt.finalUrl,
      detail: (attempt.detail ?? {}) as Record<string, unknown>,
      leads: {
        found: attempt.leads.length,
        accepted: attempt.leads.filter((lead) => lead.state === 'accepted').length,
      },
      person: attempt.person,
    })),
  }
}
