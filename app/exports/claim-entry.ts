/** One claim as the appendix prints it: its fields in print order. */
import { fragilityWords, independenceWords } from '#domain/independence-words.ts'
import type { DossierCitation, DossierClaim } from './dossier.ts'
import { figureWords } from './figure-words.ts'
import { overtakenWords } from './overtaken-words.ts'
import { printMoment } from './print-time.ts'
import {
  claimKindWords,
  confidenceWords,
  droppedWords,
  figureVerdictWords,
  quoteVerdictWords,
  stanceWords,
  statusWords,
} from './status-words.ts'

/** Everything is plain text as recorded; each format makes it safe for itself. */
export type ClaimEntry = {
  number: number
  text: string
  /** labelled facts: status, claimant, figures, review */
  facts: { label: string; text: string }[]
  citations: CitationEntry[]
}

export type CitationEntry = {
  sourceNumber: number
  stance: string
  quote: string | null
  translation: string | null
  translatedBy: string | null
  locator: string | null
  /** what reading the archived copy showed, one sentence each */
  verdicts: string[]
}

/** The entry of one claim. In a Chinese article it says in Chinese what its reports come down to. */
export function claimEntry(claim: DossierClaim, articleLanguage = 'en'): ClaimEntry {
  const confidence = claim.confidence === null ? '' : ` (${confidenceWords(claim.confidence)})`
  const facts = [
    { label: 'Kind', text: claimKindWords(claim.kind) },
    { label: 'Status', text: `${statusWords(claim.status)}${confidence}` },
  ]
  if (claim.claimant !== null) facts.push({ label: 'Said by', text: claimantWords(claim) })
  for (const figure of claim.figures) facts.push({ label: 'Figure', text: figureWords(figure) })
  if (claim.origins.reports > 0) facts.push(originFact(claim, articleLanguage))
  for (const one of claim.overtaken ?? []) facts.push({ label: 'Over time', text: overtakenWords(one) })
  if (claim.review) facts.push({ label: 'Reviewed', text: reviewWords(claim.review) })
  return { number: claim.number, text: claim.text, facts, citations: claim.citations.map(citationEntry) }
}

function claimantWords({ claimant, claimantRole }: DossierClaim): string {
  return claimantRole === null ? `${claimant}` : `${claimant}, ${claimantRole}`
}

/** "3 reports, 1 independent origin: the speech of 23 March; rests on 1 origin, 2 captures". */
function originFact({ origins }: DossierClaim, articleLanguage: string): { label: string; text: string } {
  const language = /^zh\b/i.test(articleLanguage) ? 'zh' : 'en'
  const { copies, fromOtherArchives = 0, broughtByHand = 0 } = origins
  const fragile =
    copies === undefined
      ? ''
      : fragilityWords({ origins: origins.origins, copies, fromOtherArchives, broughtByHand }, language)
  const labels = (language === 'zh' && origins.labelsZh) || origins.labels
  const counted = independenceWords({ ...origins, labels }, language)
  const [label, stop] = language === 'zh' ? ['信息来源', '；'] : ['Origin', '; ']
  return { label, text: fragile ? `${counted}${stop}${fragile}` : counted }
}

function reviewWords(review: NonNullable<DossierClaim['review']>): string {
  const reason = review.reason === null ? '' : `: ${review.reason}`
  return `by ${review.reviewer}, ${printMoment(review.at)}${reason}`
}

function citationEntry(citation: DossierCitation): CitationEntry {
  const { sourceNumber, quote, translation, translatedBy, locator } = citation
  const verdicts = citation.figureVerdicts.map(({ figure, verdict, slip, dropped }) => {
    const named = slip === null ? '' : ` (${slip})`
    return `Figure ${figure}: ${figureVerdictWords(verdict)}${named}${droppedWords(dropped)}.`
  })
  if (quote !== null)
    verdicts.unshift(
      `Quotation: ${citation.quoteVerdict === null ? 'not checked against an archived copy yet' : quoteVerdictWords(citation.quoteVerdict)}.`,
    )
  return {
    sourceNumber,
    stance: stanceWords(citation.stance),
    quote,
    translation,
    translatedBy,
    locator,
    verdicts,
  }
}
