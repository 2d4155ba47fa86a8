/** What stands at the head of every printed format: the sample mark, and who exported what when. */
import type { Dossier } from './dossier.ts'
import { printMoment } from './print-time.ts'

/** Marks a dossier whose records are sample data. */
export const SAMPLE_MARK = 'SAMPLE DATA: not for publication.'

/** "Source list and reporting notes, exported on … by …." */
export function exportWords(dossier: Dossier): string {
  return `Source list and reporting notes, exported by ${dossier.exportedBy}, ${printMoment(dossier.exportedAt)}.`
}

/** The label before a caveat paragraph: a person's caveat, or a warning from the records. */
export function caveatTag(caveatIds: string[]): string {
  return caveatIds.length > 0 ? 'Editorial caveat' : 'From the records'
}
