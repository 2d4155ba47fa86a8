/** The series in which a claim's figures stand: the newest value, growth, and whether this claim's own is superseded. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'
import { SeriesChart } from './series-chart.tsx'
import { SeriesTable, type StatedValue } from './series-table.tsx'
import { asOfWords, valueWords } from './series-words.ts'

/** `points` come oldest first. */
export type ShownSeries = { id: string; label: string; points: StatedValue[] }

/** Draws nothing for a claim without figures, and one line where they stand in no series. */
export function SeriesPanel({
  claim,
  series,
}: {
  claim: { id: string; article: { id: string }; figures: unknown[] }
  series: ShownSeries[]
}) {
  if (claim.figures.length === 0) return null
  if (series.length === 0)
    return (
      <p className="-mt-4 mb-10 max-w-prose text-sm text-soft">
        Its figures stand in no series.{' '}
        <Link className="link" to={paths.newSeries(claim.id)}>
          Add them to one
        </Link>{' '}
        to see when a newer value comes out.
      </p>
    )
  return (
    <Section
      id="series"
      title="Over time"
      aside={
        <Link className="link text-sm" to={paths.newSeries(claim.id)}>
          Add to a series
        </Link>
      }
    >
      <div className="grid gap-6">
        {series.map((one) => (
          <OneSeries key={one.id} claim={claim} series={one} />
        ))}
      </div>
    </Section>
  )
}

function OneSeries({
  claim,
  series: { id, label, points },
}: {
  claim: { id: string; article: { id: string } }
  series: ShownSeries
}) {
  const newest = points.at(-1)
  const own = points.filter((point) => point.claim.id === claim.id)
  const isOvertaken = own.length > 0 && own.every(({ superseded }) => superseded)
  const isElsewhere = newest !== undefined && newest.claim.article.id !== claim.article.id
  return (
    <div className="grid gap-3">
      <h3 className="font-medium">
        <Link className="link" to={paths.series(id)}>
          {label}
        </Link>
      </h3>
      {isOvertaken && newest ? (
        <Notice tone={isElsewhere ? 'warning' : 'info'}>
          {isElsewhere ? 'Superseded' : 'An earlier value'}: the series has {valueWords(newest)} as of{' '}
          {asOfWords(newest.asOf)}.{' '}
          <Link className="link" to={paths.claimCaveat(claim.id, 'as_of')} preventScrollReset>
            Add the caveat “as of a date”
          </Link>
        </Notice>
      ) : null}
      <SeriesChart label={label} points={points} />
      <SeriesTable points={points} />
    </div>
  )
}
