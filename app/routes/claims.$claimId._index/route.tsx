/** A claim: its state and next step, what it says, its sources with what the archive shows, leads, caveats, the review. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { CitationList } from '#components/citation-list.tsx'
import { ClaimDecision } from '#components/claim-decision.tsx'
import { ClaimHead } from '#components/claim-head.tsx'
import { claimParts } from '#components/claim-parts.ts'
import { ClaimSays } from '#components/claim-says.tsx'
import { ClaimSearches } from '#components/claim-searches.tsx'
import { History } from '#components/history.tsx'
import { KeepFresh } from '#components/keep-fresh.tsx'
import { OriginSummary } from '#components/origin-summary.tsx'
import { PageParts } from '#components/page-parts.tsx'
import { pageTitle } from '#components/page-title.ts'
import { PassageAlerts } from '#components/passage-alerts.tsx'
import { RequestsToPeople } from '#components/requests-to-people.tsx'
import { isOpen } from '#components/run-rows.ts'
import { Section } from '#components/section.tsx'
import { SeriesPanel } from '#components/series-panel.tsx'
import { proposedCaveat } from '#http/caveat-query.server.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findClaim } from '#storage/claims.server.ts'
import { answerForm } from './actions.server.ts'
import { readAsking } from './asking.server.ts'
import { readResting } from './resting.server.ts'
import { readSearching } from './searching.server.ts'
import { readSituation } from './situation.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Claim ${data.claim.number}: ${data.claim.text.slice(0, 60)}` : 'Claim')

export async function loader(args: LoaderFunctionArgs) {
  const person = await requirePerson(args)
  const { db } = args.context.desk
  const claim = await findClaim(db, args.params.claimId!)
  if (!claim) notFound('This claim does not exist.')
  const resting = await readResting(args.context.desk, claim)
  return {
    claim,
    resting,
    proposed: proposedCaveat(args.request, resting.about),
    searching: await readSearching(db, claim, args.context.settings),
    asking: await readAsking(args.context.desk, claim),
    ...(await readSituation(db, claim, person)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  return answerForm(args.context.desk, person, args.params.claimId!, form.value)
}

export default function ClaimPage() {
  const page = useLoaderData<typeof loader>()
  const { claim } = page
  const refused = useActionData<typeof action>()
  const refusalOf = (...forms: string[]) => (refused && forms.includes(refused.form) ? refused.refusal : null)
  const lang = claim.article.language
  return (
    <>
      <KeepFresh active={page.fetching || page.searching.searches.some(isOpen)} />
      <ClaimHead claim={claim} lang={lang} next={page.next} />
      <PageParts parts={claimParts(page)} />
      <PassageAlerts alerts={page.alerts} />
      <div className="grid gap-x-12 xl:grid-cols-[minmax(0,1fr)_22rem] xl:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <ClaimSays claim={claim} lang={lang} refusal={refusalOf('utterance')} values={refused?.values} />
          <Section id="sources" title="Sources">
            <CitationList claim={claim} lang={lang} runs={page.runs} />
          </Section>
          <OriginSummary claimId={claim.id} {...page.resting.origins} />
          <SeriesPanel claim={claim} series={page.resting.series} />
        </div>
        {/* Beside the evidence on a desk; on a phone right after it, before the long lists. */}
        <div className="min-w-0 xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <ClaimDecision
            {...page}
            refusals={{
              review: refusalOf('review'),
              submit: refusalOf('submit'),
              caveat: refusalOf('caveat', 'withdraw'),
            }}
            values={refused?.values ?? {}}
          />
        </div>
        <div className="min-w-0">
          <ClaimSearches
            leads={page.leads}
            notFound={page.asking.notFound}
            searching={page.searching}
            refusals={{ lead: refusalOf('lead'), search: refusalOf('search', 'endSchedule') }}
            values={refused?.form === 'search' ? refused.values : null}
          />
          <RequestsToPeople asks={page.asking.asks} refused={refused} />
        </div>
      </div>
      <History entries={page.history} />
    </>
  )
}
