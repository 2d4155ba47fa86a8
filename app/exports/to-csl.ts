/** Dossier → CSL-JSON 1.0.2, for Zotero and other reference managers: one item per cited source. */
import type { Dossier, DossierSource } from './dossier.ts'
import { keyUseOf, newestCapture } from './source-entry.ts'

type CslDate = { 'date-parts': [number[]] }
type CslItem = {
  id: string
  type: 'webpage'
  title: string
  author?: { literal: string }[]
  'container-title'?: string
  issued?: CslDate
  accessed?: CslDate
  URL: string
  archive?: string
  archive_location?: string
  language?: string
  note?: string
}

/** A JSON array; fields without a value are left out, as the schema wants. `accessed` is the UTC day of the newest copy. */
export function toCsl(dossier: Dossier): string {
  return `${JSON.stringify(dossier.sources.map(cslItem), null, 2)}\n`
}

function cslItem(source: DossierSource): CslItem {
  const capture = newestCapture(source)
  const keyUse = keyUseOf(source)
  const issued = source.published === null ? null : cslDate(source.published)
  const accessed = capture && cslDate(new Date(capture.capturedAt).toISOString())
  return {
    id: source.id,
    type: 'webpage',
    title: source.title ?? source.address,
    ...(source.author !== null && { author: [{ literal: source.author }] }),
    ...(source.publisher !== null && { 'container-title': source.publisher }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    URL: source.address,
    ...(capture && { archive: 'Stet', archive_location: capture.address ?? `sha256:${capture.digest}` }),
    ...(source.language !== null && { language: source.language }),
    ...(keyUse !== null && { note: keyUse }),
  }
}

/** The printed day of an ISO 8601 date or date-time, whole or cut to a month or year; null for anything else or a day that does not exist. */
function cslDate(printed: string): CslDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?=$|[T ]))?)?(?=$|[T ])/.exec(printed.trim())
  if (!match) return null
  const parts = match.slice(1).filter((part) => part !== undefined)
  const day = new Date(`${parts.join('-')}T00:00:00Z`)
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(parts.join('-'))
  return exists ? { 'date-parts': [parts.map(Number)] } : null
}
