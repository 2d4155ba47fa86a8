/** The people of the desk: an administrator invites them and changes their roles. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { InviteForm, InviteLink } from '#components/invite.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { PeopleList } from '#components/people-list.tsx'
import { Section } from '#components/section.tsx'
import { typed } from '#components/typed-values.ts'
import { mayManagePeople } from '#domain/person.ts'
import { readForm } from '#http/form.server.ts'
import { publicOrigin } from '#http/public-origin.server.ts'
import { notAllowed, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listPeople } from '#storage/people.server.ts'
import { changeRole } from '#usecases/people/change-role.server.ts'
import { invitePerson } from '#usecases/people/invite-person.server.ts'

export const meta = () => pageTitle('People')

export async function loader(args: LoaderFunctionArgs) {
  const person = await requirePerson(args)
  if (!mayManagePeople(person)) notAllowed('Only an administrator sees who works at this desk.')
  const people = await listPeople(args.context.desk.db)
  return {
    people: people.map(({ passwordHash, ...known }) => ({ ...known, joined: passwordHash !== null })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const { desk } = args.context
  const values = form.value
  if (values.form === 'role') {
    const answer = await changeRole(desk, person, typed(values, 'personId'), values)
    return answer.ok ? redirect(paths.people) : respond(answer.refusal, { form: 'role', values })
  }
  const answer = await invitePerson(desk, person, values)
  if (!answer.ok) return respond(answer.refusal, { form: 'invite', values })
  // Shown in this answer only: the link is a key, and the database keeps nothing but its digest.
  const link = publicOrigin(args.request, args.context.settings) + paths.welcome(answer.value.token)
  return { link, name: typed(values, 'name') }
}

export default function PeoplePage() {
  const { people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'refusal' in answer ? answer : null
  const invited = answer && 'link' in answer ? answer : null
  return (
    <>
      <PageHead title="People" />
      <Section title="Invite somebody">
        {invited ? <InviteLink link={invited.link} name={invited.name} /> : null}
        <InviteForm
          key={invited?.link}
          refusal={refused?.form === 'invite' ? refused.refusal : null}
          values={refused?.form === 'invite' ? refused.values : {}}
        />
      </Section>
      <Section title="At this desk">
        <PeopleList people={people} refusal={refused?.form === 'role' ? refused.refusal : null} />
      </Section>
    </>
  )
}
