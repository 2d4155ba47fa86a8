/** The buttons that move and remove one row of a list in a form. */
import type { MouseEvent } from 'react'

const SHAPE =
  'inline-flex size-9 items-center justify-center rounded-md border border-edge bg-sheet hover:bg-shade disabled:opacity-40'

/** `name` says what the row is, for those who do not see it: "query 2". Without `removable` a row can only be moved. */
export function RowButtons({
  at,
  of,
  name,
  removable = false,
  onEdit,
}: {
  at: number
  of: number
  name: string
  removable?: boolean
  onEdit: (event: MouseEvent<HTMLButtonElement>) => void
}) {
  const button = (verb: string, sign: string, label: string, disabled = false) => (
    <button
      type="submit"
      name="edit"
      value={`${verb}:${at}`}
      data-verb={verb}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onEdit}
      className={SHAPE}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
  return (
    <span className="flex shrink-0 gap-1">
      {button('up', '↑', `Move ${name} up`, at === 0)}
      {button('down', '↓', `Move ${name} down`, at === of - 1)}
      {removable ? button('remove', '✕', `Remove ${name}`) : null}
    </span>
  )
}

/**
 * What the Enter key presses in a form whose first buttons edit rows: browsers take the first submit button there is.
 * Nobody sees it or comes to it otherwise.
 */
export function EnterKeySubmits({ name, value }: { name: string; value: string }) {
  return (
    <button type="submit" name={name} value={value} tabIndex={-1} aria-hidden="true" className="sr-only">
      Send
    </button>
  )
}
