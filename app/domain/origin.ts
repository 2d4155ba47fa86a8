/** Utterances, origins and relays: who said it first, and what a person may record of it. */
import { z } from 'zod'
import { optionalText } from './optional-text.ts'

export const ORIGIN_KINDS = ['speech', 'document', 'dataset', 'interview', 'release', 'other'] as const
export type OriginKind = (typeof ORIGIN_KINDS)[number]

export const RELAY_STATES = ['proposed', 'confirmed', 'rejected'] as const
export type RelayState = (typeof RELAY_STATES)[number]

export const utteranceInput = z.object({
  speaker: z.string().trim().min(1, 'Name the speaker.').max(300),
  role: optionalText(300),
  event: optionalText(500),
  spokenOn: z
    .union([z.literal(''), z.iso.date('Give the date as 2026-03-23.')])
    .transform((date) => date || null)
    .nullable()
    .default(null),
  language: optionalText(20),
})

export const originInput = z.object({
  label: z.string().trim().min(1, 'Name the origin, such as "speech of 23 March".').max(300),
  kind: z.enum(ORIGIN_KINDS, 'Choose what kind of origin this is.'),
  utterance: utteranceInput.nullable().default(null),
  note: optionalText(2_000),
  /** the words in the source that point to the origin */
  words: optionalText(1_000),
})
