/** `stet check`: a claim against a text, or a calculation against the figures it is made from. */
import { z } from 'zod'
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

export const check: Command = () =>
  eachLine((line) => {
    if ('expression' in line) {
      const { expression, figures, claimed } = derivedLine.parse(line)
      return checkDerived(expression, figures, claimed)
    }
    const { claim, text } = checkLine.parse(line)
    const { figures, quotes } = checkClaim(claim, text)
    return { figures: figures.map(({ slip, ...figure }) => (slip ? { ...figure, slip } : figure)), quotes }
  })
