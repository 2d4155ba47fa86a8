/** Buttons, and links that look like them. One main action to a form. */
import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'

const LOOKS = {
  primary: 'border-accent bg-accent text-accent-ink hover:brightness-110',
  plain: 'border-edge bg-sheet text-ink hover:bg-shade',
  quiet: 'border-transparent text-accent hover:bg-shade',
  danger: 'border-struck bg-sheet text-struck hover:bg-struck-wash',
} as const
type Look = keyof typeof LOOKS

const SHAPE =
  'inline-flex min-h-9 items-center justify-center gap-2 rounded-md border px-3 py-1 text-sm font-medium no-underline disabled:cursor-not-allowed disabled:opacity-60'

/** A submit button unless `type` says otherwise. */
export function Button({
  look = 'plain',
  className = '',
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type={type} className={`${SHAPE} ${LOOKS[look]} ${className}`} {...rest} />
}

/** A link to another page of ours, drawn as a button. */
export function LinkButton({ look = 'plain', className = '', ...rest }: LinkProps & { look?: Look }) {
  return <Link className={`${SHAPE} ${LOOKS[look]} ${className}`} {...rest} />
}
