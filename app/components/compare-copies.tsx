/** Two archived copies side by side: which two, and what became of each cited passage. */
import { Form, Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { CaptureMethod } from '#domain/capture.ts'
import { Button } from './button.tsx'
import { METHOD_WORDS } from './capture-words.ts'
import { ChangeLine } from './change-line.tsx'
import type { ComparedPassage } from './compared-passages.ts'
import { Select } from './field.tsx'
import { momentWords } from './time.tsx'
import { TwoPassages } from './two-passages.tsx'

type Copy = { id: string; capturedAt: Date; method: CaptureMethod }

/** The form that chooses which two of the source's copies are shown. */
export function ChooseCopies({ copies, before, after }: { copies: Copy[]; before: Copy; after: Copy }) {
  const options = copies.map((copy) => ({
    value: copy.id,
    label: `${momentWords(copy.capturedAt, true)}, ${METHOD_WORDS[copy.method].toLowerCase()}`,
  }))
  return (
    <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      <Select
        label="Before"
        name="before"
        options={options}
        defaultValue={before.id}
        className="min-w-60 flex-1"
      />
      <Select
        label="After"
        name="after"
        options={options}
        defaultValue={after.id}
        className="min-w-60 flex-1"
      />
      <Button>Compare</Button>
    </Form>
  )
}

/** `language` is that of the source, hence of its passages. */
export function ComparedPassages({
  passages,
  before,
  after,
  language,
}: {
  passages: ComparedPassage[]
  before: Copy
  after: Copy
  language: string | null
}) {
  if (passages.length === 0) return <p className="text-soft">No exact words of this source are cited.</p>
  return (
    <ul className="space-y-8">
      {passages.map((passage) => (
        <li key={passage.id}>
          <p className="max-w-prose text-sm">
            <Link className="link" to={paths.claim(passage.claim.id)}>
              Claim {passage.claim.number}
            </Link>
            : {passage.claim.text}
          </p>
          <p className="my-2">
            <ChangeLine change={passage.change} detail={passage} />
          </p>
          <TwoPassages
            left={{ at: before.capturedAt, passage: passage.left }}
            right={{ at: after.capturedAt, passage: passage.right }}
            language={language}
          />
        </li>
      ))}
    </ul>
  )
}
