/** Signs a person in with e-mail and password and opens a session. */
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { checkPassword } from '#storage/password-hash.server.ts'
import { openSession } from '#storage/people.server.ts'

/** One sentence for every failure, so that nobody learns who works here. Answers with the cookie's token. */
export async function signIn(
  desk: Desk,
  input: { email: string; password: string; userAgent: string },
): Promise<Answer<{ token: string; expiresAt: Date }>> {
  const person = await desk.db.person.findUnique({ where: { email: input.email.trim().toLowerCase() } })
  const right = await checkPassword(input.password, person?.passwordHash ?? null)
  if (!right || !person || person.deactivatedAt)
    return refuse('not_allowed', 'E-mail address and password do not match.', {
      password: 'E-mail address and password do not match.',
    })
  return accept(await openSession(desk, person.id, input.userAgent))
}
