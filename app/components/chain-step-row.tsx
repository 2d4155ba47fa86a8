/** One step in the form of a chain: whether it is walked, how long it may take, and what it lacks where it is not set up. */
import type { ReactNode } from 'react'
import { stepWords } from './attempt-words.ts'

/** A step as the form holds it. */
export type StepFields = { step: string; use: boolean; seconds: string }

export function ChainStepRow({
  row,
  at,
  missing,
  error,
  buttons,
}: {
  row: StepFields
  at: number
  missing: string | undefined
  error: string | null
  buttons: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name={`steps[${at}].step`} value={row.step} />
      <label className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <input
          type="checkbox"
          name={`steps[${at}].use`}
          value="on"
          defaultChecked={row.use}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span>
          {stepWords(row.step)} <span className="text-sm text-soft">{row.step}</span>
          {missing ? (
            <span className="block text-sm text-disputed">! Not set up: it needs {missing}.</span>
          ) : null}
        </span>
      </label>
      <span className="flex items-center gap-3">
        <label className="flex items-center gap-2 text-sm">
          at most
          <input
            type="text"
            inputMode="numeric"
            name={`steps[${at}].seconds`}
            defaultValue={row.seconds}
            aria-label={`Seconds for “${stepWords(row.step)}”`}
            aria-invalid={error ? true : undefined}
            className="min-h-9 w-20 rounded-md border border-edge bg-sheet px-2 py-1 text-right tabular-nums aria-invalid:border-2 aria-invalid:border-struck"
          />
          s
        </label>
        {buttons}
      </span>
      {error ? <p className="basis-full text-sm text-struck">✕ {error}</p> : null}
    </div>
  )
}
