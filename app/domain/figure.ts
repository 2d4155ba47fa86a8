/** What a figure of a claim is: a typed number with an exact decimal value, as a person typed it or as it was read. */
import { z } from 'zod'
import type { ReadFigure } from '#reading/figure.ts'
import { BOUNDS, FIGURE_KINDS } from '#reading/figure.ts'
import { optionalText } from './optional-text.ts'

const decimal = z
  .string()
  .trim()
  .regex(/^-?\d{1,60}(\.\d{1,60})?$/, 'Write the value in digits only, such as 140000000000000 or 3.5.')

export const figureInput = z.object({
  text: z.string().trim().min(1, 'Give the figure as it is printed.').max(300),
  value: decimal,
  valueHigh: z
    .union([z.literal(''), decimal])
    .transform((value) => value || null)
    .nullable()
    .default(null),
  unit: optionalText(100),
  kind: z.enum(FIGURE_KINDS).default('number'),
  bound: z.enum(BOUNDS).default('exact'),
  rate: optionalText(100),
  asOf: optionalText(100),
  scaleWords: optionalText(100),
  language: z.string().trim().max(20).default('en'),
  byHand: z.boolean().default(true),
})
export type FigureInput = z.infer<typeof figureInput>

/** A figure read from text, as the input a claim keeps. */
export function figureFromReading(read: ReadFigure): FigureInput {
  return {
    text: read.text,
    value: read.value,
    valueHigh: read.valueHigh ?? null,
    unit: read.unit,
    kind: read.kind,
    bound: read.bound,
    rate: read.rate,
    asOf: read.asOf,
    scaleWords: read.scaleWords,
    language: read.language,
    byHand: false,
  }
}
