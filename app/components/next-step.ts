/** Says what is the next thing to do for a claim or an article, and where. Advice, not a rule: the rules refuse by themselves. */
import type { ClaimStatus } from '#domain/claim.ts'

/** `target` names a place: a part of the page (`#sources`), or one of the pages the caller knows how to reach. */
export type NextStep = {
  words: string
  target: 'link' | 'edit' | 'submit' | 'review' | 'sources' | 'log' | 'export' | null
}

/** What the advice looks at. */
export type ClaimSituation = {
  status: ClaimStatus
  submitted: boolean
  sentBack: boolean
  citations: { quote: boolean; captured: boolean; capturing: boolean; found: boolean }[]
  /** what the reader may do with it */
  mayJudge: boolean
}

const SETTLED_WORDS: Partial<Record<ClaimStatus, string>> = {
  confirmed: 'Settled. Changing the claim or what it rests on reopens it.',
  attributed: 'Settled as a statement of the claimant. Print it with its attribution.',
  disputed: 'Settled as disputed. The article must say that sources contradict each other.',
  failed_verification: 'The cited source does not say it. Change the article, or find another source.',
  refuted: 'Shown to be wrong. Take it out of the article.',
  unverifiable: 'There is no way to check it. Print it only with that said.',
  superseded: 'A newer statement has replaced it. Log the newer one.',
  withdrawn: 'No longer made in the article.',
}

export function claimNextStep(claim: ClaimSituation): NextStep {
  const settled = SETTLED_WORDS[claim.status]
  if (settled) return { words: settled, target: null }
  if (claim.submitted)
    return claim.mayJudge
      ? { words: 'This waits for your decision.', target: 'review' }
      : { words: 'This waits for an editor.', target: null }
  if (claim.sentBack)
    return { words: 'An editor sent it back. Mend what is missing, then hand it in again.', target: 'review' }
  if (claim.citations.length === 0)
    return { words: 'Nothing supports this yet. Link a source, or search for one.', target: 'link' }
  if (!claim.citations.some((citation) => citation.captured))
    return claim.citations.some((citation) => citation.capturing)
      ? {
          words: 'The page is being archived. Its words are checked as soon as it is here.',
          target: 'sources',
        }
      : {
          words: 'No source has an archived copy. See why, and try again or bring the document.',
          target: 'sources',
        }
  if (!claim.citations.some((citation) => citation.quote))
    return { words: 'Give the exact words of a source, so that they can be looked for.', target: 'sources' }
  if (!claim.citations.some((citation) => citation.found))
    return {
      words: 'The words were not found in an archived page. Compare them with the page.',
      target: 'sources',
    }
  return { words: 'The words are found in the archive. Hand the claim to the editors.', target: 'submit' }
}

/** The next step of an article by its claims' statuses. */
export function articleNextStep(claims: { status: ClaimStatus; submitted: boolean }[]): NextStep {
  if (claims.length === 0) return { words: 'No claims yet. Log the first one from the draft.', target: 'log' }
  const open = claims.filter(({ status }) => status === 'unchecked' || status === 'in_progress')
  const waiting = open.filter((claim) => claim.submitted).length
  const struck = claims.filter(
    ({ status }) => status === 'refuted' || status === 'failed_verification',
  ).length
  if (struck > 0)
    return { words: `${count(struck, 'claim')} must come out of the draft or be mended.`, target: null }
  if (open.length > waiting)
    return { words: `${count(open.length - waiting, 'claim')} still to be checked.`, target: null }
  if (waiting > 0)
    return {
      words: `${count(waiting, 'claim')} ${waiting === 1 ? 'waits' : 'wait'} for an editor.`,
      target: null,
    }
  return { words: 'Every claim is settled. Export the source list.', target: 'export' }
}

/** `1 claim`, `2 claims`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
