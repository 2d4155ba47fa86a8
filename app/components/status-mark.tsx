/** A claim's status as a sign, a word and a colour; the colour is never alone. */
import type { ReactNode } from 'react'
import type { ClaimStatus } from '#domain/claim.ts'
import { STATUS_WORDS, type StatusGroup } from './status-words.ts'

const COLOURS: Record<StatusGroup, string> = {
  unchecked: 'text-soft',
  stands: 'text-stands',
  disputed: 'text-disputed',
  'open-end': 'text-disputed',
  struck: 'text-struck',
}

const SIGNS: Record<StatusGroup, ReactNode> = {
  unchecked: <circle cx="8" cy="8" r="5.5" strokeDasharray="2 2.2" />,
  stands: <path d="M2.5 8.5 6.5 12.5 13.5 4" />,
  disputed: <path d="M1.5 10c2-5 4-5 6 -1.500s4 3.500 7-3" />,
  'open-end': <path d="M5.500 5.500a2.500 2.500 0 1 1 3.600 2.200c-.8.4-1.100.9-1.100 1.800M8 12.600v.2" />,
  struck: <path d="M3.500 3.500l9 9M12.500 3.500l-9 9" />,
}

/** Sign and word. `title` tells what the word means at this desk. */
export function StatusMark({ status }: { status: ClaimStatus }) {
  const { word, group, meaning } = STATUS_WORDS[status]
  return (
    <span
      title={meaning}
      className={`inline-flex items-center gap-1 text-sm font-medium whitespace-nowrap ${COLOURS[group]}`}
    >
      <svg
        viewBox="0 0 16 16"
        className="size-4 shrink-0"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden="true"
      >
        {SIGNS[group]}
      </svg>
      {word}
    </span>
  )
}
