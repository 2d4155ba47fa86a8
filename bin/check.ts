/** `stet check`: a claim against a text, a calculation against its figures, or a text against an earlier version. */
import { z } from 'zod'
import { figureChanges } from '#reading/changed-figures.ts'
import { checkClaim } from '#reading/check-claim.ts'
import { changeWords } from '#reading/check-parts/told-steps.ts'
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

/** In the groups a reader asks for; `change` is absolute and, where there is something to relate it to, relative. */
function changedFigures(before: string, after: string) {
  const changes = figureChanges({ text: before }, { text: after })
  return {
    changed: changes.flatMap(({ before, after }) =>
      before && after ? [{ before, after, change: changeWords(before.value, after.value) }] : [],
    ),
    gone: changes.flatMap(({ before, after }) => (before && !after ? [before] : [])),
    added: changes.flatMap(({ before, after }) => (after && !before ? [after] : [])),
  }
}

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
    const { figures, quotes, moreFigures } = checkClaim(claim, text)
    return {
      figures: figures.map(({ slip, ...figure }) => (slip ? { ...figure, slip } : figure)),
      quotes,
      ...(moreFigures && { moreFigures }),
    }
  })
