/** Words of somebody else, in their language and in the reading serif. */
import type { ReactNode } from 'react'

/** `lang` is a BCP-47 tag or null when unknown; it chooses the letter forms and the voice of a screen reader. */
export function Quotation({ lang, children }: { lang?: string | null; children: ReactNode }) {
  return (
    <blockquote
      lang={lang || undefined}
      className="max-w-prose border-l-2 border-edge pl-4 font-serif text-lg whitespace-pre-wrap"
    >
      {children}
    </blockquote>
  )
}
