/** Labelled facts, one under the other; facts that are not known are left out. */
import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** Facts whose value is null, undefined or empty are not drawn. */
export function FactList({ facts }: { facts: Fact[] }) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(8rem,max-content)_1fr]">
      {known.map(({ label, value }) => (
        <div key={label} className="sm:contents">
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
