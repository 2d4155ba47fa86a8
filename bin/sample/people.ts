/** The people of the sample newsroom: a reporter and an editor without names, because they do not exist. */
import type { Actor } from '#domain/person.ts'
import { MACHINE } from '#domain/person.ts'
import type { Desk } from '#storage/desk.server.ts'
import { invitePerson } from '#usecases/people/invite-person.server.ts'
import { join } from '#usecases/people/join.server.ts'

export type SamplePerson = Actor & { id: string; email: string }
export type SamplePeople = { reporter: SamplePerson; editor: SamplePerson }

/** Invites and joins both; the editor is an administrator too, so that the newsroom can be gone on with. */
export async function addSamplePeople(desk: Desk, password: string): Promise<SamplePeople> {
  const editor = await add(desk, MACHINE, 'Editor (sample)', 'editor@sample.invalid', 'admin', password)
  const reporter = await add(
    desk,
    editor,
    'Reporter (sample)',
    'reporter@sample.invalid',
    'reporter',
    password,
  )
  return { reporter, editor }
}

async function add(
  desk: Desk,
  by: Actor,
  name: string,
  email: string,
  role: 'admin' | 'reporter',
  password: string,
): Promise<SamplePerson> {
  const invited = await invitePerson(desk, by, { name, email, role })
  if (!invited.ok) throw new Error(invited.refusal.message)
  const joined = await join(desk, invited.value.token, { name, password })
  if (!joined.ok) throw new Error(joined.refusal.message)
  return { id: joined.value.personId, name, email, role }
}
