/** What a source is, its kinds, and when two addresses are one document. */
import { z } from 'zod'
import { trustOfArchive } from './archive-trust.ts'
import { optionalText } from './optional-text.ts'

export const SOURCE_KINDS = ['primary', 'wire', 'report', 'repost', 'official', 'dataset', 'person'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Query parameters that say where a reader came from, never which document it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|spm|igshid|ref_src|yclid)$/i

/**
 * Folds an address so that two spellings of one document compare equal: lower-case host (WHATWG URL), no default port,
 * no fragment, no tracking parameters, no trailing slash on a path. http and https stay apart only in the original.
 * Throws on what is not a URL: check with `sourceInput` first.
 */
export function canonicalAddress(address: string): string {
  const url = new URL(address)
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/+$/, '') : ''
  return `${url.host}${path}${url.search}`
}

export const sourceInput = z.object({
  address: z
    .string()
    .trim()
    .max(4_000, 'This address is longer than 4,000 characters.')
    .pipe(z.url({ protocol: /^https?$/, error: 'Give a full web address, with https:// or http://.' }))
    .superRefine((address, context) => {
      const archive = trustOfArchive(address)
      if (archive?.trust === 'refused')
        context.addIssue({
          code: 'custom',
          message: `Copies at ${archive.name} are not taken as sources: ${archive.reason}`,
        })
    }),
  publisher: optionalText(500),
  title: optionalText(500),
  author: optionalText(500),
  language: optionalText(500),
  kind: z.enum(SOURCE_KINDS, 'Choose what kind of source this is.').default('report'),
  published: optionalText(500),
})
