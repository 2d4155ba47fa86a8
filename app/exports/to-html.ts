/** Dossier → one HTML document without scripts, whose body can be pasted into a content system as it is. */
import { type CitationEntry, type ClaimEntry, claimEntry } from './claim-entry.ts'
import type { Dossier } from './dossier.ts'
import { editorialCaveats } from './editorial-caveats.ts'
import { escapeHtml } from './escape-html.ts'
import type { ExportOptions } from './export-options.ts'
import { caveatTag, exportWords, SAMPLE_MARK } from './head-words.ts'
import { langHtml, linkHtml } from './html-parts.ts'
import type { NoteClause } from './note-clause.ts'
import { attemptLinks, type LinksOf } from './note-links.ts'
import { methodBox, notFoundNotes, searchNote } from './search-note.ts'
import { type SourceEntry, sourceEntry } from './source-entry.ts'

/** For reading the file itself; nothing in the body depends on it. */
const STYLE =
  'body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,"Times New Roman","Liberation Serif","DejaVu Serif","Noto Serif CJK SC",serif}' +
  'a{overflow-wrap:anywhere}'

/** The same contents as the Markdown. Every clause of the note carries its attempts in `data-attempts`, every caveat its records in `data-caveats`. */
export function toHtml(dossier: Dossier, options: ExportOptions = {}): string {
  const { headline, language } = dossier.article
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(headline)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<article>',
    `<h1${langHtml(language)}>${escapeHtml(headline)}</h1>`,
    ...body(dossier, options),
    '</article>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function body(dossier: Dossier, options: ExportOptions): string[] {
  const languages = new Map(dossier.sources.map(({ number, language }) => [number, language]))
  const linksOf = attemptLinks(dossier)
  const notFound = notFoundNotes(dossier, options.noteLanguage)
  const claims = dossier.claims.flatMap((claim) => {
    const clause = notFound.byClaim.get(claim.number)
    const missing = clause
      ? `<li>${notFound.heading}${notFound.colon}${clauseHtml(clause, linksOf)}</li>`
      : null
    return claimBlock(claimEntry(claim, dossier.article.language), languages, missing)
  })
  return [
    ...(dossier.article.sample ? [`<p><strong>${SAMPLE_MARK}</strong></p>`] : []),
    `<p>${escapeHtml(exportWords(dossier))}${dossier.address ? ` ${linkHtml(dossier.address)}` : ''}</p>`,
    ...relatedCoverage(dossier),
    '<h2>Sources</h2>',
    ...(dossier.sources.length > 0
      ? ['<ol>', ...dossier.sources.map((source) => sourceItem(sourceEntry(dossier, source))), '</ol>']
      : ['<p>No source is cited.</p>']),
    '<h2>Reporting notes</h2>',
    '<ul>',
    ...notes(dossier, options, linksOf),
    '</ul>',
    ...(options.note === 'short' ? [] : method(dossier, options, linksOf)),
    '<h2>Claims</h2>',
    ...(claims.length > 0 ? claims : ['<p>No claim is logged.</p>']),
  ]
}

function relatedCoverage({ article }: Dossier): string[] {
  if (article.relatedCoverage.length === 0) return []
  const items = article.relatedCoverage.map(({ title, address }) =>
    address === null ? escapeHtml(title) : linkHtml(address, title),
  )
  return ['<h2>Related coverage</h2>', '<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>']
}

function sourceItem(entry: SourceEntry): string {
  const opened = entry.copy?.address ? ` ${linkHtml(entry.copy.address, 'Open the copy')}` : ''
  const lines = [
    linkHtml(entry.address),
    `Archived copy: ${entry.copy ? `${escapeHtml(entry.copy.text)}${opened}` : 'none'}`,
  ]
  if (entry.keyUse !== null) lines.push(`Key use in this article: ${escapeHtml(entry.keyUse)}`)
  if (entry.caveats.length > 0) lines.push(`Caveats: ${escapeHtml(entry.caveats.join('; '))}`)
  const list = lines.map((line) => `<li>${line}</li>`).join('')
  return `<li value="${entry.number}"><cite${langHtml(entry.language)}>${escapeHtml(entry.heading)}</cite><ul>${list}</ul></li>`
}

function notes(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): string[] {
  const note = searchNote(dossier, options.noteLanguage)
  const clauses = note.clauses.map((clause) => clauseHtml(clause, linksOf)).join(note.gap)
  const caveats = editorialCaveats(dossier).map(
    ({ text, caveatIds }) =>
      `<li data-caveats="${escapeHtml(caveatIds.join(' '))}">${caveatTag(caveatIds)}: ${escapeHtml(text)}</li>`,
  )
  return [`<li${langHtml(note.language)}>${note.label}${note.colon}${clauses}</li>`, ...caveats]
}

function method(dossier: Dossier, options: ExportOptions, linksOf: LinksOf): string[] {
  const { title, language, gap, rows } = methodBox(dossier, options.noteLanguage)
  if (rows.length === 0) return []
  const lang = langHtml(language)
  const items = (sentences: NoteClause[][]) =>
    sentences.map((sentence) => `<li>${sentence.map((clause) => clauseHtml(clause, linksOf)).join(gap)}</li>`)
  return [
    `<h2${lang}>${title}</h2>`,
    ...rows.flatMap(({ heading, sentences }) => [
      `<h3${lang}>${heading}</h3>`,
      `<ul${lang}>`,
      ...items(sentences),
      '</ul>',
    ]),
  ]
}

/** A clause that leads to its attempts: the whole of it where there is one, raised numbers where there are several. */
function clauseHtml(clause: NoteClause, linksOf: LinksOf): string {
  const { addresses, more } = linksOf(clause)
  const span = (inner: string) =>
    `<span data-attempts="${escapeHtml(clause.attemptIds.join(' '))}">${inner}</span>`
  if (addresses.length === 1 && more === 0) return span(linkHtml(addresses[0]!, clause.text))
  const marks = addresses.map((address, index) => linkHtml(address, String(index + 1))).join(' ')
  const rest = more > 0 ? ` +${more}` : ''
  return `${span(escapeHtml(clause.text))}${marks === '' ? '' : `<sup>${marks}${rest}</sup>`}`
}

function claimBlock(
  entry: ClaimEntry,
  languages: Map<number, string | null>,
  missing: string | null,
): string[] {
  return [
    `<h3>Claim ${entry.number}: ${escapeHtml(entry.text)}</h3>`,
    '<ul>',
    ...entry.facts.map(({ label, text }) => `<li>${label}: ${escapeHtml(text)}</li>`),
    ...entry.citations.map((one) => `<li>${citationHtml(one, languages.get(one.sourceNumber) ?? null)}</li>`),
    ...(missing === null ? [] : [missing]),
    '</ul>',
  ]
}

function citationHtml(entry: CitationEntry, language: string | null): string {
  const parts = [`Source ${entry.sourceNumber} ${entry.stance}.`]
  if (entry.quote !== null) parts.push(`“<span${langHtml(language)}>${escapeHtml(entry.quote)}</span>”`)
  if (entry.locator !== null) parts.push(`(${escapeHtml(entry.locator)})`)
  if (entry.translation !== null) {
    const by = entry.translatedBy === null ? '' : ` by ${escapeHtml(entry.translatedBy)}`
    parts.push(`Translated${by}: “${escapeHtml(entry.translation)}”`)
  }
  return [...parts, ...entry.verdicts.map(escapeHtml)].join(' ')
}
