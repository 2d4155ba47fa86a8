/** Adds a claim's figures to a series: the dates are read from the figures' own words, a person checks them. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { SeriesForm } from '#components/series-form.tsx'
import { typed } from '#components/typed-values.ts'
import { readAsOf } from '#domain/series.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { pointsFromForm, rowComplaints } from '#http/series-form.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findClaim } from '#storage/claims.server.ts'
import { listSeries } from '#storage/series.server.ts'
import { addToSeries } from '#usecases/series/add-to-series.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Series for claim ${data.claim.number}` : 'Series')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const claim = await findClaim(db, args.params.claimId!)
  if (!claim) notFound('This claim does not exist.')
  const { id, number, text, article, figures, createdAt } = claim
  const writtenOn = createdAt.toISOString().slice(0, 10)
  const units = figures.map(({ unit }) => unit)
  return {
    claim: { id, number, text, language: article.language },
    figures: figures.map((figure) => ({ ...figure, proposedAsOf: readAsOf(figure.asOf, writtenOn) })),
    series: (await listSeries(db))
      .filter(({ unit }) => units.includes(unit))
      .map((one) => ({ id: one.id, label: one.label })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const { seriesId, label } = form.value
  const { points, rows } = pointsFromForm(form.value)
  const raw = { seriesId: typed({ seriesId }, 'seriesId'), label: typed({ label }, 'label'), points }
  const answer = await addToSeries(args.context.desk, person, args.params.claimId!, raw)
  return answer.ok
    ? redirect(paths.series(answer.value.seriesId))
    : respond(rowComplaints(answer.refusal, rows), { values: form.value })
}

export default function ClaimSeriesPage() {
  const { claim, figures, series } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const back = paths.claim(claim.id)
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={back}>
            Claim {claim.number}: <span lang={claim.language}>{claim.text}</span>
          </Link>
        }
        title="Add to a series"
        state={
          <p className="max-w-prose text-soft">
            One figure over time, as several claims state it. A newer value marks the earlier ones superseded.
          </p>
        }
      />
      {figures.length === 0 ? (
        <EmptyState
          title="This claim has no figure."
          action={<LinkButton to={paths.claimEdit(claim.id)}>Change the claim</LinkButton>}
        />
      ) : (
        <SeriesForm
          figures={figures}
          series={series}
          refusal={refused?.refusal}
          values={refused?.values ?? {}}
          back={back}
        />
      )}
    </>
  )
}
