/** The form with which a person brings a document that Stet could not fetch. */
import { Form } from '@remix-run/react'
import type { Refusal } from '#domain/refusal.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
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
            Open it yourself and bring what you see: the page saved as one HTML file, a PDF, a screenshot (PNG
            or JPEG), or a WACZ. It is archived as it is, under your name, and marked as brought by a person.
          </p>
          <RefusalNotice refusal={refusal} />
          <Field
            label="File"
            name="file"
            type="file"
            required
            accept=".html,.htm,.mhtml,.pdf,.png,.jpg,.jpeg,.wacz,.zip"
            hint="At most 50 MB."
            error={refusal?.fields?.file}
          />
          <Button>Bring it</Button>
        </Form>
      </details>
    </Section>
  )
}
