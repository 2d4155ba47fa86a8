/** One source as it is printed in the list: its fields in print order. */
import type { Dossier, DossierCapture, DossierSource } from './dossier.ts'
import { printMoment } from './print-time.ts'
import { sealWords } from './seal-words.ts'
import { methodWords } from './status-words.ts'
import { webLink } from './web-link.ts'

/** Everything is plain text as recorded; each format makes it safe for itself. */
export type SourceEntry = {
  number: number
  /** "publisher — title", or what there is of it */
  heading: string
  language: string | null
  address: string
  /** the newest archived copy, and where it can be opened; null when there is none */
  copy: { text: string; address: string | null } | null
  keyUse: string | null
  /** labels of the caveats on claims that cite this source */
  caveats: string[]
}

/** Hex characters of a digest that print shows: enough to tell copies apart; the whole digest is in the JSON. */
const SHOWN_DIGEST_CHARACTERS = 12
const FOUND: (string | null)[] = ['verbatim', 'normalised']

/** The entry of one of the dossier's sources. */
export function sourceEntry(dossier: Dossier, source: DossierSource): SourceEntry {
  const newest = newestCapture(source)
  const parts = [source.publisher, source.title].filter((part) => part !== null)
  return {
    number: source.number,
    heading: parts.length > 0 ? parts.join(' — ') : (URL.parse(source.address)?.host ?? source.address),
    language: source.language,
    address: source.address,
    copy: newest && { text: copyWords(dossier, source, newest), address: newest.address },
    keyUse: keyUseOf(source),
    caveats: caveatsOn(dossier, source.number),
  }
}

/** The capture taken last, whatever the order of the record. */
export function newestCapture(source: DossierSource): DossierCapture | null {
  return [...source.captures].sort((a, b) => a.capturedAt.localeCompare(b.capturedAt)).at(-1) ?? null
}

function copyWords(dossier: Dossier, source: DossierSource, capture: DossierCapture): string {
  const earlier = source.captures.length - 1
  const facts = [
    printMoment(capture.capturedAt),
    methodWords(capture.method),
    `SHA-256 ${capture.digest.slice(0, SHOWN_DIGEST_CHARACTERS)}…`,
    ...sealWords(capture.seal),
    ...readBackWords(capture),
  ]
  if (webLink(capture.finalUrl) !== webLink(source.address)) facts.push(`of ${capture.finalUrl}`)
  facts.push(...pageWords(dossier, source))
  if (earlier > 0) facts.push(`after ${earlier} earlier ${earlier === 1 ? 'copy' : 'copies'}`)
  return facts.join(', ')
}

/** On which pages of a document the cited words stand: for a reader with the document in hand. */
function pageWords({ claims }: Dossier, source: DossierSource): string[] {
  const pages = claims
    .flatMap(({ citations }) => citations)
    .filter(
      ({ sourceNumber, quoteVerdict }) => sourceNumber === source.number && FOUND.includes(quoteVerdict),
    )
    .flatMap(({ quotePage }) => quotePage ?? [])
  const [page, ...others] = [...new Set(pages)].sort((a, b) => a - b)
  if (page === undefined) return []
  const last = others.pop()
  if (last === undefined) return [`quote on page ${page} of the document`]
  return [`quotes on pages ${[page, ...others].join(', ')} and ${last} of the document`]
}

/** Nothing where nobody could look: it says nothing of the copy. */
function readBackWords({ readBack }: DossierCapture): string[] {
  if (readBack === 'reads_back') return ['reads back offline']
  return readBack === 'differs' ? ['opened offline it differs from what was captured'] : []
}

/** All uses of a source as sentences in a row, or null when none is recorded. */
export function keyUseOf(source: DossierSource): string | null {
  return source.keyUses.length > 0 ? source.keyUses.map(asSentence).join(' ') : null
}

function asSentence(keyUse: string): string {
  return /[.!?。！？…]["'”’」』)]?$/u.test(keyUse) ? keyUse : `${keyUse}.`
}

function caveatsOn(dossier: Dossier, sourceNumber: number): string[] {
  const claims = dossier.claims.filter((claim) =>
    claim.citations.some((citation) => citation.sourceNumber === sourceNumber),
  )
  const numbers = claims.map((claim) => claim.number)
  const labels = dossier.caveats.flatMap(({ claimNumber, label }) =>
    claimNumber !== null && numbers.includes(claimNumber) ? [label] : [],
  )
  return [...new Set(labels)]
}
