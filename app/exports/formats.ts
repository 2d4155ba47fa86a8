/** The formats an article can leave in, and the one function that renders any of them. */
import type { Dossier } from './dossier.ts'
import type { ExportOptions } from './export-options.ts'
import { toCsl } from './to-csl.ts'
import { toDocx } from './to-docx.ts'
import { toHtml } from './to-html.ts'
import { toJson } from './to-json.ts'
import { toMarkdown } from './to-markdown.ts'

export const EXPORT_FORMATS = [
  { format: 'markdown', fileExtension: 'md', mediaType: 'text/markdown; charset=utf-8', label: 'Markdown' },
  { format: 'html', fileExtension: 'html', mediaType: 'text/html; charset=utf-8', label: 'HTML' },
  {
    format: 'docx',
    fileExtension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word (DOCX)',
  },
  { format: 'json', fileExtension: 'json', mediaType: 'application/json', label: 'JSON (whole record)' },
  {
    format: 'csl',
    fileExtension: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    label: 'CSL-JSON (Zotero)',
  },
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]['format']

const RENDER: Record<
  ExportFormat,
  (dossier: Dossier, options: ExportOptions) => string | Promise<Uint8Array>
> = {
  markdown: toMarkdown,
  html: toHtml,
  docx: toDocx,
  json: toJson,
  csl: toCsl,
}

/** The dossier in one format, as a file named `sources` with that format's extension. Text is UTF-8 without a BOM. */
export async function renderDossier(
  dossier: Dossier,
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<{ bytes: Uint8Array; fileName: string; mediaType: string }> {
  const { fileExtension, mediaType } = EXPORT_FORMATS.find((one) => one.format === format)!
  const rendered = await RENDER[format](dossier, options)
  const bytes = typeof rendered === 'string' ? new TextEncoder().encode(rendered) : rendered
  return { bytes, fileName: `sources.${fileExtension}`, mediaType }
}
