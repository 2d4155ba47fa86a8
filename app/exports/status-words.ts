/** The words in which print speaks of statuses, confidence, stances, verdicts and methods. */
import type { CaptureMethod } from '#domain/capture.ts'
import type { Stance } from '#domain/citation.ts'
import type { ClaimKind, ClaimStatus, Confidence } from '#domain/claim.ts'
import type { Dropped, FigureVerdict } from '#reading/figure-verdict.ts'
import type { QuoteVerdict } from '#reading/quote.ts'

const STATUS: Record<ClaimStatus, string> = {
  unchecked: 'not checked yet',
  in_progress: 'being checked',
  confirmed: 'confirmed',
  attributed: 'attributed: it was said as cited; what it says is not verified',
  disputed: 'disputed',
  failed_verification: 'failed verification: the sources do not say it',
  refuted: 'refuted',
  unverifiable: 'cannot be verified',
  superseded: 'superseded by newer information',
  withdrawn: 'withdrawn',
}

const STANCE: Record<Stance, string> = {
  supports: 'supports the claim',
  refutes: 'refutes the claim',
  qualifies: 'qualifies the claim',
  mentions: 'mentions it',
}

const QUOTE_VERDICT: Record<QuoteVerdict, string> = {
  verbatim: 'found word for word in the archived copy',
  normalised: 'found in the archived copy, apart from spacing, quotation marks or script',
  approximate: 'found only approximately in the archived copy',
  altered: 'altered: a name or a number differs from the archived copy',
  absent: 'not found in the archived copy',
  could_not_look: 'could not be looked for',
}

const FIGURE_VERDICT: Record<FigureVerdict, string> = {
  equal: 'the same in the archived copy',
  within_bound: 'within the bound that the archived copy gives',
  bound_dropped: 'the same number, but its bound ("more than", "about") is missing',
  magnitude_slip: 'wrong by its order of magnitude',
  unit_differs: 'in another unit than in the archived copy',
  date_differs: 'for another date than in the archived copy',
  different: 'different from the archived copy',
  absent: 'not found in the archived copy',
  could_not_look: 'could not be looked for',
}

const DROPPED: Record<Exclude<Dropped, 'bound'>, string> = {
  rate: 'per what it is counted',
  as_of: 'the date it holds for',
}

const METHOD: Record<CaptureMethod, string> = {
  plain: 'taken by a plain request',
  rendered: 'taken in a browser',
  wayback: 'from the Wayback Machine',
  upload: 'brought by hand',
}

const KIND: Record<ClaimKind, string> = { figure: 'Figure', quotation: 'Quotation', statement: 'Statement' }

/** "attributed: …" and its kin, lower case. */
export function statusWords(status: ClaimStatus): string {
  return STATUS[status]
}

/** "high confidence". */
export function confidenceWords(confidence: Confidence): string {
  return `${confidence} confidence`
}

/** "supports the claim". */
export function stanceWords(stance: Stance): string {
  return STANCE[stance]
}

/** What a quote verdict means; an unknown verdict is printed as it stands. */
export function quoteVerdictWords(verdict: string): string {
  return known(QUOTE_VERDICT, verdict) ?? verdict
}

/** What a figure verdict means; an unknown verdict is printed as it stands. */
export function figureVerdictWords(verdict: string): string {
  return known(FIGURE_VERDICT, verdict) ?? verdict
}

/** "; left out: per what it is counted"; nothing where nothing was. A dropped limit has a verdict of its own. */
export function droppedWords(dropped: readonly string[] | undefined): string {
  const words = dropped?.flatMap((one) => known(DROPPED, one) ?? []) ?? []
  return words.length > 0 ? `; the claim leaves out ${words.join(' and ')}` : ''
}

/** How a capture came into the house. */
export function methodWords(method: string): string {
  return known(METHOD, method) ?? `taken by ${method}`
}

/** "Figure", "Quotation", "Statement". */
export function claimKindWords(kind: ClaimKind): string {
  return KIND[kind]
}

/** Records hold words as text; a word this version does not know is no reason to fail an export. */
function known(words: Record<string, string>, word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined
}
