/** Reads values out of what a form sent back or a record holds, for the fields of the same form. */

/** Anything with named values: a record from the desk, or the fields of a form that was refused. */
export type Typed = Readonly<Record<string, unknown>>

/** The value as a field shows it: text stays, a number is written out, all else is empty. */
export function typed(values: Typed, name: string): string {
  const value = values[name]
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

/** The rows under a name, or none. */
export function typedRows(values: Typed, name: string): Typed[] {
  const value = values[name]
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : []
}
