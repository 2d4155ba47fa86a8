/** `stet check`: a claim against a text — is every figure of the claim in it, and every quotation. */
import { z } from 'zod'
import { checkClaim } from '#reading/check-claim.ts'
import { type Command, eachLine } from './command.ts'

const checkLine = z.object({ claim: z.string(), text: z.string() })

export const check: Command = () =>
  eachLine((line) => {
    const { claim, text } = checkLine.parse(line)
    const { figures, quotes } = checkClaim(claim, text)
    return { figures: figures.map(({ slip, ...figure }) => (slip ? { ...figure, slip } : figure)), quotes }
  })
