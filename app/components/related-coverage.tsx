/** Other pieces the article is printed with. */
import { OutsideLink } from './outside-link.tsx'
import { Section } from './section.tsx'

export function RelatedCoverage({
  pieces,
}: {
  pieces: { id: string; title: string; address: string | null }[]
}) {
  if (pieces.length === 0) return null
  return (
    <Section title="Related coverage">
      <ul className="grid gap-2">
        {pieces.map((piece) => (
          <li key={piece.id}>
            {piece.address ? <OutsideLink address={piece.address}>{piece.title}</OutsideLink> : piece.title}
          </li>
        ))}
      </ul>
    </Section>
  )
}
