/** The head of every page: where it belongs, its name, its state, and what can be done. */
import type { ReactNode } from 'react'

/** `kicker` stands above the title (a link back, a number); `state` below it; `actions` beside it. */
export function PageHead({
  title,
  kicker,
  state,
  actions,
}: {
  title: ReactNode
  kicker?: ReactNode
  state?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-rule pb-4">
      <div className="min-w-0 flex-1 basis-80">
        {kicker ? <p className="mb-1 text-sm text-soft">{kicker}</p> : null}
        <h1 className="max-w-3xl text-2xl font-semibold">{title}</h1>
        {state ? <div className="mt-2">{state}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  )
}
