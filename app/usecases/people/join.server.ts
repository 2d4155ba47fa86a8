/** A person uses a one-time link: gives a name and a password, and has joined. */
import { z } from 'zod'
import { readInput } from '#domain/input.ts'
import { passwordInput, personInput } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { sha256 } from '#storage/blobs.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { hashPassword } from '#storage/password-hash.server.ts'
import { transaction } from '#storage/transaction.server.ts'

const joinInput = z.object({
  name: personInput.shape.name,
  email: personInput.shape.email.optional(),
  password: passwordInput,
})

/** Refuses a link that is unknown, used or expired. The e-mail address may be corrected while joining. */
export async function join(desk: Desk, token: string, raw: unknown): Promise<Answer<{ personId: string }>> {
  const input = readInput(joinInput, raw)
  if (!input.ok) return input
  const link = await desk.db.signInLink.findUnique({
    where: { id: sha256(token) },
    include: { person: true },
  })
  const now = desk.now()
  if (!link || link.usedAt || link.expiresAt <= now)
    return refuse('not_found', 'This link has been used or has expired. Ask an administrator for a new one.')
  const passwordHash = await hashPassword(input.value.password)
  const { name, email = link.person.email } = input.value
  const actor = { id: link.personId, name, role: link.person.role }
  return transaction(desk, actor, async (tx, record) => {
    const used = await tx.signInLink.updateMany({
      where: { id: link.id, usedAt: null },
      data: { usedAt: now },
    })
    if (used.count === 0) return refuse('not_found', 'This link has been used.')
    const taken = await tx.person.findUnique({ where: { email } })
    if (taken && taken.id !== link.personId)
      return refuse('conflict', 'Somebody else has this e-mail address.', {
        email: 'Somebody else has this e-mail address.',
      })
    await tx.person.update({ where: { id: link.personId }, data: { name, email, passwordHash } })
    // Whoever was signed in with the old password is not any more.
    await tx.session.deleteMany({ where: { personId: link.personId } })
    record({
      kind: 'person.joined',
      subjectKind: 'person',
      subjectId: link.personId,
      payload: { name, email },
    })
    return accept({ personId: link.personId })
  })
}
