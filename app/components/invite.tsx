/** Invites a person, and shows the one-time link that has to be handed on. */
import { ROLES } from '#domain/person.ts'
import { Button } from './button.tsx'
import { Field, Select } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { Notice, RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { ROLE_WORDS } from './role-words.ts'
import { type Typed, typed } from './typed-values.ts'

export function InviteForm({ refusal, values }: { refusal: RefusedForm; values: Typed }) {
  return (
    <PageForm name="invite" className="grid max-w-3xl gap-4 sm:grid-cols-3">
      <div className="sm:col-span-3">
        <RefusalNotice refusal={refusal} />
      </div>
      <Field
        label="Name"
        name="name"
        required
        defaultValue={typed(values, 'name')}
        error={fieldError(refusal, 'name')}
      />
      <Field
        label="E-mail address"
        name="email"
        type="email"
        required
        defaultValue={typed(values, 'email')}
        error={fieldError(refusal, 'email')}
      />
      <Select
        label="Role"
        name="role"
        options={ROLES.map((role) => ({
          value: role,
          label: `${ROLE_WORDS[role].word} – ${ROLE_WORDS[role].may}`,
        }))}
        defaultValue={typed(values, 'role') || 'reporter'}
        error={fieldError(refusal, 'role')}
      />
      <div className="sm:col-span-3">
        <Button look="primary">Make a one-time link</Button>
        <p className="mt-2 text-sm text-soft">
          Somebody who has forgotten the password gets a new link the same way, with the same address.
        </p>
      </div>
    </PageForm>
  )
}

export function InviteLink({ link, name }: { link: string; name: string }) {
  return (
    <div className="mb-6">
      <Notice tone="info">
        <p>
          Send this link to {name}. It works once, for three days, and is shown only now. Whoever has it can
          join.
        </p>
        <p className="mt-2 rounded-sm bg-sheet p-2 font-mono text-sm break-all select-all">{link}</p>
      </Notice>
    </div>
  )
}
