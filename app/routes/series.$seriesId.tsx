/** One figure over time: the picture, the table that is its truth, and what is superseded. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#components/empty-state.tsx'
import { History } from '#components/history.tsx'
import { Notice, RefusalNotice } from '#components/notice.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Section } from '#components/section.tsx'
import { SeriesChart } from '#components/series-chart.tsx'
import { shownPoints } from '#components/series-points.ts'
import { SeriesTable } from '#components/series-table.tsx'
import { asOfWords, growthWords, valueWords } from '#components/series-words.ts'
import { typed } from '#components/typed-values.ts'
import { clashesAmong, growthBetween } from '#domain/series.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { findSeries } from '#storage/series.server.ts'
import { removePoint } from '#usecases/series/remove-point.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.label ?? 'Series')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const series = await findSeries(db, args.params.seriesId!)
  if (!series) notFound('There is no such series.')
  return {
    label: series.label,
    points: shownPoints(series.points),
    gone: series.points.filter(({ figure }) => figure === null).length,
    history: await listHistory(db, [{ kind: 'series', ids: [series.id] }]),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const answer = await removePoint(args.context.desk, person, typed(form.value, 'pointId'))
  return answer.ok ? redirect(paths.series(args.params.seriesId!)) : respond(answer.refusal)
}

export default function SeriesPage() {
  const { label, points, gone, history } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const [first, newest] = [points[0], points.at(-1)]
  const whole = first && newest && points.length > 2 ? growthBetween(first, newest) : null
  return (
    <>
      <PageHead
        kicker="Series"
        title={label}
        state={
          newest ? (
            <p>
              Newest: {valueWords(newest)} as of {asOfWords(newest.asOf)}
              {whole ? `, ${growthWords(whole)} since ${asOfWords(first!.asOf)}` : ''}.
            </p>
          ) : null
        }
      />
      <RefusalNotice refusal={refused?.refusal} />
      {clashesAmong(points).map((clash) => (
        <div key={clash[0]?.asOf} className="mb-4">
          <Notice tone="warning">
            Different values for {asOfWords(clash[0]?.asOf ?? '')}: {clash.map(({ text }) => text).join(', ')}
            . One is wrong, or they do not measure the same.
          </Notice>
        </div>
      ))}
      {points.length === 0 ? (
        <EmptyState title="No figure stands in this series.">Add one from the page of a claim.</EmptyState>
      ) : (
        <>
          {points.length > 1 ? (
            <Section title="Over time, on a logarithmic scale">
              <SeriesChart label={label} points={points} />
            </Section>
          ) : null}
          <Section title="Values">
            <SeriesTable points={points} mayRemove />
          </Section>
        </>
      )}
      {gone > 0 ? (
        <p className="text-sm text-soft">
          {gone} more: the claims were changed and no longer have these figures.
        </p>
      ) : null}
      <History entries={history} />
    </>
  )
}
