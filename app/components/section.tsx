/** A part of a page with its heading; with an `id` it can be linked to. */
import { type ReactNode, useId } from 'react'

export function Section({
  id,
  title,
  aside,
  children,
}: {
  id?: string
  title: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  const headingId = useId()
  return (
    <section id={id} aria-labelledby={headingId} className="mb-10 scroll-mt-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={headingId} className="text-lg font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
