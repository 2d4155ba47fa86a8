/** Dossier → DOCX for desks that work in Word: the same contents as the Markdown, with real headings, numbers and links. */
import { type CitationEntry, type ClaimEntry, claimEntry } from './claim-entry.ts'
import { type DocxParagraph, type DocxRun, packDocx } from './docx-package.ts'
import { coreProperties } from './docx-properties.ts'
import type { Dossier } from './dossier.ts'
import { editorialCaveats } from './editorial-caveats.ts'
import type { ExportOptions } from './export-options.ts'
import { caveatTag, exportWords, SAMPLE_MARK } from './head-words.ts'
import type { NoteClause } from './note-clause.ts'
import { attemptLinks, type LinksOf } from './note-links.ts'
import { plainLine } from './plain-line.ts'
import { methodBox, notFoundNotes, searchNote } from './search-note.ts'
import { type SourceEntry, sourceEntry } from './source-entry.ts'
import { webLink } from './web-link.ts'

/** The file's bytes. Its properties and dates come from the dossier: the same dossier gives the same bytes. */
export async function toDocx(dossier: Dossier, options: ExportOptions = {}): Promise<Uint8Array> {
  const linksOf = attemptLinks(dossier)
  const method = options.note === 'short' ? [] : methodLines(dossier, options, linksOf)
  const paragraphs = [
    ...head(dossier),
    ...sources(dossier),
    ...notes(dossier, options, linksOf),
    ...method,
    ...claims(dossier, options, linksOf),
  ]
  return packDocx(paragraphs, coreProperties(dossier), new Date(dossier.exportedAt))
}

const words = (text: string): DocxRun => ({ text: plainLine(text) })
const strong = (text: string): DocxRun => ({ text: plainLine(text), isStrong: true })
const line = (...runs: DocxRun[]): DocxParagraph => ({ runs })
const bullet = (...runs: DocxRun[]): DocxParagraph => ({ runs, list: 'bullet' })
const heading = (text: string, style: DocxParagraph['style']): DocxParagraph => ({
  runs: [words(text)],
  style,
  keepNext: true,
})

/** A hyperlink when the address is a web address; otherwise the words alone. */
function link(address: string, text = address): DocxRun {
  const href = webLink(address)
  return href === null ? words(text) : { ...words(text), href }
}

function head(dossier: Dossier): DocxParagraph[] {
  const { article, address } = dossier
  const kept = address === null ? [] : [gap(), link(address)]
  const related = article.relatedCoverage.map((one) =>
    bullet(one.address === null ? words(one.title) : link(one.address, one.title)),
  )
  return [
    heading(article.headline, 'Title'),
    ...(article.sample ? [line(strong(SAMPLE_MARK))] : []),
    line(words(exportWords(dossier)), ...kept),
    ...(related.length > 0 ? [heading('Related coverage', 'Heading1'), ...related] : []),
  ]
}

function sources(dossier: Dossier): DocxParagraph[] {
  const entries = dossier.sources.flatMap((source) => sourceLines(sourceEntry(dossier, source)))
  return [
    heading('Sources', 'Heading1'),
    ...(entries.length > 0 ? entries : [line(words('No source is cited.'))]),
  ]
}

function sourceLines(entry: SourceEntry): DocxParagraph[] {
  const under = (...runs: DocxRun[]): DocxParagraph => ({ runs, isUnder: true })
  const opened = entry.copy?.address ? [gap(), link(entry.copy.address, 'Open the copy')] : []
  const lines: DocxParagraph[] = [
    { runs: [strong(entry.heading)], list: 'sources', keepNext: true },
    under(link(entry.address)),
    under(words(`Archived copy: ${entry.copy?.text ?? 'none'}`), ...opened),
  ]
  if (entry.keyUse !== null) lines.push(under(words(`Key use in this article: ${entry.keyUse}`)))
  if (entry.caveats.length > 0) lines.push(under(words(`Caveats: ${entry.caveats.join('; ')}`)))
  return lines
}

function notes(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): DocxParagraph[] {
  const caveats = editorialCaveats(dossier)
  const { label, colon, gap: between, clauses } = searchNote(dossier, options.noteLanguage)
  return [
    heading('Reporting notes', 'Heading1'),
    bullet(strong(`${label}${colon}`), gap(), ...sentenceRuns(clauses, between, linksOf)),
    ...caveats.map(({ text, caveatIds }) => bullet(strong(`${caveatTag(caveatIds)}:`), gap(), words(text))),
  ]
}

function methodLines(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): DocxParagraph[] {
  const { title, gap: between, rows } = methodBox(dossier, options.noteLanguage)
  if (rows.length === 0) return []
  return [
    heading(title, 'Heading1'),
    ...rows.flatMap((row) => [
      heading(row.heading, 'Heading2'),
      ...row.sentences.map((sentence) => bullet(...sentenceRuns(sentence, between, linksOf))),
    ]),
  ]
}

/** Clauses in a row, each leading to its attempts: the whole of it where there is one, raised numbers where there are several. */
function sentenceRuns(clauses: NoteClause[], between: string, linksOf: LinksOf): DocxRun[] {
  return clauses.flatMap((clause, index) => {
    const { addresses, more } = linksOf(clause)
    const runs =
      addresses.length === 1 && more === 0 ? [link(addresses[0]!, clause.text)] : [words(clause.text)]
    if (addresses.length > 1 || more > 0)
      runs.push(
        ...addresses.flatMap((address, at) => [
          ...(at === 0 ? [] : [{ text: ' ', isRaised: true }]),
          { ...link(address, String(at + 1)), isRaised: true },
        ]),
        ...(more > 0 ? [{ text: ` +${more}`, isRaised: true }] : []),
      )
    return index === 0 || between === '' ? runs : [{ text: between }, ...runs]
  })
}

function claims(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): DocxParagraph[] {
  const notFound = notFoundNotes(dossier, options.noteLanguage)
  const blocks = dossier.claims.flatMap((claim) => {
    const clause = notFound.byClaim.get(claim.number)
    const missing = clause
      ? [bullet(words(`${notFound.heading}${notFound.colon}`), gap(), ...sentenceRuns([clause], '', linksOf))]
      : []
    return [...claimLines(claimEntry(claim, dossier.article.language)), ...missing]
  })
  return [
    heading('Claims', 'Heading1'),
    ...(blocks.length > 0 ? blocks : [line(words('No claim is logged.'))]),
  ]
}

function claimLines(entry: ClaimEntry): DocxParagraph[] {
  return [
    heading(`Claim ${entry.number}: ${entry.text}`, 'Heading2'),
    ...entry.facts.map(({ label, text }) => bullet(words(`${label}: ${text}`))),
    ...entry.citations.map((citation) => bullet(words(citationWords(citation)))),
  ]
}

function citationWords(entry: CitationEntry): string {
  const parts = [`Source ${entry.sourceNumber} ${entry.stance}.`]
  if (entry.quote !== null) parts.push(`“${entry.quote}”`)
  if (entry.locator !== null) parts.push(`(${entry.locator})`)
  if (entry.translation !== null)
    parts.push(
      `Translated${entry.translatedBy === null ? '' : ` by ${entry.translatedBy}`}: “${entry.translation}”`,
    )
  return [...parts, ...entry.verdicts].join(' ')
}

/** A space between two runs; `words` trims and would lose it. */
const gap = (): DocxRun => ({ text: ' ' })
