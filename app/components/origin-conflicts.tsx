/** Where sources that are said to relay one utterance contradict each other, with the words of each. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { ConflictKind, SourceConflict } from '#domain/conflict.ts'
import { languageOf } from './source-words.ts'

const KIND_WORDS: Record<ConflictKind, string> = {
  venue: 'They name different occasions',
  date: 'They name different days',
  speaker: 'They put the words into different mouths',
  role: 'They give the speaker different roles',
  figure: 'They give a figure differently',
}

export type NamedSources = Record<string, { name: string; language: string | null }>

/** `sources` names each source by its id. Draws nothing where nothing contradicts. */
export function OriginConflicts({
  conflicts,
  sources,
}: {
  conflicts: SourceConflict[]
  sources: NamedSources
}) {
  return (
    <ul className="grid gap-4">
      {conflicts.map((conflict) => (
        <li key={`${conflict.kind} ${conflict.subject}`} className="border-l-2 border-disputed pl-3">
          <p className="font-medium">{conflictWords(conflict)}</p>
          <dl className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(8rem,max-content)_1fr]">
            {conflict.readings.map(({ sourceId, captureId, value, words }) => (
              <div key={sourceId} className="sm:contents">
                <dt className="text-sm text-soft">{sources[sourceId]?.name ?? 'A source'}</dt>
                <dd className="min-w-0">
                  <span
                    className="font-serif"
                    lang={languageOf(words.text, sources[sourceId]?.language ?? null)}
                  >
                    {words.text}
                  </span>{' '}
                  <span className="text-sm text-soft">
                    {value === words.text ? null : `(${value}) `}
                    <Link className="link" to={paths.capture(captureId)}>
                      archived page
                    </Link>
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** One conflict in a short sentence without its stop. */
export function conflictWords({ kind, subject }: SourceConflict): string {
  return subject ? `${KIND_WORDS[kind]}: ${subject}` : KIND_WORDS[kind]
}
