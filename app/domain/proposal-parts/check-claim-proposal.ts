/** Holds a proposed claim against the draft: its passage stands there, and it says no more than the passage. */
import { type CheckedFigure, checkClaim } from '#reading/check-claim.ts'
import type { ClaimContent } from '../proposal.ts'
import type { GateCheck } from '../proposal-gate.ts'
import { draftPassage } from './draft-passage.ts'
import { newHardWords } from './new-words.ts'
import { hedgesIn, languageFor, negationsIn } from './said-words.ts'

/** Every check; the others are not made where the passage is not in the draft. */
export function checkClaimProposal(
  content: ClaimContent,
  { draft, language }: { draft: string; language: string },
): GateCheck[] {
  const { verdict, leavesOut, words } = draftPassage(draft, content.passage)
  if (words === null) {
    const why = leavesOut
      ? 'Its passage leaves words of the draft out, so that it joins what may not belong together.'
      : verdict === 'altered'
        ? 'Its passage is not the draft’s: a name, a number, a negation or a unit differs.'
        : 'Its passage does not stand in the draft in these words.'
    return [check('passage', false, why, [`The passage, looked for in the draft: ${verdict}.`])]
  }
  const passage = withoutMarkup(words)
  const said = content.claimant ? `${content.text}\n${content.claimant}` : content.text
  return [
    check('passage', true, 'Its passage stands in the draft.', [`Looked for in the draft: ${verdict}.`]),
    figures(content.text, passage),
    newWords(said, passage),
    keptWords(content.text, passage, languageFor(passage, language)),
  ]
}

/** Emphasis and links of the draft come between a figure and the words that limit it. */
function withoutMarkup(words: string): string {
  return words
    .replace(/\[([^[\]\n]{0,500})\]\([^)\s]{0,2000}\)/gu, '$1')
    .replace(/[*`]+|(?<!\w)_+|_+(?!\w)/gu, '')
}

function figures(text: string, passage: string): GateCheck {
  const checked = checkClaim(text, passage)
  const quotes = checked.quotes.filter(({ verdict }) => verdict !== 'verbatim' && verdict !== 'normalised')
  const ok = checked.figures.every(holds) && quotes.length === 0
  const steps = [
    ...checked.figures.flatMap((one) => [`${one.claimed.text}: ${figureWords(one)}`, ...one.steps]),
    ...checked.quotes.map(({ quote, verdict }) => `“${quote}” in the passage: ${verdict}.`),
  ]
  const words = ok
    ? checked.figures.length > 0
      ? 'Its figures are those of the passage.'
      : 'It has no figures.'
    : quotes.length > 0
      ? 'It quotes words that the passage does not have.'
      : 'A figure of it is not the passage’s.'
  return check('figures', ok, words, steps)
}

/** The same figure, with the same limit. */
export function holds({ verdict, dropped }: CheckedFigure): boolean {
  return verdict === 'equal' && !dropped.includes('bound')
}

/** What became of a figure, for the working. */
export function figureWords({ verdict, found, slip }: CheckedFigure): string {
  const beside = found
    ? `${verdict.replaceAll('_', ' ')}, beside ${found.text}`
    : verdict.replaceAll('_', ' ')
  return slip ? `${beside} (${slip}).` : `${beside}.`
}

function newWords(said: string, passage: string): GateCheck {
  const strange = newHardWords(said, passage)
  const words =
    strange.length === 0
      ? 'It brings in no name, number or unit of its own.'
      : `It says what the passage does not: ${strange.join(', ')}.`
  return check('words', strange.length === 0, words, [])
}

/** One language on both sides, so the words themselves are counted. */
function keptWords(text: string, passage: string, language: string): GateCheck {
  const negations = [negationsIn(passage, language), negationsIn(text, language)] as const
  if (negations[0] === null || negations[1] === null)
    return check(
      'negation',
      false,
      'Negations of this language are not known here, so it could not be compared.',
      [],
    )
  const [had, has] = negations
  const steps = [
    `Negations in the passage: ${had.join(', ') || 'none'}.`,
    `In the proposal: ${has.join(', ') || 'none'}.`,
  ]
  if (had.length !== has.length)
    return check(
      'negation',
      false,
      'The passage denies something and the proposal does not, or the reverse.',
      steps,
    )
  const hedged = hedgesIn(passage, language) ?? []
  const lost = hedged.length > 0 && (hedgesIn(text, language) ?? []).length === 0
  return lost
    ? check('negation', false, `The passage is not certain (${hedged.join(', ')}); the proposal is.`, steps)
    : check('negation', true, 'It denies and limits what the passage does.', steps)
}

function check(of: string, ok: boolean, words: string, steps: string[]): GateCheck {
  return { of, ok, words, steps, forPerson: false }
}
