/** How a proposal fared against the record: passed or not, and the working of every check. */
import type { Gate } from '#domain/proposal-gate.ts'
import { checkedWords } from './proposal-words.ts'

export function ProposalGate({ gate }: { gate: Gate | null }) {
  if (gate === null)
    return <p className="text-sm text-soft">? Held against the record by another version of Stet.</p>
  const failed = gate.checks.filter(({ ok }) => !ok)
  return (
    <div className="mt-2 max-w-prose text-sm">
      <p className={gate.passed ? 'text-stands' : 'text-struck'}>
        <span aria-hidden="true">{gate.passed ? '✓ ' : '✕ '}</span>
        {gate.passed ? 'Agrees with the record. Whether it is right is for you to say.' : 'Did not pass.'}
      </p>
      {failed.length > 0 ? (
        <ul className="list-disc pl-6">
          {failed.map(({ of, words }) => (
            <li key={of}>{words}</li>
          ))}
        </ul>
      ) : null}
      <details className="mt-1">
        <summary className="text-accent">How it was compared</summary>
        <dl className="mt-1 grid gap-1">
          {gate.checks.map(({ of, ok, words, steps }) => (
            <div key={of} className="border-l-2 border-rule pl-3">
              <dt className="font-medium">
                <span aria-hidden="true">{ok ? '✓ ' : '✕ '}</span>
                {checkedWords(of)}
              </dt>
              <dd className="text-soft">
                {words}
                {steps.map((step, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other identity and never change
                  <span key={index} className="block break-words">
                    {step}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
