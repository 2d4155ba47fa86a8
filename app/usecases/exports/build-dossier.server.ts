/** Gathers an article's records into a dossier. Not a use case of its own: it changes nothing. */
import type { ReadBack } from '#domain/capture.ts'
import { type CaveatKind, caveatLabel } from '#domain/caveat.ts'
import { pageOfFinding } from '#domain/page-of-finding.ts'
import { relayedFrom } from '#domain/relay.ts'
import { sealOf } from '#domain/seal.ts'
import type { Dossier, DossierCaveat, DossierClaim, DossierSource } from '#exports/dossier.ts'
import { type ArticleRecord, findArticle } from '#storage/articles.server.ts'
import type { ClaimRecord } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { listNotedRuns, type NotedRun } from '#storage/dossier-runs.server.ts'
import { readOrigins } from './dossier-origins.server.ts'
import { dossierRun } from './dossier-run.server.ts'
import { readOvertaken } from './dossier-series.server.ts'

/** The dossier of an article as it stands now, or null when there is no such article. `publicUrl` makes addresses of captures. */
export async function readDossier(
  desk: Desk,
  articleId: string,
  by: { name: string; publicUrl: string | null },
): Promise<Dossier | null> {
  const article = await findArticle(desk.db, articleId)
  if (!article) return null
  const runs = await listNotedRuns(desk.db, articleId)
  const origins = await readOrigins(desk.db, article)
  const overtaken = await readOvertaken(desk.db, article.id)
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
    claims: article.claims.map((claim) => ({
      ...claimOf(claim, numbers, origins.ofClaim(claim)),
      ...(overtaken.has(claim.id) ? { overtaken: overtaken.get(claim.id) } : {}),
    })),
    sources,
    origins: origins.ofArticle,
    caveats: caveatsOf(article),
    runs: runs.map((run) =>
      dossierRun(run, run.sourceId ? (numbers.get(run.sourceId) ?? null) : null, by.publicUrl),
    ),
  }
}

function sourcesOf(article: ArticleRecord, runs: NotedRun[], publicUrl: string | null): DossierSource[] {
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
      origins: source.relays.map(relayedFrom),
    })
  }
  return [...found.values()]
}

function claimOf(
  claim: ClaimRecord,
  numbers: Map<string, number>,
  origins: DossierClaim['origins'],
): DossierClaim {
  const { id, number, kind, text, claimant, claimantRole, status, confidence } = claim
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
    origins,
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
  const found = findings.find((finding) => finding.kind === 'quote')
  const page = pageOfFinding(found?.detail)
  return {
    ...{ stance, quote, translation, translatedBy, locator, keyUse },
    sourceNumber: numbers.get(source.id) ?? 0,
    quoteVerdict: found?.verdict ?? null,
    ...(page === null ? {} : { quotePage: page }),
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
