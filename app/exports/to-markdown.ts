/** Dossier → Markdown (CommonMark): related coverage, sources, reporting notes, and the claims as an appendix. */
import { type CitationEntry, type ClaimEntry, claimEntry } from './claim-entry.ts'
import type { Dossier } from './dossier.ts'
import { editorialCaveats } from './editorial-caveats.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import type { ExportOptions } from './export-options.ts'
import { caveatTag, exportWords, SAMPLE_MARK } from './head-words.ts'
import type { NoteClause } from './note-clause.ts'
import { attemptLinks, type LinksOf, SUPERSCRIPTS } from './note-links.ts'
import { methodBox, notFoundNotes, searchNote } from './search-note.ts'
import { type SourceEntry, sourceEntry } from './source-entry.ts'
import { webLink } from './web-link.ts'

/** The whole document. The draft stays in the house: only what is said about it leaves. */
export function toMarkdown(dossier: Dossier, options: ExportOptions = {}): string {
  const { article } = dossier
  const blocks = [`# ${escapeMarkdown(article.headline)}`]
  if (article.sample) blocks.push(`**${SAMPLE_MARK}**`)
  blocks.push(escapeMarkdown(exportWords(dossier)) + (dossier.address ? ` ${address(dossier.address)}` : ''))
  if (article.relatedCoverage.length > 0)
    blocks.push('## Related coverage', article.relatedCoverage.map((one) => `- ${related(one)}`).join('\n'))
  const { sources, notes, method } = markdownSections(dossier, options)
  const linksOf = attemptLinks(dossier)
  const notFound = notFoundNotes(dossier, options.noteLanguage)
  blocks.push(sources, notes, ...(method === '' ? [] : [method]), '## Claims')
  for (const claim of dossier.claims) {
    const clause = notFound.byClaim.get(claim.number)
    const missing = clause ? [`- ${notFound.heading}${notFound.colon}${clauseWords(clause, linksOf)}`] : []
    blocks.push([claimBlock(claimEntry(claim, dossier.article.language)), ...missing].join('\n'))
  }
  if (dossier.claims.length === 0) blocks.push('No claim is logged.')
  return `${blocks.join('\n\n')}\n`
}

/** The parts that stand under the article, each with its heading, letter for letter as the document has them. `method` is empty in a short note. */
export function markdownSections(
  dossier: Dossier,
  options: ExportOptions = {},
): { sources: string; notes: string; method: string } {
  const linksOf = attemptLinks(dossier)
  const sources = dossier.sources.map((source) => sourceItem(sourceEntry(dossier, source)))
  return {
    sources: `## Sources\n\n${sources.join('\n') || 'No source is cited.'}`,
    notes: `## Reporting notes\n\n${notes(dossier, options, linksOf).join('\n')}`,
    method: options.note === 'short' ? '' : methodSection(dossier, options, linksOf),
  }
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

function notes(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): string[] {
  const note = searchNote(dossier, options.noteLanguage)
  const clauses = note.clauses.map((clause) => clauseWords(clause, linksOf))
  return [
    `- ${note.label}${note.colon}${clauses.join(note.gap)}`,
    ...editorialCaveats(dossier).map(
      ({ text, caveatIds }) => `- ${caveatTag(caveatIds)}: ${escapeMarkdown(text)}`,
    ),
  ]
}

function methodSection(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): string {
  const { title, gap, rows } = methodBox(dossier, options.noteLanguage)
  if (rows.length === 0) return ''
  const blocks = rows.flatMap(({ heading, sentences }) => [
    `**${heading}**`,
    sentences
      .map((sentence) => `- ${sentence.map((clause) => clauseWords(clause, linksOf)).join(gap)}`)
      .join('\n'),
  ])
  return [`## ${title}`, ...blocks].join('\n\n')
}

/** A clause that leads to its attempts: the whole of it where there is one, raised numbers where there are several. */
function clauseWords(clause: NoteClause, linksOf: LinksOf): string {
  const { addresses, more } = linksOf(clause)
  const words = escapeMarkdown(clause.text)
  const [only] = addresses
  if (only === undefined) return words
  if (addresses.length === 1 && more === 0) return `[${words}](<${only}>)`
  const marks = addresses.map((one, index) => `[${SUPERSCRIPTS[index]}](<${one}>)`)
  return `${words} ${marks.join(' ')}${more > 0 ? ` (+${more})` : ''}`
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
