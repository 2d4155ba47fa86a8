/** Rows that buttons move, add and remove: at once where there are scripts; without them the form is sent and drawn anew. */
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { editRows, rowAfter } from './edit-rows.ts'

/** A row with a name that it keeps while it moves. */
export type NamedRow<Row> = { key: number; row: Row }

/**
 * `onEdit` is for the buttons, whose value is the command. After an edit the same button of the moved row has the focus, or
 * the row's first field where the button is gone; `said` tells a screen reader what happened.
 */
export function useRowEditor<Row>(start: Row[], rowOf: (words: string) => Row) {
  const next = useRef(start.length)
  const [rows, setRows] = useState<NamedRow<Row>[]>(() => start.map((row, key) => ({ key, row })))
  const [said, setSaid] = useState('')
  const [focus, setFocus] = useState<{ key: number; verb: string } | null>(null)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (!focus) return
    const row = list.current?.querySelector(`[data-row="${focus.key}"]`)
    const button = row?.querySelector<HTMLElement>(`button[data-verb="${focus.verb}"]:not(:disabled)`)
    const field = row?.querySelector<HTMLElement>('input:not([type=hidden]), button:not(:disabled)')
    ;(button ?? field)?.focus()
  }, [focus])
  const onEdit = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault()
    const command = event.currentTarget.value
    const verb = command.split(':')[0]!
    const edited = editRows(rows, command, (words) => ({ key: next.current++, row: rowOf(words) }))
    setRows(edited)
    const at = rowAfter(command, edited.length)
    const key = at === null ? undefined : edited[at]?.key
    setFocus(key === undefined ? null : { key, verb })
    setSaid(
      verb === 'remove'
        ? `Removed. ${edited.length} left.`
        : at === null
          ? ''
          : `Now at place ${at + 1} of ${edited.length}.`,
    )
  }
  return { rows, onEdit, said, list }
}
