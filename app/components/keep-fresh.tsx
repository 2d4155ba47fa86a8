/** Reads the page's data again while something is under way; without scripts the browser loads the page again. */
import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const EVERY_MS = 1_000
const WITHOUT_SCRIPTS_EVERY_S = 3

/**
 * A hidden tab asks nothing: the answer would not be seen. `reload` is for pages without fields to fill in: without
 * scripts a page that loads itself again would throw away what is being typed.
 */
export function KeepFresh({ active, reload = false }: { active: boolean; reload?: boolean }) {
  const { state, revalidate } = useRevalidator()
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => {
      if (state === 'idle' && !document.hidden) revalidate()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [active, state, revalidate])
  return active && reload ? (
    <noscript>
      <meta httpEquiv="refresh" content={String(WITHOUT_SCRIPTS_EVERY_S)} />
    </noscript>
  ) : null
}
