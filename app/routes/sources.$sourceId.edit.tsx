/** Changes what is known about a source. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#components/button.tsx'
import { RefusalNotice } from '#components/notice.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { SourceFields } from '#components/source-fields.tsx'
import { sourceName } from '#components/source-words.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findSource } from '#storage/sources.server.ts'
import { editSource } from '#usecases/sources/edit-source.server.ts'

export const meta = () => pageTitle('Change a source')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const source = await findSource(args.context.desk.db, args.params.sourceId!)
  if (!source) notFound('There is no such source.')
  const { id, address, publisher, title, author, language, kind, published } = source
  return { source: { id, address, publisher, title, author, language, kind, published } }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const answer = await editSource(args.context.desk, person, args.params.sourceId!, form.value)
  if (!answer.ok) return respond(answer.refusal, { values: form.value })
  return redirect(paths.source(answer.value.id))
}

export default function EditSourcePage() {
  const { source } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.source(source.id)}>
            {sourceName(source)}
          </Link>
        }
        title="What is known about this source"
        state={<p className="text-soft">{source.address}</p>}
      />
      <RefusalNotice refusal={refused?.refusal} />
      <Form method="post" className="mt-4 max-w-2xl space-y-4">
        <SourceFields values={{ ...source, ...refused?.values }} errors={refused?.refusal.fields ?? {}} />
        <div className="flex gap-2">
          <Button look="primary">Save</Button>
          <LinkButton look="quiet" to={paths.source(source.id)}>
            Leave it as it was
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
