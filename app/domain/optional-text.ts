/** A field of text that may be left out. */
import { z } from 'zod'

/** Trimmed text of at most `maxCharacters`; nothing, or nothing but spaces, becomes null. */
export function optionalText(maxCharacters: number) {
  return z
    .string()
    .trim()
    .max(maxCharacters, `At most ${maxCharacters.toLocaleString('en')} characters.`)
    .transform((text) => text || null)
    .nullable()
    .default(null)
}
