/** Says that there is nothing yet, and invites the next step. */
import type { ReactNode } from 'react'

export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="rounded-md border border-dashed border-edge px-4 py-6">
      <p className="font-medium">{title}</p>
      {children ? <div className="mt-1 max-w-prose text-soft">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}
