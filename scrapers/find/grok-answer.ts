/** The shapes of the xAI Responses API that Stet relies on, read leniently: models and fields come and go. */
import { z } from 'zod'
import { parseJson } from '#scrapers/kit/ask-service.ts'

const Annotation = z.object({
  type: z.string().optional(),
  url: z.string().optional(),
  title: z.string().nullish(),
})
const Content = z.object({ annotations: z.array(Annotation).nullish() })
const Item = z.object({
  type: z.string(),
  content: z.array(Content).nullish(),
  /** of a search call: JSON text with the query that the model sent */
  arguments: z.string().nullish(),
})
const Answer = z.object({
  id: z.string().nullish(),
  model: z.string().nullish(),
  status: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  error: z.unknown().optional(),
  output: z.array(Item).nullish(),
  usage: z
    .object({
      num_server_side_tools_used: z.number().nullish(),
      input_tokens: z.number().nullish(),
      output_tokens: z.number().nullish(),
    })
    .nullish(),
})

export type GrokAnswer = {
  status: string
  model: string | null
  /** why the answer is incomplete or failed, in the service's words */
  trouble: string | null
  searches: number
  /** the model's own queries, as far as it tells them */
  searchedFor: string[]
  citations: { address: string; title: string | null }[]
  inputTokens: number | null
  outputTokens: number | null
}

/** Reads a 200 answer; null when it is not the shape at all. */
export function readGrokAnswer(json: unknown): GrokAnswer | null {
  const parsed = Answer.safeParse(json)
  if (!parsed.success || (parsed.data.output == null && parsed.data.status == null)) return null
  const { output, usage, status, model, incomplete_details, error } = parsed.data
  const items = output ?? []
  const annotations = items.flatMap((item) => item.content ?? []).flatMap((part) => part.annotations ?? [])
  const calls = items.filter(({ type }) => type === 'web_search_call')
  return {
    status: status ?? 'completed',
    model: model ?? null,
    trouble: readGrokError({ error }) ?? incomplete_details?.reason ?? null,
    searches: Math.max(calls.length, usage?.num_server_side_tools_used ?? 0),
    searchedFor: calls.flatMap((call) => queryOf(call.arguments)),
    citations: annotations.flatMap(({ type, url, title }) =>
      type === 'url_citation' && url ? [{ address: url, title: titleOf(title) }] : [],
    ),
    inputTokens: usage?.input_tokens ?? null,
    outputTokens: usage?.output_tokens ?? null,
  }
}

/** Error bodies come as `{error:{message}}`, as `{code, error:"text"}` and as `{error:"text"}`; null for anything else. */
export function readGrokError(json: unknown): string | null {
  const Shape = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) })
  const parsed = Shape.safeParse(json)
  if (!parsed.success) return null
  return typeof parsed.data.error === 'string' ? parsed.data.error : parsed.data.error.message
}

/** What `GET /api-key` says of the key; null when it is not the shape at all. `blockedBy` is null where nothing blocks it. */
export function readGrokKey(json: unknown): { acls: string[]; blockedBy: string | null } | null {
  const Shape = z.object({
    redacted_api_key: z.string(),
    acls: z.array(z.string()).nullish(),
    team_blocked: z.boolean().nullish(),
    api_key_blocked: z.boolean().nullish(),
    api_key_disabled: z.boolean().nullish(),
  })
  const parsed = Shape.safeParse(json)
  if (!parsed.success) return null
  const { acls, team_blocked, api_key_blocked, api_key_disabled } = parsed.data
  const blockedBy = team_blocked
    ? 'the team is blocked'
    : api_key_blocked
      ? 'the key is blocked'
      : api_key_disabled
        ? 'the key is switched off'
        : null
  return { acls: acls ?? [], blockedBy }
}

const SearchArguments = z.object({ query: z.string() })

function queryOf(text: string | null | undefined): string[] {
  const parsed = SearchArguments.safeParse(parseJson(text ?? ''))
  return parsed.success ? [parsed.data.query.slice(0, 400)] : []
}

/** Inline citations carry their number as a title. */
function titleOf(title: string | null | undefined): string | null {
  return title == null || /^\d*$/.test(title.trim()) ? null : title
}
