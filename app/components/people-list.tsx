/** Everybody at the desk, with a form to change each one's role or end their access. */
import { ROLES, type Role } from '#domain/person.ts'
import { Button } from './button.tsx'
import { Select } from './field.tsx'
import type { RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { ROLE_WORDS } from './role-words.ts'
import { Time } from './time.tsx'

export type ListedPerson = {
  id: string
  name: string
  email: string
  role: Role
  createdAt: Date | string
  deactivatedAt: Date | string | null
  joined: boolean
}

export function PeopleList({ people, refusal }: { people: ListedPerson[]; refusal: RefusedForm }) {
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <ul className="divide-y divide-rule border-y border-rule">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 py-3">
            <div className="min-w-0">
              <p className="font-medium">{person.name}</p>
              <p className="text-sm text-soft">{person.email}</p>
              <p className="text-sm text-soft">
                <Standing person={person} />
              </p>
            </div>
            <PageForm name="role" className="flex flex-wrap items-end gap-2">
              <input type="hidden" name="personId" value={person.id} />
              <Select
                key={person.deactivatedAt ? 'none' : person.role}
                label="Role"
                aria-label={`Role of ${person.name}`}
                name="role"
                className="w-44"
                options={[
                  ...ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].word })),
                  { value: 'none', label: 'No access' },
                ]}
                defaultValue={person.deactivatedAt ? 'none' : person.role}
              />
              <Button>Change</Button>
            </PageForm>
          </li>
        ))}
      </ul>
    </>
  )
}

function Standing({ person }: { person: ListedPerson }) {
  if (person.deactivatedAt)
    return (
      <>
        access ended <Time at={person.deactivatedAt} />
      </>
    )
  if (!person.joined)
    return (
      <>
        invited <Time at={person.createdAt} />, has not joined yet
      </>
    )
  return <>{ROLE_WORDS[person.role].word.toLowerCase()}</>
}
