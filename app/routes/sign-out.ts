/** Signs out. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { endSession } from '#http/session.server.ts'

export const loader = () => redirect(paths.home)

export async function action(args: ActionFunctionArgs) {
  return redirect(paths.signIn, { headers: { 'Set-Cookie': await endSession(args) } })
}
