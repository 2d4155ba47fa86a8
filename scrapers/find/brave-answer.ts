/** The shapes of the Brave Search API that Stet relies on: results, errors and the headers that tell what is left. */
import { z } from 'zod'
import { headerValue } from '#scrapers/kit/exchange-headers.ts'
import type { Named } from './collect-leads.ts'

const Result = z.object({ url: z.string(), title: z.string().nullish(), description: z.string().nullish() })
const Answer = z.object({
  /** `search`; an error may come with it spelled `ErrorResponse` */
  type: z.string().nullish(),
  query: z.object({ altered: z.string().nullish(), more_results_available: z.boolean().nullish() }).nullish(),
  /** left out where nothing was found */
  web: z.object({ results: z.array(z.unknown()) }).nullish(),
})

export type BraveAnswer = {
  results: number
  named: Named[]
  more: boolean
  /** what Brave searched for instead, where it changed the query */
  altered: string | null
}

/** Reads a 200 answer; null when it is not the shape at all. Results without an address are counted and left out. */
export function readBraveAnswer(json: unknown): BraveAnswer | null {
  const parsed = Answer.safeParse(json)
  if (!parsed.success || (parsed.data.type !== 'search' && parsed.data.web == null)) return null
  const { query, web } = parsed.data
  const results = web?.results ?? []
  return {
    results: results.length,
    named: results.flatMap((each) => {
      const result = Result.safeParse(each)
      if (!result.success) return []
      const { url, title, description } = result.data
      return [{ address: url, title: plain(title), snippet: plain(description) }]
    }),
    more: query?.more_results_available ?? false,
    altered: query?.altered ?? null,
  }
}

const ErrorBody = z.object({
  code: z.string().nullish(),
  detail: z.string().nullish(),
  meta: z.object({ errors: z.array(z.object({ loc: z.array(z.unknown()).nullish() })).nullish() }).nullish(),
})
/** Answers carry one `error`; the documentation's examples a list of them. */
const ErrorResponse = z.union([
  z.object({ error: ErrorBody }),
  z.object({ errors: z.array(ErrorBody).min(1) }).transform(({ errors }) => ({ error: errors[0] })),
])

/** `fields` are the parameters or headers that were found wrong, as `query.count`. */
export type BraveError = { code: string; said: string | null; fields: string[] }

/** Null for a body that is no error of Brave's: a page of a machine in front of it. */
export function readBraveError(json: unknown): BraveError | null {
  const parsed = ErrorResponse.safeParse(json)
  const error = parsed.success ? parsed.data.error : undefined
  if (!error) return null
  const { code, detail, meta } = error
  const fields = (meta?.errors ?? []).map(({ loc }) => (loc ?? []).join('.')).filter(Boolean)
  return { code: code ?? '', said: detail ?? null, fields }
}

/** One limit as Brave counts it: so many requests in `windowS` seconds, `remaining` of them, all again in `resetS` seconds. */
export type BraveLimit = {
  limit: number
  windowS: number | null
  remaining: number | null
  resetS: number | null
}

/** Reads `X-RateLimit-Limit: 1, 15000` and its sisters: the n-th value of each is about the n-th limit. */
export function readBraveLimits(headers: [string, string][]): BraveLimit[] {
  const values = (name: string) => (headerValue(headers, `x-ratelimit-${name}`) ?? '').split(',')
  const [policies, remaining, resets] = [values('policy'), values('remaining'), values('reset')]
  return values('limit').flatMap((value, index) => {
    const limit = count(value)
    if (limit === null) return []
    return {
      limit,
      windowS: count(/;\s*w=(\d+)/.exec(policies[index] ?? '')?.[1]),
      remaining: count(remaining[index]),
      resetS: count(resets[index]),
    }
  })
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : null
}

/** Titles and descriptions may carry marks and escapes of HTML although none are asked for. */
function plain(text: string | null | undefined): string | null {
  return (
    text
      ?.replace(/<\/?(?:strong|b|em|mark)>/gi, '')
      .replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ESCAPES[name] ?? '') ?? null
  )
}

const ESCAPES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
