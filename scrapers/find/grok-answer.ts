/** The shapes of the xAI Responses API that Stet relies on, read leniently: models and fields come and go. */
import { z } from 'zod'

const Annotation = z.object({
  type: z.string().optional(),
  url: z.string().optional(),
  title: z.string().nullish(),
})
const Content = z.object({ annotations: z.array(Annotation).nullish() })
const Item = z.object({ type: z.string(), content: z.array(Content).nullish() })
const Answer = z.object({
  id: z.string().nullish(),
  model: z.string().nullish(),
  status: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  error: z.unknown(),
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
  const called = items.filter(({ type }) => type === 'web_search_call').length
  return {
    status: status ?? 'completed',
    model: model ?? null,
    trouble: readGrokError({ error }) ?? incomplete_details?.reason ?? null,
    searches: Math.max(called, usage?.num_server_side_tools_used ?? 0),
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

/** Inline citations carry their number as a title. */
function titleOf(title: string | null | undefined): string | null {
  return title == null || /^\d*$/.test(title.trim()) ? null : title
}
