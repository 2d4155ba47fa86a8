/** Holds a proposed translation against the words translated: figures, dates, other numbers, negations, names. */
import { checkClaim } from '#reading/check-claim.ts'
import type { AssistSubject, TranslationContent } from '../proposal.ts'
import type { GateCheck } from '../proposal-gate.ts'
import { figureWords, holds } from './check-claim-proposal.ts'
import { datesIn, loneNumbers, type NamedDate } from './lone-numbers.ts'
import { languageFor, negationsIn } from './said-words.ts'
import { compareNames } from './translated-names.ts'

type Pair = { quote: string; translation: string; from: string; to: string }

/** Numbers and a turned statement are never let through; what crosses scripts only a person can tell. */
export function checkTranslationProposal(
  content: TranslationContent,
  subject: Extract<AssistSubject, { kind: 'translation' }>,
): GateCheck[] {
  const { translation } = content
  const { quote } = subject
  if (content.quote !== quote)
    return [check('quotation', false, 'It translates other words than the citation quotes now.', [])]
  const from = languageFor(quote, subject.from)
  const to = languageFor(translation, subject.to)
  const pair = { quote, translation, from, to }
  return [
    languages(pair, subject.to),
    figures(pair),
    numbers(pair),
    negations(pair),
    names(pair, subject.record),
  ]
}

function languages({ quote, translation, to }: Pair, wanted: string): GateCheck {
  const isSame = quote.trim() === translation.trim()
  const primary = wanted.split('-')[0]?.toLowerCase()
  const ok = !isSame && to === primary
  const words = isSame
    ? 'It is the quotation itself.'
    : ok
      ? 'It is in the article’s language, as far as its script tells.'
      : 'It is not in the article’s language.'
  return check('language', ok, words, [])
}

function figures({ quote, translation }: Pair): GateCheck {
  const there = checkClaim(translation, quote).figures
  const back = checkClaim(quote, translation).figures
  const wrong = there.filter((one) => !holds(one))
  const lost = back.filter((one) => !holds(one))
  const ok = wrong.length === 0 && lost.length === 0
  const told = wrong[0] ?? lost[0]
  const slip = told?.slip ? `: ${told.slip}` : ''
  const words = ok
    ? there.length > 0
      ? 'Its figures are those of the quotation.'
      : 'There are no figures on either side.'
    : wrong.length > 0
      ? `A figure of it is not the quotation’s (${wrong.map(({ claimed }) => claimed.text).join(', ')})${slip}.`
      : `A figure of the quotation is not in it (${lost.map(({ claimed }) => claimed.text).join(', ')})${slip}.`
  const steps = [
    ...there.flatMap((one) => [`${one.claimed.text} in the quotation: ${figureWords(one)}`, ...one.steps]),
    ...lost.map((one) => `${one.claimed.text} in the translation: ${figureWords(one)}`),
  ]
  return check('figures', ok, words, steps)
}

function numbers({ quote, translation, from, to }: Pair): GateCheck {
  const had = loneNumbers(quote, from)
  const has = loneNumbers(translation, to)
  const strange = [...has.filter((one) => !had.includes(one)), ...had.filter((one) => !has.includes(one))]
  const dates = [datesIn(quote, from), datesIn(translation, to)] as const
  const apart = [...notIn(dates[0], dates[1]), ...notIn(dates[1], dates[0])]
  const steps = [
    `Dates of the quotation: ${dates[0].map(({ text }) => text).join(', ') || 'none'}.`,
    `Of the translation: ${dates[1].map(({ text }) => text).join(', ') || 'none'}.`,
    ...(strange.length > 0 ? [`Numbers on one side only: ${strange.join(', ')}.`] : []),
  ]
  const names = [...apart.map(({ text }) => text), ...strange]
  if (names.length === 0)
    return check('numbers', true, 'Its dates and other numbers are the quotation’s.', steps)
  // A date in words alone ("the same period") may be read on one side and missed on the other.
  const forPerson = strange.length === 0 && apart.every(({ text }) => !/\p{Nd}/u.test(text))
  return check('numbers', false, `A date or number differs: ${names.join(', ')}.`, steps, forPerson)
}

function notIn(some: NamedDate[], others: NamedDate[]): NamedDate[] {
  return some.filter(({ from, to }) => !others.some((one) => one.from === from && one.to === to))
}

function negations({ quote, translation, from, to }: Pair): GateCheck {
  const had = negationsIn(quote, from)
  const has = negationsIn(translation, to)
  if (had === null || has === null)
    return check('negation', false, 'Negations of this language are not known here: compare them.', [], true)
  const steps = [
    `Negations of the quotation: ${had.join(', ') || 'none'}.`,
    `Of the translation: ${has.join(', ') || 'none'}.`,
  ]
  if (had.length > 0 !== has.length > 0)
    return check('negation', false, 'One of the two denies something and the other does not.', steps)
  return had.length === has.length
    ? check('negation', true, 'Both deny as often.', steps)
    : check('negation', false, 'They do not deny equally often: compare them.', steps, true)
}

function names({ quote, translation, to }: Pair, record: string[]): GateCheck {
  const { strange, missing } = compareNames(quote, translation, { to, record })
  const words = [
    strange.length > 0
      ? `Nothing on record shows these names in the quotation: ${strange.join(', ')}.`
      : null,
    missing.length > 0 ? `These names are missing: ${missing.join(', ')}.` : null,
  ].filter(Boolean)
  return words.length > 0
    ? check('names', false, words.join(' '), [], true)
    : check('names', true, 'Its names are those of the quotation, as far as the record gives them.', [])
}

function check(of: string, ok: boolean, words: string, steps: string[], forPerson = false): GateCheck {
  return { of, ok, words, steps, forPerson }
}
