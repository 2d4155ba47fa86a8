/** The DOCX's own record of who made it and when: taken from the dossier, never from the clock of the machine. */
import type { Dossier } from './dossier.ts'
import { escapeHtml } from './escape-html.ts'

/** The part docProps/core.xml (ISO/IEC 29500-2, core properties). */
export function coreProperties(dossier: Dossier): string {
  const at = new Date(dossier.exportedAt).toISOString()
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeHtml(dossier.article.headline)}</dc:title>`,
    `<dc:creator>${escapeHtml(dossier.exportedBy)}</dc:creator>`,
    `${stamp('created')}${stamp('modified')}`,
    '</cp:coreProperties>',
  ].join('')
}
