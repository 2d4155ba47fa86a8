/** The head of a source's page: its name, how things stand with its archived copy, and what can be done. */
import { Form, Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from './button.tsx'
import { PageHead } from './page-head.tsx'
import { SourceState } from './source-facts.tsx'
import { languageOf, sourceName } from './source-words.ts'

type Source = Parameters<typeof SourceState>[0]['source'] & {
  id: string
  address: string
  publisher: string | null
  title: string | null
  language: string | null
}

/** `busy`: a run for the source waits or runs, so that no other is asked for. */
export function SourceHead({
  source,
  runs,
  busy,
  watched,
}: {
  source: Source
  runs: Parameters<typeof SourceState>[0]['runs']
  busy: boolean
  watched: boolean
}) {
  return (
    <PageHead
      kicker={
        <Link className="link" to={paths.sources}>
          Sources
        </Link>
      }
      title={<span lang={languageOf(sourceName(source), source.language)}>{sourceName(source)}</span>}
      state={<SourceState source={source} runs={runs} />}
      actions={
        <>
          <Form method="post">
            <Button look="primary" name="intent" value="capture" disabled={busy}>
              Capture now
            </Button>
          </Form>
          <LinkButton to={paths.sourceWatch(source.id)}>{watched ? 'Watched' : 'Watch'}</LinkButton>
          <LinkButton to={paths.sourceEdit(source.id)}>Change</LinkButton>
        </>
      }
    />
  )
}
