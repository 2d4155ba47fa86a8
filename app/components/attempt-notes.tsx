/** What people added to an attempt, and the form to add more. The record itself is never edited. */
import { Button } from './button.tsx'
import { TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { PageForm } from './page-form.tsx'
import { Time } from './time.tsx'
import { type Typed, typed } from './typed-values.ts'

export type ShownNote = { id: string; text: string; byName: string; createdAt: Date }

/** `refused` is a form of the page as it came back; this one is told by its attempt. */
export function AttemptNotes({
  attemptId,
  notes,
  refused,
}: {
  attemptId: string
  notes: ShownNote[]
  refused: { form: string; values: Typed; refusal: RefusedForm } | undefined
}) {
  const mine = refused?.form === 'note' && refused.values.attemptId === attemptId ? refused : null
  return (
    <div className="mt-2 grid max-w-prose gap-2">
      {notes.length > 0 ? (
        <ul className="grid gap-2">
          {notes.map((note) => (
            <li key={note.id} className="border-l-2 border-accent pl-3">
              <p className="text-sm text-soft">
                Note by {note.byName}, <Time at={note.createdAt} />
              </p>
              <p className="font-serif whitespace-pre-wrap">{note.text}</p>
            </li>
          ))}
        </ul>
      ) : null}
      <details open={mine !== null}>
        <summary className="text-sm text-accent">Add a note</summary>
        <PageForm name="note" className="mt-2 grid gap-2">
          <input type="hidden" name="attemptId" value={attemptId} />
          <TextArea
            label="Note"
            name="text"
            required
            rows={2}
            defaultValue={typed(mine?.values ?? {}, 'text')}
            error={fieldError(mine?.refusal, 'text')}
            hint="Printed with your name in the box on method. It cannot be changed afterwards."
          />
          <div>
            <Button>Add it</Button>
          </div>
        </PageForm>
      </details>
    </div>
  )
}
