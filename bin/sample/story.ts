/** The sample story, told through the use cases and nothing else: claims, search, sources, origins, caveats, reviews. */
import { readFile } from 'node:fs/promises'
import { caveatObligation, caveatWording } from '#domain/caveat.ts'
import type { Actor } from '#domain/person.ts'
import type { Answer } from '#domain/refusal.ts'
import { canonicalAddress } from '#domain/source.ts'
import type { Chain } from '#domain/step.ts'
import type { Desk } from '#storage/desk.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { addCaveat } from '#usecases/claims/add-caveat.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { reviewClaim } from '#usecases/claims/review-claim.server.ts'
import { submitClaim } from '#usecases/claims/submit-claim.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { settleLead } from '#usecases/runs/settle-lead.server.ts'
import { addToSeries } from '#usecases/series/add-to-series.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'
import { recordOrigin } from '#usecases/sources/record-origin.server.ts'
import { CLAIMS, HEADLINE, ORIGIN, RELATED_COVERAGE, SERIES, sampleSources } from './newsroom.ts'
import type { SamplePeople } from './people.ts'
import type { SampleWeb } from './web.ts'

export type SampleStory = { articleId: string; claimIds: string[] }

/** The windows of the sample's search: short ones, so that a newcomer does not wait for an engine that hangs. */
const SEARCH_CHAIN: Chain = {
  steps: [
    { step: 'grok-search', windowMs: 10_000 },
    { step: 'local-web-search', windowMs: 3_000 },
    { step: 'browser-search', windowMs: 30_000 },
  ],
  windowMs: 45_000,
  stopAtFirst: true,
}

/** The reporter files the draft and logs its claims. */
export async function logSampleClaims(desk: Desk, reporter: Actor): Promise<SampleStory> {
  const draft = await readFile(new URL('./token-article.md', import.meta.url), 'utf8')
  const relatedCoverage = RELATED_COVERAGE.map((title) => ({ title }))
  const input = { headline: HEADLINE, language: 'en', draft, relatedCoverage }
  const { id: articleId } = sure(await createArticle(desk, reporter, input, { sample: true }))
  const claimIds: string[] = []
  for (const { citations, caveats, ...claim } of CLAIMS)
    claimIds.push(sure(await logClaim(desk, reporter, articleId, claim)).id)
  await recordSampleSeries(desk, reporter, claimIds)
  return { articleId, claimIds }
}

/** The figures that the speech gives for one thing over time: the reporter says that they are of one series. */
async function recordSampleSeries(desk: Desk, reporter: Actor, claimIds: string[]): Promise<void> {
  let seriesId: string | null = null
  for (const { claim, points } of SERIES.values) {
    const raw: Record<string, unknown> = { seriesId, label: SERIES.label, points }
    seriesId = sure(await addToSeries(desk, reporter, claimIds[claim]!, raw)).seriesId
  }
}

/** The reporter asks for a search for the claim in the headline. */
export async function searchForSample(desk: Desk, reporter: Actor, story: SampleStory): Promise<void> {
  const queries = ['刘烈宏 日均词元调用量 140万亿', 'Liu Liehong daily token usage 140 trillion']
  sure(await requestRun(desk, reporter, { claimId: story.claimIds[0]! }, { queries, chain: SEARCH_CHAIN }))
}

/** The reporter links what the search found: accepts the leads that are the pages cited, dismisses the others. */
export async function linkSampleSources(
  desk: Desk,
  reporter: Actor,
  story: SampleStory,
  web: SampleWeb,
): Promise<void> {
  const sources = sampleSources(web)
  const linked = new Map<string, string>()
  for (const [index, { citations }] of CLAIMS.entries())
    for (const { page, ...citation } of citations) {
      const raw = { ...sources[page], ...citation, stance: 'supports', translatedBy: 'Reporter (sample)' }
      const { sourceId } = sure(await linkSource(desk, reporter, story.claimIds[index]!, raw))
      linked.set(canonicalAddress(sources[page].address), sourceId)
    }
  for (const lead of await desk.db.lead.findMany({ where: { claim: { articleId: story.articleId } } })) {
    const sourceId = linked.get(canonicalAddress(lead.address))
    sure(await settleLead(desk, reporter, lead.id, sourceId ? { accept: true, sourceId } : { accept: false }))
  }
  await recordSampleOrigin(desk, reporter, [...linked.values()])
  await addSampleCaveats(desk, reporter, story)
}

/** All three pages relay one speech: the reporter says so. */
async function recordSampleOrigin(desk: Desk, reporter: Actor, sourceIds: string[]): Promise<void> {
  let originId: string | null = null
  for (const sourceId of sourceIds) {
    const raw: Record<string, unknown> = originId ? { originId, words: ORIGIN.words } : ORIGIN
    originId = sure(await recordOrigin(desk, reporter, sourceId, raw)).originId
  }
}

async function addSampleCaveats(desk: Desk, reporter: Actor, story: SampleStory): Promise<void> {
  for (const [index, { caveats, claimant }] of CLAIMS.entries())
    for (const { kind, subject } of caveats) {
      const about = { subject, claimant, origin: ORIGIN.label, asOf: null }
      const raw = { kind, wording: caveatWording(kind, about), obligation: caveatObligation(kind) }
      sure(
        await addCaveat(desk, reporter, { articleId: story.articleId, claimId: story.claimIds[index]! }, raw),
      )
    }
}

/**
 * The reporter submits every claim; the editor settles them as attributed. What the rules refuse (no quote found in
 * archived bytes, for instance on a machine without a browser) goes back to the reporter instead.
 */
export async function reviewSampleClaims(
  desk: Desk,
  people: SamplePeople,
  story: SampleStory,
): Promise<void> {
  for (const claimId of story.claimIds) {
    sure(await submitClaim(desk, people.reporter, claimId))
    const settle = { decision: 'settle', status: 'attributed', confidence: 'high' }
    const settled = await reviewClaim(desk, people.editor, claimId, settle)
    if (settled.ok) continue
    const back = { decision: 'send_back', reason: settled.refusal.message }
    sure(await reviewClaim(desk, people.editor, claimId, back))
  }
}

/** A refusal inside the sample is a fault of ours. */
function sure<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(`The sample newsroom was refused: ${answer.refusal.message}`)
}
