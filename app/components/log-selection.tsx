/** Offers to log the words selected in the draft as a claim. Without scripts it says how to do it by hand. */
import { useEffect, useState } from 'react'
import { paths } from '#app/paths.ts'
import { LinkButton } from './button.tsx'

/** Longer selections are no single checkable statement, and would not fit an address. */
const MAX_CHARACTERS = 1_500

export function LogSelection({ articleId }: { articleId: string }) {
  const selected = useDraftSelection()
  return (
    <div className="no-print sticky top-0 z-10 -mx-2 mb-4 flex min-h-13 flex-wrap items-center gap-3 border-b border-rule bg-paper px-2 py-2">
      <LinkButton look="primary" to={paths.newClaim(articleId, selected)}>
        {selected ? 'Log the selected words' : 'Log a claim'}
      </LinkButton>
      <p className="min-w-0 flex-1 truncate text-sm text-soft">
        {selected ? (
          <span className="font-serif">“{selected}”</span>
        ) : (
          'Select the words in the draft first, and they come along.'
        )}
      </p>
    </div>
  )
}

/** The words selected inside the draft, or nothing. The small claim numbers between them do not belong to the text. */
function useDraftSelection(): string {
  const [words, setWords] = useState('')
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection()
      const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null
      const draft = document.querySelector('[data-draft]')
      if (!range || !draft?.contains(range.commonAncestorContainer)) return setWords('')
      const copy = range.cloneContents()
      for (const number of copy.querySelectorAll('sup')) number.remove()
      for (const paragraph of copy.querySelectorAll('p')) paragraph.append('\n')
      const text = copy.textContent?.trim() ?? ''
      setWords(text.length <= MAX_CHARACTERS ? text : '')
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [])
  return words
}
