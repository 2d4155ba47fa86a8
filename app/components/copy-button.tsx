/** Copies text to the clipboard. It appears only where scripts run and the browser allows it. */
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'

const SHOWN_MS = 2_000

/** `what` completes the label: "Copy the notes". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<'hidden' | 'ready' | 'copied' | 'refused'>('hidden')
  useEffect(() => {
    if (navigator.clipboard) setState('ready')
  }, [])
  useEffect(() => {
    if (state !== 'copied' && state !== 'refused') return
    const timer = setTimeout(() => setState('ready'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    )
  const words = {
    hidden: '',
    ready: `Copy ${what}`,
    copied: '✓ Copied',
    refused: 'Not allowed: use the text below',
  }
  return (
    // The place is kept while the button is hidden, so that nothing jumps when it comes.
    <span aria-live="polite" className={state === 'hidden' ? 'invisible' : ''}>
      <Button type="button" onClick={copy}>
        {words[state === 'hidden' ? 'ready' : state]}
      </Button>
    </span>
  )
}
