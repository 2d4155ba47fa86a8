/** What a claim's support rests on, counted by origins and never by outlets. */
import { count } from './next-step.ts'

export function OriginsLine({
  origins,
}: {
  origins: { reports: number; origins: number; unsettled: number }
}) {
  if (origins.reports === 0) return null
  const unsettled =
    origins.unsettled > 0 ? `; of ${count(origins.unsettled, 'report')} the origin is not recorded` : ''
  return (
    <p className="text-sm text-soft">
      {count(origins.reports, 'report')} in support, {count(origins.origins, 'independent origin')}
      {unsettled}.
    </p>
  )
}
