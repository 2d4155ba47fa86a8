/** `stet check`: a claim against a text — is every figure of the claim in it, and every quotation. */
import { z } from 'zod'
import { compareFigure } from '#reading/compare-figures.ts'
import { readFigures } from '#reading/figures.ts'
import { readQuote } from '#reading/quote.ts'
import { type Command, eachLine } from './command.ts'

const checkLine = z.object({ claim: z.string(), text: z.string() })

/** Quotation marks of the languages the desk works in; the words between them are looked for in the text. */
const QUOTED =
  /“([^”]{2,2000})”|"([^"]{2,2000})"|「([^」]{2,2000})」|『([^』]{2,2000})』|«\s?([^»]{2,2000}?)\s?»|„([^“”]{2,2000})[“”]/g

export const check: Command = () =>
  eachLine((line) => {
    const { claim, text } = checkLine.parse(line)
    const found = readFigures(text)
    return {
      figures: readFigures(claim).map((figure) => {
        const { verdict, found: match, slip, steps } = compareFigure(figure, found)
        return { verdict, claimed: figure, found: match, ...(slip ? { slip } : {}), steps }
      }),
      quotes: [...claim.matchAll(QUOTED)].map((match) => {
        const quote = match.slice(1).find((group) => group !== undefined) ?? ''
        return { quote, ...readQuote(text, quote) }
      }),
    }
  })
