/** Where a one-time link leads: a person gives a name and a password, and has joined. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { fieldError } from '#components/form-errors.ts'
import { RefusalNotice } from '#components/notice.tsx'
import { pageTitle } from '#components/page-title.ts'
import { ROLE_WORDS } from '#components/role-words.ts'
import { typed } from '#components/typed-values.ts'
import { readForm } from '#http/form.server.ts'
import { respond } from '#http/respond.server.ts'
import { startSession } from '#http/session.server.ts'
import { findLink } from '#storage/people.server.ts'
import { join } from '#usecases/people/join.server.ts'

export const meta = () => pageTitle('Join the desk')

const MAX_BYTES = 20_000

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findLink(context.desk, params.token!)
  return data({ link }, { status: link ? 200 : 404 })
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, MAX_BYTES)
  if (!form.ok) return respond(form.refusal)
  const { password: _password, ...values } = form.value
  const answer = await join(args.context.desk, args.params.token!, form.value)
  if (!answer.ok) return respond(answer.refusal, { values })
  return redirect(paths.home, { headers: { 'Set-Cookie': await startSession(args, answer.value.personId) } })
}

export default function WelcomePage() {
  const { link } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  if (!link) return <SpentLink />
  const values = { ...link, ...refused?.values }
  return (
    <div className="mx-auto max-w-md py-8">
      <p className="mb-8">
        <span className="pencil pencil-unchecked font-serif text-2xl font-semibold hover:bg-transparent">
          Stet
        </span>
      </p>
      <h1 className="text-xl font-semibold">Join the desk</h1>
      <p className="mt-1 mb-6 text-soft">
        You join as {ROLE_WORDS[link.role].word.toLowerCase()}. Say what you are called and choose a password.
      </p>
      <Form method="post" className="grid gap-4">
        <RefusalNotice refusal={refused?.refusal} />
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          required
          defaultValue={typed(values, 'name')}
          error={fieldError(refused?.refusal, 'name')}
          hint="As it should stand under what you do."
        />
        <Field
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={typed(values, 'email')}
          error={fieldError(refused?.refusal, 'email')}
        />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          error={fieldError(refused?.refusal, 'password')}
          hint="At least 12 characters. A short sentence is a good one."
        />
        <Button look="primary" disabled={busy}>
          {busy ? 'Joining…' : 'Join'}
        </Button>
      </Form>
    </div>
  )
}

function SpentLink() {
  return (
    <div className="mx-auto max-w-md py-8">
      <h1 className="text-xl font-semibold">This link no longer works</h1>
      <p className="mt-2">
        It has been used or has expired. If you have joined already,{' '}
        <Link className="link" to={paths.signIn}>
          sign in
        </Link>
        ; otherwise ask an administrator for a new one.
      </p>
    </div>
  )
}
