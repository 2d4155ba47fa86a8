/** `stet check`: a claim against a text, a calculation against its figures, or a text against an earlier version. */
import { z } from 'zod'
import { changedFigures } from '#reading/changed-figures.ts'
import { checkClaim } from '#reading/check-claim.ts'
import { checkDerived } from '#reading/derived.ts'
import { BOUNDS } from '#reading/figure.ts'
import { type Command, eachLine } from './command.ts'

const checkLine = z.object({ claim: z.string(), text: z.string() })

const bounded = z.object({
  value: z.string(),
  valueHigh: z.string().nullish(),
  bound: z.enum(BOUNDS).default('exact'),
})
/** A derived figure: `expression` over the named `figures`, and what the claim says comes out of it. */
const derivedLine = z.object({
  expression: z.string(),
  figures: z.record(z.string(), bounded.extend({ printed: z.string().nullish() })).default({}),
  claimed: bounded.extend({ unit: z.string().nullish() }),
})

/** Two versions of one text: which of its figures changed. */
const versionsLine = z.object({ before: z.string(), after: z.string() })

export const check: Command = () =>
  eachLine((line) => {
    if ('expression' in line) {
      const { expression, figures, claimed } = derivedLine.parse(line)
      return checkDerived(expression, figures, claimed)
    }
    if ('before' in line) {
      const { before, after } = versionsLine.parse(line)
      return changedFigures(before, after)
    }
    const { claim, text } = checkLine.parse(line)
    const { figures, quotes } = checkClaim(claim, text)
    return { figures: figures.map(({ slip, ...figure }) => (slip ? { ...figure, slip } : figure)), quotes }
  })
