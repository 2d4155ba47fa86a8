/** What opening an archived copy again, offline, showed; with the button that asks for it where nobody could look. */
import { type ReadBackKnown, readBackStanding } from '#domain/capture.ts'
import { Button } from './button.tsx'
import { KeepFresh } from './keep-fresh.tsx'
import { PageForm } from './page-form.tsx'
import { readBackSentence } from './read-back-words.ts'
import { Time } from './time.tsx'

export function CaptureReadBack({ capture }: { capture: ReadBackKnown }) {
  const standing = readBackStanding(capture)
  const { words, look } = readBackSentence(capture.readBack)
  const { why, how, differs, missing, askedBy, askedAt } = shownDetail(capture.readBackDetail)
  return (
    <>
      <div role="status">
        {standing === 'asked' ? (
          <p>
            ▸ Waits to be opened again. {askedBy ? `${askedBy} asked for it` : 'It was asked for'}
            {askedAt ? (
              <>
                {' '}
                on <Time at={askedAt} />
              </>
            ) : null}
            .
          </p>
        ) : (
          <p className={look}>{words}</p>
        )}
      </div>
      <KeepFresh active={standing === 'asked' || standing === 'under_way'} />
      {why ? <p className="text-sm">{why}</p> : null}
      {how === 'bytes' ? (
        <p className="text-sm text-soft">Its bytes were read again; no page is drawn.</p>
      ) : null}
      <Lines of={differs} />
      {missing.length > 0 ? (
        <details className="text-sm">
          <summary className="text-accent">
            {missing.length === 1 ? 'One address' : `${missing.length} addresses`} it asked for and does not
            hold
          </summary>
          <Lines of={missing} />
        </details>
      ) : null}
      {standing === 'to_ask' ? (
        <PageForm name="readBack" className="mt-2">
          <Button>{capture.readBack === null ? 'Open it again' : 'Try again'}</Button>
        </PageForm>
      ) : null}
    </>
  )
}

function Lines({ of }: { of: string[] }) {
  return (
    <ul className="text-sm break-words">
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** What is stored may be of another version: only what has the shape is shown. */
function shownDetail(detail: unknown) {
  const { why, how, differs, missing, askedBy, askedAt } = (detail ?? {}) as Record<string, unknown>
  const words = (value: unknown) => (typeof value === 'string' ? value : null)
  const lines = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  return {
    why: words(why),
    how,
    differs: lines(differs),
    missing: lines(missing),
    askedBy: words(askedBy),
    askedAt: words(askedAt),
  }
}
