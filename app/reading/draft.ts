/** Reads a draft in Markdown: its headline, and every statement in it that can be checked. */
import { readFigures } from './figures.ts'
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
const QUOTATION = /[“"「『«„][^”"」』»“]{10,}[”"」』»“]/

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
  const claims = sentences(body, language).flatMap(proposeClaim)
  return { headline, text: body, language, claims }
}

function proposeClaim(passage: string): ProposedClaim[] {
  const text = passage
    .replace(LINK, '$1')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .trim()
  const hasFigure = readFigures(text).some((figure) => figure.kind !== 'ordinal')
  const hasQuotation = QUOTATION.test(text)
  if (text.length > 5_000 || !(hasFigure || hasQuotation)) return []
  const links = [...passage.matchAll(LINK)].map((match) => ({ address: match[2]!, text: match[1] || null }))
  return [{ kind: hasFigure ? 'figure' : 'quotation', text, passage, links }]
}

function sentences(body: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return body
    .split(/\n+/)
    .filter((line) => !/^\s*(#|[-*+]\s|\d+\.\s|>|\|)/.test(line))
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence.length > 0)
}
