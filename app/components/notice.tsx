/** Notices: something to know, something to mind, something that was refused. */
import type { ReactNode } from 'react'

const TONES = {
  info: { look: 'border-accent bg-accent-wash', sign: 'i', word: 'Note' },
  warning: { look: 'border-disputed bg-disputed-wash', sign: '!', word: 'Mind' },
  error: { look: 'border-struck bg-struck-wash', sign: '✕', word: 'Not done' },
} as const

/** Errors are announced at once, the rest when the reader pauses. */
export function Notice({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  const { look, sign, word } = TONES[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={`flex gap-3 rounded-md border-l-4 px-3 py-2 ${look}`}
    >
      <span aria-hidden="true" className="font-semibold">
        {sign}
      </span>
      <span className="sr-only">{word}:</span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}

/** What a rule said no to, in its own words. Shows nothing when nothing was refused. */
export function RefusalNotice({ refusal }: { refusal: { message: string } | null | undefined }) {
  return refusal ? <Notice tone="error">{refusal.message}</Notice> : null
}
