/** How many cases of the corpus come out right, ours and the peer's. */
import { readFigures } from '#reading/figures.ts'
import { type CorpusCase, judge, readCorpus } from './corpus.ts'
import { agrees, isComparable, type Peer } from './peer.ts'

export type Accuracy = {
  language: 'english' | 'chinese'
  cases: number
  /** Text, value and unit of every figure, and no figure more. */
  exact: number
  /** Also bound, rate, kind and date. */
  full: number
  /** Ids of the cases that are not exact, and of those that are exact but not full. */
  failures: string[]
  partFailures: string[]
  /** The same cases asked of both in the peer's terms; null where the peer is missing. */
  comparable: { cases: number; ours: number; peer: number } | null
}

/** Reads every case of one language; never throws for a wrong reading. */
export function measureAccuracy(language: 'english' | 'chinese', peer: Peer | null): Accuracy {
  const cases = readCorpus(language)
  const judged = cases.map((one) => ({ id: one.id, ...judge(one, readFigures(one.text, one)) }))
  return {
    language,
    cases: cases.length,
    exact: judged.filter(({ exact }) => exact).length,
    full: judged.filter(({ full }) => full).length,
    failures: judged.filter(({ exact }) => !exact).map(({ id }) => id),
    partFailures: judged.filter(({ exact, full }) => exact && !full).map(({ id }) => id),
    comparable: peer && compare(cases.filter(isComparable), peer, language),
  }
}

function compare(cases: CorpusCase[], peer: Peer, language: 'english' | 'chinese') {
  const culture = CULTURE[language]
  const right = (read: (one: CorpusCase) => Parameters<typeof agrees>[1]) =>
    cases.filter((one) => agrees(one, read(one))).length
  return {
    cases: cases.length,
    ours: right((one) => readFigures(one.text, one)),
    peer: right((one) => peer.readAll(one.text, culture)),
  }
}

/** The peer wants to be told the language. */
export const CULTURE = { english: 'en-us', chinese: 'zh-cn' } as const
