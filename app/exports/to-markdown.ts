/** Dossier → Markdown (CommonMark): related coverage, sources, reporting notes, and the claims as an appendix. */
import { type CitationEntry, type ClaimEntry, claimEntry } from './claim-entry.ts'
import type { Dossier } from './dossier.ts'
import { editorialCaveats } from './editorial-caveats.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { caveatTag, exportWords, SAMPLE_MARK } from './head-words.ts'
import { noteText, searchNote } from './search-note.ts'
import { type SourceEntry, sourceEntry } from './source-entry.ts'
import { webLink } from './web-link.ts'

/** The whole document. The draft stays in the house: only what is said about it leaves. */
export function toMarkdown(dossier: Dossier): string {
  const { article } = dossier
  const blocks = [`# ${escapeMarkdown(article.headline)}`]
  if (article.sample) blocks.push(`**${SAMPLE_MARK}**`)
  blocks.push(escapeMarkdown(exportWords(dossier)) + (dossier.address ? ` ${address(dossier.address)}` : ''))
  if (article.relatedCoverage.length > 0)
    blocks.push('## Related coverage', article.relatedCoverage.map((one) => `- ${related(one)}`).join('\n'))
  const sources = dossier.sources.map((source) => sourceItem(sourceEntry(dossier, source)))
  blocks.push('## Sources', sources.join('\n') || 'No source is cited.')
  blocks.push('## Reporting notes', notes(dossier).join('\n'))
  blocks.push('## Claims', ...dossier.claims.map((claim) => claimBlock(claimEntry(claim))))
  if (dossier.claims.length === 0) blocks.push('No claim is logged.')
  return `${blocks.join('\n\n')}\n`
}

/** A web address as an autolink; anything else as text. */
function address(raw: string): string {
  const link = webLink(raw)
  return link === null ? escapeMarkdown(raw) : `<${link}>`
}

function related({ title, address: raw }: { title: string; address: string | null }): string {
  const link = raw === null ? null : webLink(raw)
  return link === null ? escapeMarkdown(title) : `[${escapeMarkdown(title)}](<${link}>)`
}

function sourceItem(entry: SourceEntry): string {
  const marker = `${entry.number}. `
  const lines = [address(entry.address)]
  const opened = entry.copy?.address ? ` ${address(entry.copy.address)}` : ''
  lines.push(`Archived copy: ${entry.copy ? `${escapeMarkdown(entry.copy.text)}${opened}` : 'none'}`)
  if (entry.keyUse !== null) lines.push(`Key use in this article: ${escapeMarkdown(entry.keyUse)}`)
  if (entry.caveats.length > 0) lines.push(`Caveats: ${escapeMarkdown(entry.caveats.join('; '))}`)
  // A list inside a list item must be indented by the width of the item's marker (CommonMark 0.31 section 5.2).
  const indent = ' '.repeat(marker.length)
  return [`${marker}${escapeMarkdown(entry.heading)}`, ...lines.map((line) => `${indent}- ${line}`)].join(
    '\n',
  )
}

function notes(dossier: Dossier): string[] {
  const caveats = editorialCaveats(dossier)
  return [
    `- Search-chain note: ${escapeMarkdown(noteText(searchNote(dossier)))}`,
    ...caveats.map(({ text, caveatIds }) => `- ${caveatTag(caveatIds)}: ${escapeMarkdown(text)}`),
  ]
}

function claimBlock(entry: ClaimEntry): string {
  const facts = entry.facts.map(({ label, text }) => `- ${label}: ${escapeMarkdown(text)}`)
  const citations = entry.citations.map((citation) => `- ${citationWords(citation)}`)
  return [`### Claim ${entry.number}: ${escapeMarkdown(entry.text)}`, '', ...facts, ...citations].join('\n')
}

function citationWords(entry: CitationEntry): string {
  const parts = [`Source ${entry.sourceNumber} ${entry.stance}.`]
  if (entry.quote !== null) parts.push(`“${escapeMarkdown(entry.quote)}”`)
  if (entry.locator !== null) parts.push(`(${escapeMarkdown(entry.locator)})`)
  if (entry.translation !== null) {
    const by = entry.translatedBy === null ? '' : ` by ${escapeMarkdown(entry.translatedBy)}`
    parts.push(`Translated${by}: “${escapeMarkdown(entry.translation)}”`)
  }
  return [...parts, ...entry.verdicts.map(escapeMarkdown)].join(' ')
}
