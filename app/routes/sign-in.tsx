/** The sign-in page. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { fieldError } from '#components/form-errors.ts'
import { Notice, RefusalNotice } from '#components/notice.tsx'
import { pageTitle } from '#components/page-title.ts'
import { typed } from '#components/typed-values.ts'
import { readForm } from '#http/form.server.ts'
import { localPath } from '#http/local-path.server.ts'
import { respond } from '#http/respond.server.ts'
import { findPerson, openSessionCookie } from '#http/session.server.ts'
import { countSignIn, forgetSignIns } from '#http/sign-in-limit.server.ts'
import { hasPeople } from '#storage/people.server.ts'
import { signIn } from '#usecases/people/sign-in.server.ts'

export const meta = () => pageTitle('Sign in')

export async function loader(args: LoaderFunctionArgs) {
  const to = localPath(new URL(args.request.url).searchParams.get('to'), paths.home)
  if (await findPerson(args)) throw redirect(to)
  return { to, somebodyHasJoined: await hasPeople(args.context.desk.db) }
}

const MAX_BYTES = 20_000

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, MAX_BYTES)
  if (!form.ok) return respond(form.refusal)
  const email = typed(form.value, 'email')
  const values = { email }
  const limited = countSignIn(context, email)
  if (limited) return respond(limited, { values })
  const answer = await signIn(context.desk, {
    email,
    password: typed(form.value, 'password'),
    userAgent: request.headers.get('User-Agent') ?? '',
  })
  if (!answer.ok) return respond(answer.refusal, { values })
  forgetSignIns(context, email)
  return redirect(localPath(typed(form.value, 'to'), paths.home), {
    headers: { 'Set-Cookie': openSessionCookie(context.settings, answer.value) },
  })
}

export default function SignInPage() {
  const { to, somebodyHasJoined } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="mx-auto max-w-sm py-8">
      <p className="mb-8">
        <span className="pencil pencil-unchecked font-serif text-2xl font-semibold hover:bg-transparent">
          Stet
        </span>
      </p>
      <h1 className="mb-4 text-xl font-semibold">Sign in to the desk</h1>
      <div className="grid gap-4">
        {somebodyHasJoined ? null : (
          <Notice tone="info">
            Nobody has joined this desk yet. Open the one-time link that was printed where Stet was started.
          </Notice>
        )}
        <RefusalNotice refusal={refused?.refusal} />
        <Form method="post" className="grid gap-4">
          <input type="hidden" name="to" value={to} />
          <Field
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={typed(refused?.values ?? {}, 'email')}
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={fieldError(refused?.refusal, 'password')}
          />
          <Button look="primary" disabled={busy}>
            {busy ? 'Signing in…' : 'Sign in'}
          </Button>
        </Form>
        {somebodyHasJoined ? (
          <p className="text-sm text-soft">
            No account yet? An administrator of your desk can invite you with a one-time link.
          </p>
        ) : null}
      </div>
    </div>
  )
}
