/** Invites a person with a one-time link; also makes the first administrator, and a new link for a forgotten password. */
import { readInput } from '#domain/input.ts'
import { type Actor, mayManagePeople, personInput } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import { sha256 } from '#storage/blobs.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { newToken } from '#storage/people.server.ts'
import { transaction } from '#storage/transaction.server.ts'

const ENDED = 'This person’s access has been ended. Give a role first, then make a new link.'

/** A link works for three days: long enough for a weekend. */
const LINK_MS = 3 * 86_400_000

/**
 * Answers with the token of the link, shown once. Inviting somebody again makes a new link and ends the old one; who has
 * joined already keeps name and role, and sets a new password with it. The ledger says who asked for it.
 */
export async function invitePerson(
  desk: Desk,
  actor: Actor,
  raw: unknown,
): Promise<Answer<{ id: string; token: string }>> {
  const input = readInput(personInput, raw)
  if (!input.ok) return input
  const now = desk.now()
  const token = newToken()
  return transaction(desk, actor, async (tx, record) => {
    const joined = await tx.person.count({ where: { passwordHash: { not: null } } })
    const first = actor.role === 'machine' && joined === 0
    if (!first && !mayManagePeople(actor))
      return refuse('not_allowed', 'Only an administrator can invite people.')
    const known = await tx.person.findUnique({ where: { email: input.value.email } })
    if (known?.deactivatedAt) return refuse('conflict', ENDED, { email: ENDED })
    const person = known?.passwordHash
      ? known
      : known
        ? await tx.person.update({ where: { id: known.id }, data: input.value })
        : await tx.person.create({ data: { ...input.value, createdAt: now } })
    await tx.signInLink.updateMany({ where: { personId: person.id, usedAt: null }, data: { usedAt: now } })
    await tx.signInLink.create({
      data: {
        id: sha256(token),
        personId: person.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LINK_MS),
      },
    })
    record({
      kind: 'person.invited',
      subjectKind: 'person',
      subjectId: person.id,
      payload: { name: person.name, email: person.email, role: person.role, again: known !== null },
    })
    return accept({ id: person.id, token })
  })
}
