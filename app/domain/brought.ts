/** What a person says about a document they bring: how they came by it, and which page of an archive is meant. */
import { z } from 'zod'
import { optionalText } from './optional-text.ts'

export const broughtInput = z.object({
  obtained: optionalText(2_000),
  page: optionalText(4_000).refine((address) => address === null || URL.canParse(address), {
    error: 'Give the full address of the page, as the archive has it.',
  }),
})
