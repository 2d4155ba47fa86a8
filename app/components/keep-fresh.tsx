/** Reads the page's data again while something is under way; without scripts the browser loads the page again. */
import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const EVERY_MS = 1_000
const WITHOUT_SCRIPTS_EVERY_S = 3

/** A hidden tab asks nothing: the answer would not be seen. */
export function KeepFresh({ active }: { active: boolean }) {
  const { state, revalidate } = useRevalidator()
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => {
      if (state === 'idle' && !document.hidden) revalidate()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [active, state, revalidate])
  return active ? (
    <noscript>
      <meta httpEquiv="refresh" content={String(WITHOUT_SCRIPTS_EVERY_S)} />
    </noscript>
  ) : null
}
