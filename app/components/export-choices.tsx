/** Chooses length and language of the search-chain note; the preview and every file follow. */
import { Form } from '@remix-run/react'
import { Button } from './button.tsx'
import { Select } from './field.tsx'
import { Section } from './section.tsx'

const LANGUAGE_NAMES: Record<string, string> = { en: 'English', 'zh-Hans': 'Chinese' }

/** `language` is the one that the note has now. A plain GET, so that the choice has an address. */
export function ChooseNote({
  chosen,
  language,
}: {
  chosen: { note?: string; noteLanguage?: string }
  language: string
}) {
  const now = LANGUAGE_NAMES[language] ?? language
  const follows = chosen.noteLanguage ? 'As the article' : `As the article: ${now}`
  return (
    <Section title="The search-chain note">
      <Form method="get" preventScrollReset className="grid gap-3">
        <Select
          label="Language"
          name="noteLanguage"
          defaultValue={chosen.noteLanguage ?? ''}
          options={[
            { value: '', label: follows },
            ...Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Select
          label="Length"
          name="note"
          defaultValue={chosen.note ?? 'full'}
          options={[
            { value: 'full', label: 'Paragraph and method' },
            { value: 'short', label: 'Paragraph alone' },
          ]}
          hint="It is made from the recorded attempts. To add to it, write a note under an attempt."
        />
        <div>
          <Button>Show it so</Button>
        </div>
      </Form>
    </Section>
  )
}
