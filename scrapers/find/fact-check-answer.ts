/** The shapes of Google's Fact Check Tools API that Stet relies on: reviewed claims, and errors as all Google APIs write them. */
import { z } from 'zod'
import type { Named } from './collect-leads.ts'

const Review = z.object({
  url: z.string(),
  title: z.string().nullish(),
  textualRating: z.string().nullish(),
  reviewDate: z.string().nullish(),
  publisher: z.object({ name: z.string().nullish(), site: z.string().nullish() }).nullish(),
})
const Claim = z.object({
  text: z.string().nullish(),
  claimant: z.string().nullish(),
  claimDate: z.string().nullish(),
  claimReview: z.array(z.unknown()).nullish(),
})
/** An empty match is `{}`. */
const Answer = z.object({ claims: z.array(z.unknown()).nullish(), nextPageToken: z.string().nullish() })

export type FactCheckAnswer = { claims: number; named: Named[]; more: boolean }

/** Reads a 200 answer; null when it is not the shape at all. Every review is a page of its own. */
export function readFactCheckAnswer(json: unknown): FactCheckAnswer | null {
  const parsed = Answer.safeParse(json)
  if (!parsed.success) return null
  const { claims: listed, nextPageToken } = parsed.data
  if (listed == null && Object.keys(json as object).length > 0) return null
  const claims = (listed ?? []).flatMap((each) => {
    const claim = Claim.safeParse(each)
    return claim.success ? [claim.data] : []
  })
  const named = claims.flatMap((claim) =>
    (claim.claimReview ?? []).flatMap((each) => {
      const review = Review.safeParse(each)
      return review.success ? [leadOf(claim, review.data)] : []
    }),
  )
  return { claims: listed?.length ?? 0, named, more: Boolean(nextPageToken) }
}

/** The rating is the publisher's word, so it never stands without the publisher; it judges their claim, which may differ from ours. */
function leadOf(claim: z.output<typeof Claim>, review: z.output<typeof Review>): Named {
  const publisher = review.publisher?.name ?? review.publisher?.site ?? 'a publisher it does not name'
  const rating = review.textualRating ? `“${review.textualRating.trim()}”` : 'No rating'
  const reviewed = dayOf(review.reviewDate)
  const said = [claim.claimant, dayOf(claim.claimDate)].filter(Boolean).join(', ')
  const parts = [
    claim.text ? `Reviewed: “${claim.text.trim()}”${said ? ` (${said})` : ''}.` : null,
    review.title?.trim(),
    reviewed ? `Review of ${reviewed}.` : null,
  ]
  return {
    address: review.url,
    title: `${rating} – ${publisher}`,
    snippet: parts.filter(Boolean).join(' '),
  }
}

const ErrorResponse = z.object({
  error: z.object({
    message: z.string().nullish(),
    status: z.string().nullish(),
    details: z.array(z.unknown()).nullish(),
  }),
})
const ErrorInfo = z.object({ reason: z.string() })

/** `reason` is the machine's word (`API_KEY_INVALID`, `SERVICE_DISABLED`, `RATE_LIMIT_EXCEEDED`), where there is one. */
export type FactCheckError = { status: string; reason: string | null; said: string | null }

/** Null for a body that is no error of a Google API. */
export function readFactCheckError(json: unknown): FactCheckError | null {
  const parsed = ErrorResponse.safeParse(json)
  if (!parsed.success) return null
  const { message, status, details } = parsed.data.error
  const infos = (details ?? []).flatMap((each) => {
    const info = ErrorInfo.safeParse(each)
    return info.success ? [info.data.reason] : []
  })
  return { status: status ?? '', reason: infos[0] ?? null, said: message ?? null }
}

function dayOf(moment: string | null | undefined): string | null {
  return /^\d{4}-\d\d-\d\d/.exec(moment ?? '')?.[0] ?? null
}
