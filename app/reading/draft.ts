/** Reads a draft in Markdown: its headline, and every statement in it that can be checked. */
import { type ReadStatement, readStatements } from './draft-statements.ts'
import { readLanguage } from './language.ts'

export type DraftLink = { address: string; text: string | null }

/** A sentence of the draft with a figure or a quotation in it. `passage` is the sentence as it stands, `text` without markup. */
export type ProposedClaim = {
  kind: 'figure' | 'quotation'
  text: string
  passage: string
  links: DraftLink[]
}

export type ReadDraft = { headline: string; text: string; language: string; claims: ProposedClaim[] }

const LINK = /\[([^\]\n]{0,500})\]\((https?:\/\/[^\s)]{1,2000})\)/g
const MAX_CLAIM_CHARS = 5_000

/**
 * `markdown` as a reporter writes it. The first heading is the headline, otherwise the first line. Headings and lists of
 * links are not statements. Proposals only: a person decides what is a claim.
 */
export function readDraft(markdown: string): ReadDraft {
  const text = markdown.replace(/\r\n?/g, '\n').trim()
  const heading = /^#{1,6}\s+(.+)$/m.exec(text)
  const headline = (heading?.[1] ?? text.split('\n', 1)[0] ?? '').trim().slice(0, 500) || 'Untitled draft'
  const body = heading && text.startsWith(heading[0]) ? text.slice(heading[0].length).trim() : text
  const language = readLanguage(body.replace(LINK, '$1')) ?? 'en'
  const claims = readStatements(body, { language }).flatMap(proposeClaim)
  return { headline, text: body, language, claims }
}

function proposeClaim({ text: passage, marks }: ReadStatement): ProposedClaim[] {
  const has = (kind: 'figure' | 'quotation') => marks.some((mark) => mark.kind === kind)
  const text = passage
    .replace(LINK, '$1')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .trim()
  if (text.length > MAX_CLAIM_CHARS || !(has('figure') || has('quotation'))) return []
  const links = [...passage.matchAll(LINK)].map((match) => ({ address: match[2]!, text: match[1] || null }))
  return [{ kind: has('figure') ? 'figure' : 'quotation', text, passage, links }]
}
