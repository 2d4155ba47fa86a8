/** Searched and not found: what the searches for a claim covered, and what they therefore do not show. */

export function NotFoundNote({ words }: { words: string | null }) {
  if (words === null) return null
  return (
    <div className="max-w-prose border-l-2 border-disputed pl-3">
      <p className="text-sm font-medium">Searched and not found</p>
      <p>{words}</p>
    </div>
  )
}
