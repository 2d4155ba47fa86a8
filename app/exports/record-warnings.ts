/** Warnings that follow from the records themselves: what is not settled, not archived, not found, or of one origin. */
import { isSettled } from '#domain/claim.ts'
import { independenceWords } from '#domain/independence-words.ts'
import type { Dossier, DossierCitation, DossierClaim } from './dossier.ts'
import { groupBy } from './group-by.ts'
import { capital, numberedWords } from './list-words.ts'
import { overtakenWords } from './overtaken-words.ts'
import { droppedWords, figureVerdictWords, quoteVerdictWords, statusWords } from './status-words.ts'

/** Statuses under which a claim should not stand in print as it is. */
const ADVERSE = ['disputed', 'failed_verification', 'refuted', 'unverifiable', 'superseded', 'withdrawn']
const QUOTE_STANDS = ['verbatim', 'normalised']
const FIGURE_STANDS = ['equal', 'within_bound']

/** One sentence per warning, the gravest first. Empty when the records give no reason for one. */
export function recordWarnings(dossier: Dossier): string[] {
  const open = dossier.claims.filter((claim) => !isSettled(claim.status))
  const adverse = dossier.claims.filter((claim) => ADVERSE.includes(claim.status))
  const uncited = dossier.claims.filter((claim) => claim.citations.length === 0)
  const unarchived = dossier.sources.filter((source) => source.captures.length === 0)
  return [
    ...groupBy(adverse, (claim) => claim.status).map(
      (group) => `${claims(group)} ${isAre(group)} ${statusWords(group[0]!.status)}.`,
    ),
    ...(open.length > 0 ? [`${claims(open)} ${isAre(open)} not settled.`] : []),
    ...(uncited.length > 0
      ? [`${claims(uncited)} ${uncited.length === 1 ? 'cites' : 'cite'} no source.`]
      : []),
    ...dossier.claims.flatMap((claim) =>
      claim.citations.flatMap((citation) => [
        ...notChecked(dossier, claim, citation),
        ...notFound(claim, citation),
      ]),
    ),
    ...(unarchived.length > 0
      ? [
          `${capital(
            numberedWords(
              'source',
              unarchived.map(({ number }) => number),
            ),
          )} ${unarchived.length === 1 ? 'has' : 'have'} no archived copy.`,
        ]
      : []),
    // What the article itself goes on to tell is history, not a value out of date.
    ...dossier.claims.flatMap(({ number, overtaken = [] }) =>
      overtaken
        .filter(({ sameArticle }) => !sameArticle)
        .map((one) => `Claim ${number}: ${overtakenWords(one)}.`),
    ),
    // Sources of one claim each may still go back to one place: what matters to a reader is the piece as a whole.
    ...wholeArticle(dossier),
    ...groupBy(
      dossier.claims.filter((claim) => claim.origins.reports > 0),
      ({ origins }) => independenceWords(origins),
    ).map((group) => `${claims(group)}: ${independenceWords(group[0]!.origins)}.`),
  ]
}

function wholeArticle({ origins, claims }: Dossier): string[] {
  if (!origins || origins.reports < 2) return []
  const words = independenceWords(origins)
  const isToldByAClaim = claims.some((claim) => independenceWords(claim.origins) === words)
  return isToldByAClaim ? [] : [`All sources together: ${words}.`]
}

const isAre = (group: DossierClaim[]) => (group.length === 1 ? 'is' : 'are')

function claims(group: DossierClaim[]): string {
  return capital(
    numberedWords(
      'claim',
      group.map(({ number }) => number),
    ),
  )
}

const between = (claim: DossierClaim, citation: DossierCitation) =>
  `for claim ${claim.number} and source ${citation.sourceNumber}`

/** A quotation that was never looked for although its source is archived. Without a copy, the missing copy is the warning. */
function notChecked(dossier: Dossier, claim: DossierClaim, citation: DossierCitation): string[] {
  const source = dossier.sources.find(({ number }) => number === citation.sourceNumber)
  if (citation.quote === null || citation.quoteVerdict !== null || !source?.captures.length) return []
  return [`Quotation ${between(claim, citation)}: not checked against the archived copy yet.`]
}

function notFound(claim: DossierClaim, citation: DossierCitation): string[] {
  const where = between(claim, citation)
  const quote = citation.quoteVerdict
  const figures = citation.figureVerdicts.filter(
    ({ verdict, dropped }) => !FIGURE_STANDS.includes(verdict) || droppedWords(dropped) !== '',
  )
  return [
    ...(quote !== null && !QUOTE_STANDS.includes(quote)
      ? [`Quotation ${where}: ${quoteVerdictWords(quote)}.`]
      : []),
    ...figures.map(
      ({ figure, verdict, slip, dropped }) =>
        `Figure ${figure} ${where}: ${figureVerdictWords(verdict)}${slip === null ? '' : ` (${slip})`}${droppedWords(dropped)}.`,
    ),
  ]
}
