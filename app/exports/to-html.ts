/** Dossier → one HTML document without scripts, whose body can be pasted into a content system as it is. */
import { type CitationEntry, type ClaimEntry, claimEntry } from './claim-entry.ts'
import type { Dossier } from './dossier.ts'
import { editorialCaveats } from './editorial-caveats.ts'
import { escapeHtml } from './escape-html.ts'
import { caveatTag, exportWords, SAMPLE_MARK } from './head-words.ts'
import { langHtml, linkHtml } from './html-parts.ts'
import { searchNote } from './search-note.ts'
import { type SourceEntry, sourceEntry } from './source-entry.ts'

/** For reading the file itself; nothing in the body depends on it. */
const STYLE =
  'body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,"Times New Roman","Liberation Serif","DejaVu Serif","Noto Serif CJK SC",serif}' +
  'a{overflow-wrap:anywhere}'

/** The same contents as the Markdown. Every clause of the note carries its attempts in `data-attempts`, every caveat its records in `data-caveats`. */
export function toHtml(dossier: Dossier): string {
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
    ...body(dossier),
    '</article>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function body(dossier: Dossier): string[] {
  const languages = new Map(dossier.sources.map(({ number, language }) => [number, language]))
  const claims = dossier.claims.flatMap((claim) => claimBlock(claimEntry(claim), languages))
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
    ...notes(dossier),
    '</ul>',
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

function notes(dossier: Dossier): string[] {
  const clauses = searchNote(dossier).map(
    ({ text, attemptIds }) =>
      `<span data-attempts="${escapeHtml(attemptIds.join(' '))}">${escapeHtml(text)}</span>`,
  )
  const caveats = editorialCaveats(dossier).map(
    ({ text, caveatIds }) =>
      `<li data-caveats="${escapeHtml(caveatIds.join(' '))}">${caveatTag(caveatIds)}: ${escapeHtml(text)}</li>`,
  )
  return [`<li>Search-chain note: ${clauses.join(' ')}</li>`, ...caveats]
}

function claimBlock(entry: ClaimEntry, languages: Map<number, string | null>): string[] {
  return [
    `<h3>Claim ${entry.number}: ${escapeHtml(entry.text)}</h3>`,
    '<ul>',
    ...entry.facts.map(({ label, text }) => `<li>${label}: ${escapeHtml(text)}</li>`),
    ...entry.citations.map((one) => `<li>${citationHtml(one, languages.get(one.sourceNumber) ?? null)}</li>`),
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
