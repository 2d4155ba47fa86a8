/** Edits a list of rows by the command of a button: the same on the server, where there are no scripts, and in the browser. */

/** `up:2`, `down:2`, `remove:2` (places counted from 0), `add`, or `add:` with the words of the new row. */
export type RowCommand = string

/** `rowOf` makes a row of the words of an added one. A command that does not fit the rows changes nothing. */
export function editRows<Row>(rows: Row[], command: RowCommand, rowOf: (words: string) => Row): Row[] {
  const [verb = '', ...rest] = command.split(':')
  const words = rest.join(':')
  if (verb === 'add') return [...rows, rowOf(words)]
  const at = Number(words)
  const row = rows[at]
  if (row === undefined || !/^\d+$/.test(words)) return rows
  if (verb === 'remove') return rows.filter((_, index) => index !== at)
  const to = verb === 'up' ? at - 1 : verb === 'down' ? at + 1 : at
  if (to < 0 || to >= rows.length) return rows
  const others = rows.filter((_, index) => index !== at)
  return [...others.slice(0, to), row, ...others.slice(to)]
}

/** Where the row that a command moved, or the one after a removed row, stands now; null where there is none. */
export function rowAfter(command: RowCommand, rowsLeft: number): number | null {
  const [verb, place] = command.split(':')
  const at = Number(place)
  const to = verb === 'up' ? at - 1 : verb === 'down' ? at + 1 : verb === 'add' ? rowsLeft - 1 : at
  return rowsLeft === 0 ? null : Math.min(Math.max(to, 0), rowsLeft - 1)
}
