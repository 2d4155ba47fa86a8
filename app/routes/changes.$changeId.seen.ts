/** Takes note of a change in a cited passage and goes back to where it was seen. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { typed } from '#components/typed-values.ts'
import { readForm } from '#http/form.server.ts'
import { localPath } from '#http/local-path.server.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { seeChange } from '#usecases/watches/see-change.server.ts'

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  const answer = await seeChange(args.context.desk, person, args.params.changeId!)
  // Seen by somebody else in the same moment is seen.
  if (!answer.ok && answer.refusal.code !== 'already_done') notFound(answer.refusal.message)
  return redirect(localPath(form.ok ? typed(form.value, 'to') : null, paths.queue))
}
