/** The chain that a search will walk: its steps with their windows, where it comes from, and what is not set up. */
import { Link } from '@remix-run/react'
import type { ChainFrom } from '#domain/chain-setting.ts'
import type { Chain, StepName } from '#domain/step.ts'
import { stepWords, windowWords } from './attempt-words.ts'

const FROM_WORDS: Record<ChainFrom, string> = {
  article: 'set for this article',
  desk: 'set for the desk',
  'built-in': 'Stet’s own',
}

/** `missing` names what a step lacks, for those that are not set up. `change` is the page that changes the chain. */
export function ChainLine({
  chain,
  from,
  missing,
  change,
}: {
  chain: Chain
  from: ChainFrom
  missing: Partial<Record<StepName, string>>
  change: string
}) {
  return (
    <div className="text-sm">
      <p className="font-medium">The chain it walks</p>
      <ol className="mt-1 list-decimal pl-5">
        {chain.steps.map(({ step, windowMs }) => (
          <li key={step} className={missing[step] ? 'text-soft' : undefined}>
            {stepWords(step)}, at most {windowWords(windowMs)}
            {missing[step] ? ' (not set up: it will be left out)' : ''}
          </li>
        ))}
      </ol>
      <p className="mt-1 text-soft">
        {chain.stopAtFirst
          ? 'The first step that brings leads ends the walk.'
          : 'Every step is walked, whatever the others bring.'}{' '}
        At most {windowWords(chain.windowMs)} in all. This chain is {FROM_WORDS[from]}:{' '}
        <Link className="link" to={change}>
          change it
        </Link>
        .
      </p>
    </div>
  )
}
