/** Steps through a long list, newest first. */
import { LinkButton } from './button.tsx'

/** `newer` and `older` are addresses, or null at the ends; with neither, nothing is drawn. */
export function Pager({ newer, older }: { newer: string | null; older: string | null }) {
  if (!newer && !older) return null
  return (
    <nav aria-label="Pages" className="mt-6 flex justify-between gap-4">
      <span>{newer ? <LinkButton to={newer}>← Newer</LinkButton> : null}</span>
      <span>{older ? <LinkButton to={older}>Older →</LinkButton> : null}</span>
    </nav>
  )
}
