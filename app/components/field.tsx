/** Form fields: label, control, hint and complaint, tied together for eyes and for screen readers. */
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'

type Around = { label: string; name: string; hint?: ReactNode; error?: string | null; optional?: boolean }

const BOX =
  'w-full min-h-9 rounded-md border border-edge bg-sheet px-2 py-1 text-ink placeholder:text-soft aria-invalid:border-struck aria-invalid:border-2'

/** A one-line field. Every attribute of an input may be given. */
export function Field({
  label,
  hint,
  error,
  optional,
  className = '',
  ...rest
}: Around & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  return (
    <Frame id={id} around={{ label, name: rest.name, hint, error, optional }} className={className}>
      <input id={id} className={BOX} {...described(id, hint, error)} {...rest} />
    </Frame>
  )
}

/** A field for longer text. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  className = '',
  prose = false,
  ...rest
}: Around & TextareaHTMLAttributes<HTMLTextAreaElement> & { prose?: boolean }) {
  const id = useId()
  const look = prose ? `${BOX} font-serif text-lg` : BOX
  return (
    <Frame id={id} around={{ label, name: rest.name, hint, error, optional }} className={className}>
      <textarea id={id} rows={4} className={look} {...described(id, hint, error)} {...rest} />
    </Frame>
  )
}

/** A choice of one. */
export function Select({
  label,
  hint,
  error,
  optional,
  className = '',
  options,
  ...rest
}: Around &
  SelectHTMLAttributes<HTMLSelectElement> & { options: readonly { value: string; label: string }[] }) {
  const id = useId()
  return (
    <Frame id={id} around={{ label, name: rest.name, hint, error, optional }} className={className}>
      <select id={id} className={BOX} {...described(id, hint, error)} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

function described(id: string, hint: ReactNode, error?: string | null) {
  const by = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ')
  return { 'aria-describedby': by || undefined, 'aria-invalid': error ? true : undefined }
}

function Frame({
  id,
  around,
  className,
  children,
}: {
  id: string
  around: Around
  className: string
  children: ReactNode
}) {
  const { label, hint, error, optional } = around
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
        {optional ? <span className="font-normal text-soft"> (optional)</span> : null}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-sm text-struck">
          <span aria-hidden="true">✕ </span>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-sm text-soft">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
