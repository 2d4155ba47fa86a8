/** Where a claim's reports have it from: the graph, the same as a list, proposals to decide on, and contradictions. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { OriginConflicts } from '#components/origin-conflicts.tsx'
import { OriginGraph } from '#components/origin-graph.tsx'
import { OriginProposals } from '#components/origin-proposals.tsx'
import { OriginCount } from '#components/origin-summary.tsx'
import { OriginTree } from '#components/origin-tree.tsx'
import { PageForm } from '#components/page-form.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Section } from '#components/section.tsx'
import { typed } from '#components/typed-values.ts'
import { calledName } from '#domain/relay.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findClaim } from '#storage/claims.server.ts'
import { readClaimOrigins } from '#storage/origins.server.ts'
import { proposeClaimRelays } from '#usecases/origins/propose-claim-relays.server.ts'
import { settleRelay } from '#usecases/origins/settle-relay.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Origins of claim ${data.claim.number}` : 'Origins')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { desk } = args.context
  const claim = await findClaim(desk.db, args.params.claimId!)
  if (!claim) notFound('This claim does not exist.')
  const { id, number, text, article, citations } = claim
  return {
    claim: { id, number, text, article },
    looked: new URL(args.request.url).searchParams.has('looked'),
    sources: Object.fromEntries(
      citations.map(({ source }) => [source.id, { name: calledName(source), language: source.language }]),
    ),
    ...(await readClaimOrigins(desk, claim)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const { desk } = args.context
  const claimId = args.params.claimId!
  const read = await readForm(args.request)
  if (!read.ok) return respond(read.refusal)
  if (typed(read.value, 'form') === 'settle') {
    const answer = await settleRelay(desk, person, typed(read.value, 'relayId'), read.value)
    return answer.ok ? redirect(paths.claimOrigins(claimId)) : respond(answer.refusal, { form: 'settle' })
  }
  const answer = await proposeClaimRelays(desk, person, claimId)
  return answer.ok
    ? redirect(`${paths.claimOrigins(claimId)}?looked`)
    : respond(answer.refusal, { form: 'look' })
}

export default function ClaimOriginsPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { claim, graph, proposals, conflicts, sources } = page
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.claim(claim.id)}>
            Claim {claim.number}: <span lang={claim.article.language}>{claim.text}</span>
          </Link>
        }
        title="Where the reports have it from"
        state={<OriginCount independence={page.independence} fragility={page.fragility} />}
        actions={
          <PageForm name="look">
            <Button>Look for shared origins</Button>
          </PageForm>
        }
      />
      {graph.nodes.length === 0 ? (
        <EmptyState
          title="No source is linked yet."
          action={<LinkButton to={paths.newCitation(claim.id)}>Link a source</LinkButton>}
        />
      ) : (
        <>
          <Section title="Who has it from whom">
            <OriginGraph graph={graph} />
            <details className="mt-4 max-md:hidden">
              <summary className="link text-sm">The same as a list</summary>
              <div className="mt-3">
                <OriginTree graph={graph} />
              </div>
            </details>
            <div className="md:hidden">
              <OriginTree graph={graph} />
            </div>
          </Section>
          <OriginProposals proposals={proposals} looked={page.looked} refusal={refused?.refusal} />
          {conflicts.length > 0 ? (
            <div id="conflicts">
              <Section title="Where they contradict each other">
                <OriginConflicts conflicts={conflicts} sources={sources} />
              </Section>
            </div>
          ) : null}
        </>
      )}
    </>
  )
}
