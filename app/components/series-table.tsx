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

/** `points` come oldest first. With `mayRemove` every row has a form `remove`. */
export function SeriesTable({ points, mayRemove = false }: { points: StatedValue[]; mayRemove?: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label="Values of the series">
      <table className="w-full min-w-[34rem] text-left">
        <thead className="text-sm text-soft">
          <tr className="border-b border-edge">
            <th className="py-1 pr-4 font-normal">As of</th>
            <th className="py-1 pr-4 font-normal">Value</th>
            <th className="py-1 pr-4 font-normal">Since the one before</th>
            <th className="py-1 pr-4 font-normal">Stated in</th>
            {mayRemove ? (
              <th className="py-1 font-normal">
                <span className="sr-only">Take it out</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => (
            <Row key={point.id} point={point} before={points[index - 1]} mayRemove={mayRemove} />
          ))}
        </tbody>
      </table>
    </section>
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
    <tr className="border-b border-rule align-baseline">
      <td className="py-2 pr-4 whitespace-nowrap">{asOfWords(point.asOf)}</td>
      <td className="py-2 pr-4">
        {valueWords(point)}
        {point.superseded ? (
          <span className="block text-sm text-soft">superseded by a newer value</span>
        ) : null}
      </td>
      <td className="py-2 pr-4">{growth ? growthWords(growth) : before ? 'no factor' : '–'}</td>
      <td className="py-2 pr-4 text-sm">
        <Link className="link" to={paths.claim(point.claim.id)}>
          Claim {point.claim.number}
        </Link>{' '}
        <span className="text-soft">of {point.claim.article.headline}</span>
      </td>
      {mayRemove ? (
        <td className="py-2">
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
