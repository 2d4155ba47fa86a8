/** What an article is: a piece in preparation, with its draft and its related coverage. */
import { z } from 'zod'
import { SENSITIVITIES } from './sensitivity.ts'

/** Two million characters is a long book; beyond that a draft is refused rather than cut. */
const MAX_DRAFT_CHARACTERS = 2_000_000

export const relatedCoverageInput = z.object({
  title: z.string().trim().min(1, 'Related coverage needs a title.').max(500),
  address: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'Give a full address, with https://.' })])
    .transform((address) => address || null)
    .nullable()
    .default(null),
})

export const articleInput = z.object({
  headline: z
    .string()
    .trim()
    .min(1, 'Give the article a headline.')
    .max(500, 'A headline has at most 500 characters.'),
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language code such as en or zh-Hans.')
    .default('en'),
  /** left out, it stays what it is: no edit of something else may open up a covert piece */
  sensitivity: z.enum(SENSITIVITIES, 'Choose who may learn of it.').optional(),
  draft: z.string().max(MAX_DRAFT_CHARACTERS, 'The draft is longer than two million characters.').default(''),
  relatedCoverage: z.array(relatedCoverageInput).max(50, 'At most 50 related pieces.').default([]),
})
export type ArticleInput = z.infer<typeof articleInput>
