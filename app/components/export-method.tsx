/** The box on method as it will be printed: rows with a heading, each a list of sentences that lead to their attempts. */
import { type PrintedClause, PrintedSentence } from './export-clauses.tsx'

export type PrintedBox = {
  language: string
  gap: string
  rows: { heading: string; sentences: PrintedClause[][] }[]
}

export function PrintedMethod({ method }: { method: PrintedBox }) {
  if (method.rows.length === 0)
    return <p className="text-soft">Nothing was searched, captured or asked so far.</p>
  return (
    <dl
      lang={method.language}
      className="max-w-3xl divide-y divide-rule rounded-md border border-rule bg-sheet px-4"
    >
      {method.rows.map(({ heading, sentences }) => (
        <div key={heading} className="gap-x-6 py-3 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)]">
          <dt className="mb-1 text-sm font-medium sm:mb-0">{heading}</dt>
          <dd className="min-w-0">
            <ul className="space-y-1 font-serif">
              {sentences.map((clauses, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no identity but their order
                <li key={index} className="break-words">
                  <PrintedSentence clauses={clauses} gap={method.gap} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}
