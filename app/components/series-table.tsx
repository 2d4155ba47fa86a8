/** A series as a table, oldest first: value, growth since the one before, the claim that states it, what is superseded. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { growthBetween } from '#domain/series.ts'
import { PageForm } from './page-form.tsx'
import { asOfWords, growthWords, valueWords } from './series-words.ts'

/** A point whose figure is there. `text` is the figure as printed. */
export type StatedValue = {
  id: string
  asOf: string
  value: string
  bound: string
  unit: string | null
  text: string
  superseded: boolean
  claim: { id: string; number: number; article: { id: string; headline: string } }
}

/** On a phone each value is a block of its own: four columns are too many for it. */
const CELL = 'block py-0.5 sm:table-cell sm:py-2 sm:pr-4'
const HEAD = 'py-1 pr-4 font-normal'

/** `points` come oldest first. With `mayRemove` every row has a form `remove`. */
export function SeriesTable({ points, mayRemove = false }: { points: StatedValue[]; mayRemove?: boolean }) {
  return (
    <table aria-label="Values of the series" className="block w-full text-left sm:table">
      <thead className="hidden text-sm text-soft sm:table-header-group">
        <tr className="border-b border-edge">
          <th className={HEAD}>As of</th>
          <th className={HEAD}>Value</th>
          <th className={HEAD}>Since the one before</th>
          <th className={HEAD}>Stated in</th>
          {mayRemove ? <td /> : null}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {points.map((point, index) => (
          <Row key={point.id} point={point} before={points[index - 1]} mayRemove={mayRemove} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  point,
  before,
  mayRemove,
}: {
  point: StatedValue
  before: StatedValue | undefined
  mayRemove: boolean
}) {
  const growth = before && growthBetween(before, point)
  return (
    <tr className="block border-b border-rule py-2 align-baseline sm:table-row">
      <td className={`${CELL} text-sm text-soft whitespace-nowrap sm:text-base sm:text-ink`}>
        {asOfWords(point.asOf)}
      </td>
      <td className={CELL}>
        {valueWords(point)}
        {point.superseded ? (
          <span className="block text-sm text-soft">superseded by a newer value</span>
        ) : null}
      </td>
      <td className={before ? CELL : 'hidden sm:table-cell'}>
        {growth ? growthWords(growth) : before ? 'no factor' : '–'}
        {before ? <span className="text-sm text-soft sm:hidden"> since the one before</span> : null}
      </td>
      <td className={`${CELL} text-sm`}>
        <Link className="link" to={paths.claim(point.claim.id)}>
          Claim {point.claim.number}
        </Link>{' '}
        <span className="text-soft">of {point.claim.article.headline}</span>
      </td>
      {mayRemove ? (
        <td className={CELL}>
          <PageForm name="remove">
            <input type="hidden" name="pointId" value={point.id} />
            <button
              type="submit"
              className="link text-sm"
              aria-label={`Take out ${point.text}, ${asOfWords(point.asOf)}`}
            >
              Take out
            </button>
          </PageForm>
        </td>
      ) : null}
    </tr>
  )
}
