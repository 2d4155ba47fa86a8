/** Says in a colleague's words what looking at a lead has shown, and what its rank is made of. */
import type { Reason } from '#domain/attempt.ts'
import type { LeadStanding, Screening } from '#domain/screening.ts'
import type { FoundFigure, PageFinds } from '#domain/screening-parts/find-in-page.ts'
import type { QuoteVerdict } from '#reading/quote.ts'

/** A standing in a few words, for a mark and for the history. */
export const STANDING_WORDS: Record<LeadStanding, string> = {
  passage_found: 'the passage is there',
  passage_absent: 'the passage is not there',
  could_not_look: 'could not look',
  never_existed: 'the address never existed',
}

/** What a lead is, as far as words go. `isWaiting`: its run is still under way. */
export type TellableLead = { standing: LeadStanding | null; screening: Screening | null; isWaiting: boolean }

/** The standing in one sentence, with the page's own figure or quotation in it where there is one. */
export function standingSentence({ standing, screening, isWaiting }: TellableLead): string {
  if (standing === null)
    return isWaiting ? 'Waits to be looked at.' : 'Not looked at: the search ended before its turn came.'
  const finds = screening?.finds ?? null
  if (standing === 'passage_found' && finds) return `${foundSentence(finds)}${partly(screening)}`
  if (standing === 'passage_absent') return absentSentence(finds)
  const why = screening?.why?.message ?? ''
  if (standing === 'never_existed') return `This address never existed: ${lowerFirst(why)}`
  return `Could not look: ${screening?.why ? (WALL_WORDS[screening.why.reason] ?? lowerFirst(why)) : lowerFirst(why)}`
}

/** What stands in the way of a page, where the record of the look says it more exactly than a reader of the list needs. */
const WALL_WORDS: Partial<Record<Reason, string>> = {
  http_error: 'the site answered with an error instead of the page.',
  blocked_challenge: 'the page was blocked by the site or by a service in front of it.',
  paywall_stub: 'only the part in front of the paywall came back.',
  consent_wall: 'a cookie or consent notice stood in front of the page.',
  login_wall: 'the page asks readers to sign in first.',
  soft_404: 'the site answered, but with a page that says the document is not there.',
  withdrawn: 'the site says that the document has been withdrawn.',
}

/** Whether the page has the claim's own figure or quotation, and not another one in its place. */
export function isOwnPassage({ figures, quote }: PageFinds): boolean {
  if (quote && IS_MATCH.includes(quote.verdict)) return true
  const here = figures.filter(({ isInPassage }) => isInPassage)
  return here.length === 0 || here.some(isOwn)
}

function isOwn({ slip, verdict }: FoundFigure): boolean {
  return slip === null && verdict !== 'unit_differs'
}

function foundSentence({ figures, quote }: PageFinds): string {
  if (quote && IS_MATCH.includes(quote.verdict)) return QUOTE_SENTENCES[quote.verdict] ?? ''
  const here = figures.filter(({ isInPassage }) => isInPassage)
  const own = here.find(isOwn)
  if (own) return `The figure is on the page: “${own.found}”${figureNote(own)}.`
  const other = here[0]
  if (other)
    return `The page has another figure in its place: “${other.found}”, not “${other.claimed}”${figureNote(other)}.`
  return 'Most of the claim’s words stand together on the page.'
}

function absentSentence(finds: PageFinds | null): string {
  const altered = finds?.quote?.verdict === 'altered'
  if (altered)
    return 'The quotation is not on this page: something like it is, with another name, number or unit.'
  const far = finds?.figures.find(({ found }) => found !== null)
  if (far) return `The passage is not on this page. “${far.found}” is, but not said of this.`
  return 'The passage is not on this page.'
}

const IS_MATCH: QuoteVerdict[] = ['verbatim', 'normalised', 'approximate']
const QUOTE_SENTENCES: Partial<Record<QuoteVerdict, string>> = {
  verbatim: 'The quotation is on the page, letter for letter.',
  normalised: 'The quotation is on the page; only spacing, quotation marks or script differ.',
  approximate: 'Something close to the quotation is on the page, not the same words.',
}

/** What a page lets be seen is not all of it. */
function partly(screening: Screening | null): string {
  return screening?.why ? ' Only a part of the page came back.' : ''
}

function figureNote({ verdict, slip }: FoundFigure): string {
  if (slip) return ` (${slip})`
  if (verdict === 'bound_dropped') return ', which the page limits (“more than”, “about”)'
  if (verdict === 'within_bound') return ', which the claim’s limit or rounding covers'
  if (verdict === 'date_differs') return ', for another date'
  return verdict === 'unit_differs' ? ', in another unit' : ''
}

/** What was looked for and what was found of it, part by part; the reason for the lead's place in the list. */
export function rankWords(finds: PageFinds): string[] {
  const { figures, quote, claimant, date, words, quotesOfOtherLanguage } = finds
  return [
    ...figures.map((figure) =>
      figure.found === null
        ? `no “${figure.claimed}”`
        : `“${figure.claimed}” as “${figure.found}”${figure.isInPassage ? '' : ', elsewhere on the page'}`,
    ),
    ...(has(finds, 'claimant')
      ? [
          claimant
            ? `${claimant.name} named${claimant.isInPassage ? '' : ' elsewhere on the page'}`
            : 'claimant not named',
        ]
      : []),
    quote
      ? `quotation ${QUOTE_WORDS[quote.verdict]}`
      : quotesOfOtherLanguage > 0
        ? 'quotation in another language'
        : 'no quotation',
    ...(has(finds, 'date') ? [date ? `date given: ${date}` : 'date not given'] : []),
    ...(words.of > 0 ? [`${words.found} of ${words.of} of the claim’s words beside it`] : []),
  ]
}

function has({ parts }: PageFinds, wanted: PageFinds['parts'][number]['part']): boolean {
  return parts.some(({ part }) => part === wanted)
}

const QUOTE_WORDS: Record<QuoteVerdict, string> = {
  verbatim: 'there, letter for letter',
  normalised: 'there but for spacing, marks or script',
  approximate: 'there in close words',
  altered: 'altered',
  absent: 'not there',
  could_not_look: 'could not be looked for',
}

function lowerFirst(sentence: string): string {
  // Host names and abbreviations keep their case.
  return /^[A-Z][a-z’]* /.test(sentence) ? sentence[0]!.toLowerCase() + sentence.slice(1) : sentence
}
