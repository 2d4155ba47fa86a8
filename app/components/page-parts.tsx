/** The parts of a long page, each a link to it, with how much is in it. */

export type PagePart = { id: string; name: string; count?: number }

/** Parts that are `null` are not on the page. */
export function PageParts({ parts }: { parts: (PagePart | null)[] }) {
  return (
    <nav aria-label="On this page" className="-mt-2 mb-6 text-sm">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {parts.map((part) =>
          part ? (
            <li key={part.id}>
              <a className="link inline-block py-1" href={`#${part.id}`}>
                {part.name}
                {part.count ? <span className="tabular-nums"> ({part.count})</span> : null}
              </a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  )
}
