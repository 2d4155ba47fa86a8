/** My queue: what waits for the person who is signed in. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#components/button.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { count } from '#components/next-step.ts'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { PassageAlerts } from '#components/passage-alerts.tsx'
import { QueueList } from '#components/queue-list.tsx'
import { Section } from '#components/section.tsx'
import { mayReview } from '#domain/person.ts'
import { requirePerson } from '#http/session.server.ts'
import { listOpenClaimsOf, listSubmitted } from '#storage/claims.server.ts'
import { listAlerts } from '#storage/passage-changes.server.ts'
import { listSentBack } from '#storage/queue.server.ts'

export const meta = () => pageTitle('My queue')

export async function loader(args: LoaderFunctionArgs) {
  const person = await requirePerson(args)
  const { db } = args.context.desk
  const [submitted, sentBack, open, alerts] = await Promise.all([
    mayReview(person) ? listSubmitted(db) : [],
    listSentBack(db, person.id),
    listOpenClaimsOf(db, person.id),
    listAlerts(db, mayReview(person) ? {} : { loggedById: person.id }),
  ])
  const back = new Set(sentBack.map(({ id }) => id))
  return {
    alerts,
    toSettle: submitted.filter(({ loggedById }) => loggedById !== person.id),
    sentBack,
    own: open.filter(({ id }) => !back.has(id)),
  }
}

export default function QueuePage() {
  const { alerts, toSettle, sentBack, own } = useLoaderData<typeof loader>()
  const nothing = alerts.length + toSettle.length + sentBack.length + own.length === 0
  const parts = [
    alerts.length > 0 ? `${count(alerts.length, 'cited passage')} changed` : null,
    toSettle.length > 0 ? `${count(toSettle.length, 'claim')} to settle` : null,
    sentBack.length > 0 ? `${sentBack.length} sent back to you` : null,
    own.length > 0 ? `${own.length} of your own open` : null,
  ].filter(Boolean)
  return (
    <>
      <PageHead title="My queue" state={nothing ? null : <p>{parts.join(', ')}.</p>} />
      {nothing ? (
        <EmptyState
          title="Nothing waits for you."
          action={<LinkButton to={paths.articles}>Go to the articles</LinkButton>}
        >
          Claims you log stay here until they are settled; editors find here what is handed to them.
        </EmptyState>
      ) : null}
      <PassageAlerts alerts={alerts} />
      {toSettle.length > 0 ? (
        <Section title="For you to settle">
          <QueueList claims={toSettle} />
        </Section>
      ) : null}
      {sentBack.length > 0 ? (
        <Section title="Sent back to you">
          <QueueList claims={sentBack} />
        </Section>
      ) : null}
      {own.length > 0 ? (
        <Section title="Your open claims">
          <QueueList claims={own} />
        </Section>
      ) : null}
    </>
  )
}
