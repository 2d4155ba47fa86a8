/** Reads what a claim rests on: independent origins with their graph, and the series its figures stand in. */
import { shownPoints } from '#components/series-points.ts'
import type { CaveatContext } from '#domain/caveat.ts'
import { provenOrigins } from '#domain/independence.ts'
import type { ClaimRecord } from '#storage/claims.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { readClaimOrigins } from '#storage/origins.server.ts'
import { seriesOfClaim } from '#storage/series.server.ts'

export async function readResting(desk: Desk, claim: ClaimRecord) {
  const { proposals, ...origins } = await readClaimOrigins(desk, claim)
  const { independence } = origins
  const isSaid = claim.caveats.some(({ kind }) => kind === 'single_origin')
  return {
    origins: {
      ...origins,
      proposals: proposals.length,
      needsCaveat: independence.origins > 0 && provenOrigins(independence) < 2 && !isSaid,
    },
    series: (await seriesOfClaim(desk.db, claim.id)).map(({ id, label, points }) => ({
      id,
      label,
      points: shownPoints(points),
    })),
    about: aboutOf(claim, independence.labels),
  }
}

/** What the house wording of a caveat speaks of on this claim. */
function aboutOf({ text, claimant, figures }: ClaimRecord, labels: string[]): CaveatContext {
  const [figure] = figures
  const subject = figure ? `the ${figure.text} figure` : `“${text}”`
  const origin = labels.length === 1 ? (labels[0] ?? null) : null
  return { subject, claimant, origin, asOf: figure?.asOf ?? null }
}
