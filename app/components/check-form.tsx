/** The bench for trying a claim against a text: both fields, side by side where there is room. */
import { useNavigation } from '@remix-run/react'
import { Button } from './button.tsx'
import { TextArea } from './field.tsx'
import { PageForm } from './page-form.tsx'

export function CheckForm({ claim, text }: { claim: string; text: string }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <PageForm name="check" className="grid gap-4">
      <div className="grid gap-4 lg:grid-cols-2">
        <TextArea
          label="The claim"
          name="claim"
          rows={6}
          prose
          required
          defaultValue={claim}
          hint="As it is to be printed. Words in quotation marks are looked for letter by letter."
        />
        <TextArea
          label="The text"
          name="text"
          rows={6}
          prose
          required
          defaultValue={text}
          hint="What the source says, in its own language."
        />
      </div>
      <div>
        <Button look="primary" disabled={busy}>
          {busy ? 'Reading …' : 'Check it'}
        </Button>
      </div>
    </PageForm>
  )
}
