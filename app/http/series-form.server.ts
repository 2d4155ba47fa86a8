/** Turns the rows of the series form into points: only the figures that are ticked, and complaints back to their rows. */
import type { Refusal } from '#domain/refusal.ts'
import type { FormFields } from './form.server.ts'

/** `rows` are the numbers of the ticked rows in the form, in the order of `points`. */
export function pointsFromForm({ figures }: FormFields): { points: FormFields[]; rows: number[] } {
  const all = Array.isArray(figures) ? figures : []
  const ticked = all.flatMap((row, index) => (row.use === 'yes' ? [{ row, index }] : []))
  return {
    points: ticked.map(({ row: { figurePosition = '', asOf = '' } }) => ({ figurePosition, asOf })),
    rows: ticked.map(({ index }) => index),
  }
}

/** A complaint about `points.0.asOf` belongs to the first ticked row, wherever that stands in the form. */
export function rowComplaints(refusal: Refusal, rows: number[]): Refusal {
  if (!refusal.fields) return refusal
  const fields = Object.entries(refusal.fields).map(([path, complaint]) => {
    const [, index, name] = /^points\.(\d+)\.(\w+)$/.exec(path) ?? []
    return [name ? `figures.${rows[Number(index)]}.${name}` : path, complaint]
  })
  return { ...refusal, fields: Object.fromEntries(fields) }
}
