/** Turns what came in at an edge into a checked value, or into a refusal that names each bad field. */
import type { z } from 'zod'
import { type Answer, accept, refuse } from './refusal.ts'

/** Parses `raw` with a zod schema. On failure the refusal's `fields` maps a dotted path to the first message for it. */
export function readInput<T extends z.ZodType>(schema: T, raw: unknown): Answer<z.output<T>> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return accept(parsed.data)
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.') || 'form'
    fields[path] ??= issue.message
  }
  const first = parsed.error.issues[0]?.message ?? 'Something in the form is not right.'
  return refuse('invalid', first, fields)
}
