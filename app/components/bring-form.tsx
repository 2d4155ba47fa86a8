/** The form with which a person brings a document that Stet could not fetch. */
import { Form } from '@remix-run/react'
import type { Refusal } from '#domain/refusal.ts'
import { Button } from './button.tsx'
import { Field, TextArea } from './field.tsx'
import { RefusalNotice } from './notice.tsx'
import { Section } from './section.tsx'

/** Open at once when the last try was refused, so that the reason is seen where the file is chosen. */
export function BringForm({ refusal }: { refusal: Refusal | null }) {
  return (
    <Section title="Bring the document">
      <details open={refusal !== null}>
        <summary className="max-w-prose text-accent">
          The page is blocked, behind a paywall, or on paper?
        </summary>
        <Form method="post" encType="multipart/form-data" className="mt-3 space-y-3">
          <p className="max-w-prose text-sm">
            Open it yourself and bring what you see: the page saved as one file (with SingleFile, or as
            MHTML), a PDF, a picture of the screen, plain text, or a WACZ. It is archived as it is, under your
            name, and marked as brought by a person. A page saved with SingleFile or as WACZ keeps most; the
            words of a picture cannot be read, so quotes cannot be found in it.
          </p>
          <RefusalNotice refusal={refusal} />
          <Field
            label="File"
            name="file"
            type="file"
            required
            accept=".html,.htm,.mhtml,.mht,.pdf,.png,.jpg,.jpeg,.webp,.txt,.wacz"
            hint="At most 50 MB. What it is is told from its bytes, not from its name."
            error={refusal?.fields?.file}
          />
          <TextArea
            label="How you came by it"
            name="obtained"
            optional
            rows={2}
            maxLength={2000}
            hint="Opened with the desk's subscription, photographed in the reading room, sent by the press office … It is kept with the copy."
            error={refusal?.fields?.obtained}
          />
          <Button>Bring it</Button>
        </Form>
      </details>
    </Section>
  )
}
