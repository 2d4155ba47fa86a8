/** What screening a lead is: how much of a claim its page holds, in which words, and what can be said of the lead. */
import type { Reason } from './attempt.ts'
import type { ContentClass } from './capture.ts'
import type { PageFinds } from './screening-parts/find-in-page.ts'

/**
 * - `passage_found`: a figure or quotation of the claim is on the page, and what stands around it says so
 * - `passage_absent`: the page was read, and it is not there
 * - `could_not_look`: nobody knows; never the same as not there
 * - `never_existed`: the name does not resolve, or its site knows no such page, and no archive has it
 */
export type LeadStanding = 'passage_found' | 'passage_absent' | 'could_not_look' | 'never_existed'

/** The ways in which a lead's page is looked at. */
export type LookStep = 'plain' | 'rendered' | 'wayback'

/** The page that was looked at, as far as one came: where it was read, what it is, what it says of itself. */
export type SeenPage = {
  finalUrl: string
  /** `rendered`: a browser was needed to read it; `wayback`: an archive's copy was read, as the page itself did not come */
  method: LookStep
  /** ISO 8601; for an archive's copy the archive's own time */
  capturedAt: string
  contentClass: ContentClass
  title: string | null
  publisher: string | null
  published: string | null
  language: string | null
}

/** What is kept with a screened lead. `why` is set where nothing was found out: the reason, and a sentence for a person. */
export type Screening = {
  page: SeenPage | null
  finds: PageFinds | null
  why: { reason: Reason; message: string } | null
}

/** A lead's verdict: `rank` runs from 0 to 100 and is null where nobody could look. */
export type ScreenedLead = { standing: LeadStanding; rank: number | null; screening: Screening }

/** One look at a lead as far as judging goes. */
export type LeadLook = {
  step: string
  ended: string | null
  reason: string | null
  httpStatus: number | null
}

/** Pages of these classes hold part of the text: what is found in it counts, what is not may stand behind the wall. */
const PART_OF_TEXT: ContentClass[] = ['paywall_stub', 'consent_wall']

/** Whether the text of such a page is worth reading for the claim; `isUsable` as the attempt ended. */
export function isReadable(contentClass: ContentClass, isUsable: boolean): boolean {
  return isUsable || PART_OF_TEXT.includes(contentClass)
}

/** The verdict on a page that was read. A page that came only in part is never "not there". */
export function judgeRead(
  page: SeenPage,
  finds: PageFinds,
  partly: { reason: Reason; message: string } | null,
): ScreenedLead {
  if (finds.isPassageFound)
    return { standing: 'passage_found', rank: finds.rank, screening: { page, finds, why: partly } }
  const why = partly ?? (finds.isComparable ? null : NOT_COMPARABLE)
  if (why) return { standing: 'could_not_look', rank: null, screening: { page, finds, why } }
  return { standing: 'passage_absent', rank: finds.rank, screening: { page, finds, why: null } }
}

const NOT_COMPARABLE = {
  reason: 'no_results' as const,
  message: 'The claim has no figure or quotation to look for, and the page is in another language.',
}

/** Reasons after which an archive is asked: the page did not come from its own site, and may have stood there once. */
const WORTH_ASKING: Reason[] = ['dns', 'connect', 'soft_404']
const NOT_THERE_CODES = [404, 410]

/** Whether a public archive is asked after the first look has ended so. */
export function asksArchive({ ended, reason, httpStatus }: LeadLook): boolean {
  if (ended !== 'failed') return false
  return WORTH_ASKING.includes(reason as Reason) || isNotThere({ reason, httpStatus })
}

/** Whether a browser is asked: the page came, and has nothing to read before its scripts have run. */
export function asksBrowser({ ended, reason }: LeadLook): boolean {
  return ended !== 'done' && reason === 'no_results'
}

/**
 * The verdict on a lead that no page came from. "Never existed" needs both: the name does not resolve or the site says
 * 404, and the archive answered that it has nothing. 410 says that there was something; a site that is down says nothing.
 */
export function judgeUnread(
  first: LeadLook & { message: string },
  second: (LeadLook & { message: string }) | null,
): ScreenedLead {
  const neverThere =
    first.ended === 'failed' && (first.reason === 'dns' || (isNotThere(first) && first.httpStatus !== 410))
  const notArchived =
    second?.step === 'wayback' && second.ended === 'nothing' && second.reason === 'no_results'
  const reason = (first.reason ?? 'bug') as Reason
  if (neverThere && notArchived) {
    const message =
      reason === 'dns'
        ? 'The name does not resolve, and no archive that was asked has the address.'
        : 'The site knows no such page, and no archive that was asked has the address.'
    return {
      standing: 'never_existed',
      rank: 0,
      screening: { page: null, finds: null, why: { reason, message } },
    }
  }
  const message = second ? `${first.message} ${second.message}` : first.message
  return {
    standing: 'could_not_look',
    rank: null,
    screening: { page: null, finds: null, why: { reason, message } },
  }
}

function isNotThere({ reason, httpStatus }: Pick<LeadLook, 'reason' | 'httpStatus'>): boolean {
  return reason === 'http_error' && NOT_THERE_CODES.includes(httpStatus ?? 0)
}
