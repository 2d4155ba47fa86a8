/** Which capture of a page stands for it at a moment, and which stand around it (RFC 7089). */

/** Captures are in order of time. The nearest in time wins, of two as near the earlier; null `at` asks for the newest. */
export function nearestTo<T extends { capturedAt: Date }>(captures: T[], at: Date | null): T | null {
  if (at === null) return captures.at(-1) ?? null
  let nearest: T | null = null
  const distance = ({ capturedAt }: T) => Math.abs(capturedAt.getTime() - at.getTime())
  for (const capture of captures)
    if (nearest === null || distance(capture) < distance(nearest)) nearest = capture
  return nearest
}

/** The relation types of every capture as seen from the one with this id: first, last, prev, next. */
export function relationsOf(captures: { id: string }[], id: string | null): Map<string, string[]> {
  const here = captures.findIndex((capture) => capture.id === id)
  const relations = new Map<string, string[]>()
  const add = (index: number, relation: string) => {
    const capture = captures[index]
    if (capture) relations.set(capture.id, [...(relations.get(capture.id) ?? []), relation])
  }
  add(0, 'first')
  if (captures.length > 0) add(captures.length - 1, 'last')
  if (here > 0) add(here - 1, 'prev')
  if (here >= 0) add(here + 1, 'next')
  return relations
}
