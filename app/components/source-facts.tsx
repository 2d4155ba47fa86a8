/** What is known about a source, and how things stand with its archived copy. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { RunState } from '#domain/run.ts'
import type { SourceKind } from '#domain/source.ts'
import { FactList } from './fact-list.tsx'
import { OutsideLink } from './outside-link.tsx'
import { isOpen } from './run-rows.ts'
import { Section } from './section.tsx'
import { languageOf, SOURCE_KIND_WORDS } from './source-words.ts'
import { Time } from './time.tsx'

export type KnownSource = {
  address: string
  publisher: string | null
  title: string | null
  author: string | null
  language: string | null
  kind: SourceKind
  published: string | null
  createdAt: Date
}

export function SourceFacts({ source }: { source: KnownSource }) {
  return (
    <Section title="What is known">
      <FactList
        facts={[
          { label: 'Address', value: <OutsideLink address={source.address} /> },
          {
            label: 'Publisher',
            value: inItsLanguage(source.publisher, source.language),
          },
          {
            label: 'Title',
            value: inItsLanguage(source.title, source.language),
          },
          {
            label: 'Author',
            value: inItsLanguage(source.author, source.language),
          },
          { label: 'Kind', value: SOURCE_KIND_WORDS[source.kind] },
          { label: 'Language', value: source.language },
          { label: 'Published', value: source.published },
          { label: 'In Stet since', value: <Time at={source.createdAt} /> },
        ]}
      />
    </Section>
  )
}

function inItsLanguage(words: string | null, language: string | null) {
  return words && <span lang={languageOf(words, language)}>{words}</span>
}

type Standing = {
  source: { captures: { id: string; capturedAt: Date }[] }
  runs: { id: string; state: RunState }[]
}

/** The state and the next thing to do, in one sentence. */
export function SourceState({ source, runs }: Standing) {
  const open = runs.find(isOpen)
  if (open)
    return (
      <p>
        ▸ Being captured.{' '}
        <Link className="link" to={paths.run(open.id)}>
          Watch the run
        </Link>
      </p>
    )
  const newest = source.captures[0]
  if (newest)
    return (
      <p>
        <span className="text-stands">✓ Archived</span>, last on <Time at={newest.capturedAt} />.{' '}
        <Link className="link" to={paths.capture(newest.id)}>
          See the archived copy
        </Link>
      </p>
    )
  return (
    <p>
      <span className="text-disputed">! Not archived.</span>{' '}
      {runs.length > 0
        ? 'No step could bring a usable page. Read the reasons in the run, try again, or bring the document yourself.'
        : 'Capture it now, or bring the document yourself.'}
    </p>
  )
}
