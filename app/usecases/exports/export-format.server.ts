/** Reads the name of an export format as it stands in an address. */
import { EXPORT_FORMATS, type ExportFormat } from '#exports/formats.ts'

/** The format of that name, or null. */
export function exportFormat(name: string | undefined): ExportFormat | null {
  return EXPORT_FORMATS.find(({ format }) => format === name)?.format ?? null
}
