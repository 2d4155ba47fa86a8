/** One relay: where a source has it from, how that stands, what gave it, and the decision. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { RelayState } from '#domain/origin.ts'
import { type PlacedRelay, relayedFrom } from '#domain/relay.ts'
import { Button } from './button.tsx'
import { PageForm } from './page-form.tsx'
import { basisWords, evidenceLines, RELAY_STATE_WORDS } from './relay-words.ts'
import { languageOf } from './source-words.ts'

export type ShownRelay = PlacedRelay & {
  id: string
  state: RelayState
  basis: string
  words: string | null
  evidence: unknown
}

const LOOKS: Record<RelayState, { sign: string; look: string }> = {
  proposed: { sign: '◌', look: 'text-disputed' },
  confirmed: { sign: '✓', look: 'text-stands' },
  rejected: { sign: '✕', look: 'text-struck' },
}

/** `language` is the source's: `words` are in it. The forms go to the page itself, as `settle`. */
export function RelayItem({ relay, language }: { relay: ShownRelay; language: string | null }) {
  const { state, basis, words, fromSource, fromName } = relay
  const { sign, look } = LOOKS[state]
  const from = relayedFrom(relay)
  return (
    <div className="grid gap-1">
      <p className={state === 'rejected' ? 'line-through decoration-struck' : 'font-medium'}>
        {fromSource ? (
          <Link className="link" to={paths.source(fromSource.id)}>
            {from}
          </Link>
        ) : (
          from
        )}
        {fromName ? <span className="font-normal text-soft"> (known by name, not seen)</span> : null}
      </p>
      <p className="text-sm">
        <span className={look}>
          <span aria-hidden="true">{sign} </span>
          {RELAY_STATE_WORDS[state]}
        </span>
        <span className="text-soft">: {basisWords(basis)}</span>
      </p>
      {words && state !== 'rejected' ? (
        <p lang={languageOf(words, language)} className="border-l-2 border-edge pl-3 font-serif">
          {words}
        </p>
      ) : null}
      {state === 'rejected' ? null : <Evidence relay={relay} />}
      <Decision relay={relay} from={from} />
    </div>
  )
}

function Evidence({ relay }: { relay: ShownRelay }) {
  const lines = evidenceLines(relay.evidence)
  const { captureId } = (relay.evidence ?? {}) as { captureId?: unknown }
  if (lines.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="link">What it is taken from</summary>
      <ul className="mt-1 ml-4 list-disc">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {typeof captureId === 'string' ? (
        <Link className="link" to={paths.capture(captureId)}>
          See the archived page
        </Link>
      ) : null}
    </details>
  )
}

/** A decision may be taken back: mistakes about origins are found late. */
function Decision({ relay: { id, state }, from }: { relay: ShownRelay; from: string }) {
  const button = (value: 'confirm' | 'reject', words: string, quiet = false) => (
    <Button name="decision" value={value} look={quiet ? 'quiet' : 'plain'} aria-label={`${words}: ${from}`}>
      {words}
    </Button>
  )
  return (
    <PageForm name="settle" className="mt-1 flex flex-wrap gap-2">
      <input type="hidden" name="relayId" value={id} />
      {state === 'proposed' ? button('confirm', 'Confirm') : null}
      {state === 'proposed' ? button('reject', 'Reject') : null}
      {state === 'confirmed' ? button('reject', 'It does not', true) : null}
      {state === 'rejected' ? button('confirm', 'It does after all', true) : null}
    </PageForm>
  )
}
