/** Dossier → DOCX for desks that work in Word: the same contents as the Markdown, with real headings, numbers and links. */
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { type CitationEntry, type ClaimEntry, claimEntry } from './claim-entry.ts'
import { coreProperties } from './docx-properties.ts'
import { DOCX_NUMBERING, DOCX_STYLES, SOURCE_LIST, UNDER_NUMBER } from './docx-style.ts'
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

/** The file's bytes. Its properties come from the dossier; only the zip's own timestamps and the names of links differ between two runs. */
export async function toDocx(dossier: Dossier, options: ExportOptions = {}): Promise<Uint8Array> {
  const linksOf = attemptLinks(dossier)
  const method = options.note === 'short' ? [] : methodLines(dossier, options, linksOf)
  const document = new Document({
    title: plainLine(dossier.article.headline),
    styles: DOCX_STYLES,
    numbering: DOCX_NUMBERING,
    sections: [
      {
        children: [
          ...head(dossier),
          ...sources(dossier),
          ...notes(dossier, options, linksOf),
          ...method,
          ...claims(dossier, options, linksOf),
        ],
      },
    ],
  })
  return Packer.pack(document, 'uint8array', undefined, [coreProperties(dossier)])
}

const words = (text: string) => new TextRun(plainLine(text))
const strong = (text: string) => new TextRun({ text: plainLine(text), bold: true })
const line = (...children: ParagraphChild[]) => new Paragraph({ children })
const bullet = (...children: ParagraphChild[]) => new Paragraph({ children, bullet: { level: 0 } })
const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ children: [words(text)], heading: level, keepNext: true })

/** A hyperlink when the address is a web address; otherwise the words alone. */
function link(address: string, text = address, superScript = false): ParagraphChild {
  const href = webLink(address)
  if (href === null) return words(text)
  return new ExternalHyperlink({
    link: href,
    children: [new TextRun({ text: plainLine(text), style: 'Hyperlink', superScript })],
  })
}

function head(dossier: Dossier): Paragraph[] {
  const { article, address } = dossier
  const kept = address === null ? [] : [gap(), link(address)]
  const related = article.relatedCoverage.map((one) =>
    bullet(one.address === null ? words(one.title) : link(one.address, one.title)),
  )
  return [
    heading(article.headline, HeadingLevel.TITLE),
    ...(article.sample ? [line(strong(SAMPLE_MARK))] : []),
    line(words(exportWords(dossier)), ...kept),
    ...(related.length > 0 ? [heading('Related coverage', HeadingLevel.HEADING_1), ...related] : []),
  ]
}

function sources(dossier: Dossier): Paragraph[] {
  const entries = dossier.sources.flatMap((source) => sourceLines(sourceEntry(dossier, source)))
  return [
    heading('Sources', HeadingLevel.HEADING_1),
    ...(entries.length > 0 ? entries : [line(words('No source is cited.'))]),
  ]
}

function sourceLines(entry: SourceEntry): Paragraph[] {
  const under = (...children: ParagraphChild[]) => new Paragraph({ children, indent: UNDER_NUMBER })
  const opened = entry.copy?.address ? [gap(), link(entry.copy.address, 'Open the copy')] : []
  const lines = [
    new Paragraph({
      children: [strong(entry.heading)],
      numbering: { reference: SOURCE_LIST, level: 0 },
      keepNext: true,
    }),
    under(link(entry.address)),
    under(words(`Archived copy: ${entry.copy?.text ?? 'none'}`), ...opened),
  ]
  if (entry.keyUse !== null) lines.push(under(words(`Key use in this article: ${entry.keyUse}`)))
  if (entry.caveats.length > 0) lines.push(under(words(`Caveats: ${entry.caveats.join('; ')}`)))
  return lines
}

function notes(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): Paragraph[] {
  const caveats = editorialCaveats(dossier)
  const { label, colon, gap: between, clauses } = searchNote(dossier, options.noteLanguage)
  return [
    heading('Reporting notes', HeadingLevel.HEADING_1),
    bullet(strong(`${label}${colon}`), gap(), ...sentenceRuns(clauses, between, linksOf)),
    ...caveats.map(({ text, caveatIds }) => bullet(strong(`${caveatTag(caveatIds)}:`), gap(), words(text))),
  ]
}

function methodLines(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): Paragraph[] {
  const { title, gap: between, rows } = methodBox(dossier, options.noteLanguage)
  if (rows.length === 0) return []
  return [
    heading(title, HeadingLevel.HEADING_1),
    ...rows.flatMap((row) => [
      heading(row.heading, HeadingLevel.HEADING_2),
      ...row.sentences.map((sentence) => bullet(...sentenceRuns(sentence, between, linksOf))),
    ]),
  ]
}

/** Clauses in a row, each leading to its attempts: the whole of it where there is one, raised numbers where there are several. */
function sentenceRuns(clauses: NoteClause[], between: string, linksOf: LinksOf): ParagraphChild[] {
  return clauses.flatMap((clause, index) => {
    const { addresses, more } = linksOf(clause)
    const runs =
      addresses.length === 1 && more === 0 ? [link(addresses[0]!, clause.text)] : [words(clause.text)]
    if (addresses.length > 1 || more > 0)
      runs.push(
        ...addresses.map((address, at) => link(address, `${at === 0 ? '' : ' '}${at + 1}`, true)),
        ...(more > 0 ? [new TextRun({ text: ` +${more}`, superScript: true })] : []),
      )
    return index === 0 || between === '' ? runs : [new TextRun(between), ...runs]
  })
}

function claims(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): Paragraph[] {
  const notFound = notFoundNotes(dossier, options.noteLanguage)
  const blocks = dossier.claims.flatMap((claim) => {
    const clause = notFound.byClaim.get(claim.number)
    const missing = clause
      ? [bullet(words(`${notFound.heading}${notFound.colon}`), gap(), ...sentenceRuns([clause], '', linksOf))]
      : []
    return [...claimLines(claimEntry(claim, dossier.article.language)), ...missing]
  })
  return [
    heading('Claims', HeadingLevel.HEADING_1),
    ...(blocks.length > 0 ? blocks : [line(words('No claim is logged.'))]),
  ]
}

function claimLines(entry: ClaimEntry): Paragraph[] {
  return [
    heading(`Claim ${entry.number}: ${entry.text}`, HeadingLevel.HEADING_2),
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
const gap = () => new TextRun(' ')
