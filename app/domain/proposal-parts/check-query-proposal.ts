/** Holds a proposed query against the claim: what it quotes and the figures it names must be the claim's or its citations'. */
import { compareFigure } from '#reading/compare-figures.ts'
import { readFigures } from '#reading/figures.ts'
import { readQuote } from '#reading/quote.ts'
import type { AssistSubject, QueryContent } from '../proposal.ts'
import type { GateCheck } from '../proposal-gate.ts'
import { loneNumbers } from './lone-numbers.ts'

/** What stands between quotation marks; a lone mark opens a phrase to the end. */
const PHRASE = /[“"「『«]([^“”"「」『』«»]*)(?:[”"」』»]|$)/gu
const WORD = /[\p{L}\p{N}]/u

export function checkQueryProposal(
  { query }: QueryContent,
  subject: Extract<AssistSubject, { kind: 'query' }>,
): GateCheck[] {
  const { text, claimant, passage, cited } = subject
  const texts = [
    text,
    claimant,
    passage,
    ...cited.flatMap(({ quote, translation }) => [quote, translation]),
  ].filter((one) => one !== null)
  return [quotations(query, texts), figures(query, texts)]
}

function quotations(query: string, texts: string[]): GateCheck {
  const phrases = [...query.matchAll(PHRASE)]
    .map(([, words = '']) => words.trim())
    .filter((one) => WORD.test(one))
  const strange = phrases.filter((phrase) => !texts.some((text) => stands(text, phrase)))
  const words =
    strange.length > 0
      ? `It puts words between quotation marks that neither the claim nor its citations have: “${strange.join('”, “')}”.`
      : phrases.length > 0
        ? 'What it quotes stands in the claim or in what it cites.'
        : 'It quotes nothing.'
  const steps = phrases.map((one) => `“${one}”: ${strange.includes(one) ? 'not there' : 'there'}.`)
  return check('quotation', strange.length === 0, words, steps)
}

function stands(text: string, phrase: string): boolean {
  const { verdict } = readQuote(text, phrase)
  return verdict === 'verbatim' || verdict === 'normalised'
}

function figures(query: string, texts: string[]): GateCheck {
  const record = texts.join('\n')
  const known = readFigures(record)
  const compared = readFigures(query)
    .filter(({ kind }) => kind !== 'ordinal')
    .map((figure) => ({ figure, ...compareFigure(figure, known) }))
  // A query may leave out "more than"; it must not name another value.
  const strange = compared.filter(({ verdict }) => verdict !== 'equal' && verdict !== 'bound_dropped')
  const digits = loneNumbers(record, '')
  const lone = loneNumbers(query, '').filter((number) => !digits.includes(number))
  const names = [...strange.map(({ figure }) => figure.text), ...lone]
  const words =
    names.length > 0
      ? `It has a number that is not the claim’s: ${names.join(', ')}.`
      : 'Its figures are the claim’s or its citations’.'
  const steps = compared.map(
    ({ figure, verdict, found }) =>
      `${figure.text}: ${verdict.replaceAll('_', ' ')}${found ? `, beside ${found.text}` : ''}.`,
  )
  return check('figures', names.length === 0, words, steps)
}

function check(of: string, ok: boolean, words: string, steps: string[]): GateCheck {
  return { of, ok, words, steps, forPerson: false }
}
