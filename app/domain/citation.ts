/** What a citation is: the link of a claim to a source, with the exact words and their use in the article. */
import { z } from 'zod'
import { optionalText } from './optional-text.ts'

export const STANCES = ['supports', 'refutes', 'qualifies', 'mentions'] as const
export type Stance = (typeof STANCES)[number]

export const citationInput = z.object({
  stance: z.enum(STANCES, 'Choose how the source stands to the claim.').default('supports'),
  quote: optionalText(10_000),
  prefix: optionalText(500),
  suffix: optionalText(500),
  translation: optionalText(10_000),
  translatedBy: optionalText(300),
  locator: optionalText(300),
  keyUse: z
    .string()
    .trim()
    .min(1, 'Say what this source is used for in the article: it is printed in the source list.')
    .max(2_000),
})
