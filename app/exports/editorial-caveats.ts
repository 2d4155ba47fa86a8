/** The editorial caveats of an article as paragraphs: what people added first, then what the records themselves warn of. */
import type { Dossier, DossierCaveat } from './dossier.ts'
import { groupBy } from './group-by.ts'
import { capital, numberedWords } from './list-words.ts'
import { recordWarnings } from './record-warnings.ts'

/** `caveatIds` is empty for a warning generated from the records. */
type CaveatParagraph = { text: string; caveatIds: string[] }

/**
 * Article-wide caveats in one paragraph, then one paragraph for each set of claims that share caveats. The same wording
 * is printed once: for all its claims together, or for the whole article when it was added there too.
 */
export function editorialCaveats(dossier: Dossier): CaveatParagraph[] {
  const merged = groupBy(dossier.caveats, (caveat) => caveat.wording.trim())
  const wide = merged.filter((group) => group.some((caveat) => caveat.claimNumber === null))
  const onClaims = merged.filter((group) => !wide.includes(group))
  const byClaims = groupBy(onClaims, claimsOf).sort((a, b) => firstClaim(a) - firstClaim(b))
  return [
    ...(wide.length > 0 ? [paragraph('', wide)] : []),
    ...byClaims.map((groups) => paragraph(`${claimsOf(groups[0]!)}: `, groups)),
    ...recordWarnings(dossier).map((text) => ({ text, caveatIds: [] })),
  ]
}

const numbersOf = (group: DossierCaveat[]) => group.flatMap(({ claimNumber }) => claimNumber ?? [])
const claimsOf = (group: DossierCaveat[]) => capital(numberedWords('claim', numbersOf(group)))
const firstClaim = (groups: DossierCaveat[][]) => Math.min(...groups.flatMap(numbersOf))

function paragraph(lead: string, groups: DossierCaveat[][]): CaveatParagraph {
  return {
    text: `${lead}${groups.map((group) => group[0]!.wording.trim()).join(' ')}`,
    caveatIds: groups.flatMap((group) => group.map(({ id }) => id)),
  }
}
