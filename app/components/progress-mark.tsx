/** How far the checking of an article is: a bar of its claims' statuses, told in words beside it. */
import type { ClaimStatus } from '#domain/claim.ts'
import { count } from './next-step.ts'
import { STATUS_WORDS, type StatusGroup } from './status-words.ts'

const ORDER: { group: StatusGroup; words: (number: number) => string; fill: string }[] = [
  { group: 'stands', words: (number) => (number === 1 ? 'stands' : 'stand'), fill: 'fill-stands' },
  { group: 'disputed', words: () => 'disputed', fill: 'fill-disputed' },
  { group: 'open-end', words: () => 'closed without a verdict', fill: 'fill-edge' },
  { group: 'struck', words: () => 'not borne out', fill: 'fill-struck' },
  { group: 'unchecked', words: () => 'open', fill: 'fill-rule' },
]

/** Widths of the bar, in units of its own drawing. */
const BAR_WIDTH = 100

export function ProgressMark({ statuses }: { statuses: ClaimStatus[] }) {
  if (statuses.length === 0) return <span className="text-sm text-soft">No claims yet</span>
  const parts = ORDER.map((part) => ({
    ...part,
    number: statuses.filter((status) => STATUS_WORDS[status].group === part.group).length,
  })).filter(({ number }) => number > 0)
  let x = 0
  return (
    <div className="min-w-0">
      <svg
        viewBox={`0 0 ${BAR_WIDTH} 6`}
        preserveAspectRatio="none"
        className="h-1.5 w-full rounded-sm"
        aria-hidden="true"
      >
        {parts.map(({ group, fill, number }) => {
          const width = (number / statuses.length) * BAR_WIDTH
          x += width
          return <rect key={group} x={x - width} width={width} height="6" className={fill} />
        })}
      </svg>
      <p className="mt-1 text-sm text-soft">
        {count(statuses.length, 'claim')}:{' '}
        {parts.map(({ number, words }) => `${number} ${words(number)}`).join(', ')}
      </p>
    </div>
  )
}
