/** Reads `?caveat=KIND` and answers with the house's words for that caveat, ready to be changed. */
import {
  CAVEAT_KINDS,
  type CaveatContext,
  type CaveatKind,
  caveatObligation,
  caveatWording,
} from '#domain/caveat.ts'

/** Null when no known kind is asked for. */
export function proposedCaveat(request: Request, about: CaveatContext) {
  const asked = new URL(request.url).searchParams.get('caveat')
  const kind = CAVEAT_KINDS.find((known): known is CaveatKind => known === asked)
  return kind ? { kind, wording: caveatWording(kind, about), obligation: caveatObligation(kind) } : null
}
