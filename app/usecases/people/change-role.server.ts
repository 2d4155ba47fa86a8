/** An administrator changes a person's role, or ends their access. */
import { z } from 'zod'
import { readInput } from '#domain/input.ts'
import { type Actor, mayManagePeople, ROLES } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'

const roleInput = z.object({ role: z.enum([...ROLES, 'none'], 'Choose a role.') })

/** `role` "none" ends access and every session. Nobody can take the last administrator away, themselves included. */
export async function changeRole(
  desk: Desk,
  actor: Actor,
  personId: string,
  raw: unknown,
): Promise<Answer<{ id: string }>> {
  const input = readInput(roleInput, raw)
  if (!input.ok) return input
  if (!mayManagePeople(actor)) return refuse('not_allowed', 'Only an administrator can change roles.')
  const { role } = input.value
  return transaction(desk, actor, async (tx, record) => {
    const person = await tx.person.findUnique({ where: { id: personId } })
    if (!person) return refuse('not_found', 'This person does not exist.')
    const otherAdmins = await tx.person.count({
      where: { role: 'admin', deactivatedAt: null, passwordHash: { not: null }, id: { not: personId } },
    })
    if (person.role === 'admin' && role !== 'admin' && otherAdmins === 0)
      return refuse('conflict', 'This is the last administrator. Make somebody else one first.')
    if (role === 'none') {
      await tx.person.update({ where: { id: personId }, data: { deactivatedAt: desk.now() } })
      await tx.session.deleteMany({ where: { personId } })
      record({
        kind: 'person.deactivated',
        subjectKind: 'person',
        subjectId: personId,
        payload: { name: person.name },
      })
    } else {
      await tx.person.update({ where: { id: personId }, data: { role, deactivatedAt: null } })
      record({
        kind: 'person.role_changed',
        subjectKind: 'person',
        subjectId: personId,
        payload: { from: person.role, to: role },
      })
    }
    return accept({ id: personId })
  })
}
