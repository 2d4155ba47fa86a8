/** Figures in Japanese, Korean, German, French, Spanish and Indian English: cases from the rules of each language. */
import { describe, expect, it } from 'vitest'
import { readFigures } from '#reading/figures.ts'

/** Language, text, then each figure as "text | value | unit | bound | rate", empty parts left out from the right. */
const CASES: [string, string, ...string[]][] = [
  [
    'ja',
    '前年比3割5分増の1兆2,000億円だった。',
    '3割5分 | 35 | percent',
    '1兆2,000億円 | 1200000000000 | JPY',
  ],
  ['ja', '来場者は約3万5千人だった。', '3万5千人 | 35000 | people | approx'],
  ['ja', '金利は2.5ポイント上昇した。', '2.5ポイント | 2.5 | percentage_point'],
  ['ko', '매출은 약 1조 2,000억 원이다.', '1조 2,000억 원 | 1200000000000 | KRW | approx'],
  ['ko', '하루 평균 3만5천 명을 넘었다.', '3만5천 명 | 35000 | people | gt | per_day'],
  ['ko', '지지율이 2%p 이상 올랐다.', '2%p | 2 | percentage_point | gte'],
  ['ko', '2024년 3월 23일에 300여 명이 모였다.', '300여 명 | 300 | people | gt'],
  ['de', 'Der Umsatz stieg auf rund 1,2 Mrd. Euro.', '1,2 Mrd. Euro | 1200000000 | EUR | approx'],
  ['de', 'Es waren mehr als 1.200.000 Menschen.', '1.200.000 Menschen | 1200000 | people | gt'],
  ['de', 'Die Schulden liegen bei 1,4 Billionen Euro.', '1,4 Billionen Euro | 1400000000000 | EUR'],
  ['de', 'Das kostet eine Million Euro pro Jahr.', 'eine Million Euro | 1000000 | EUR | exact | per_year'],
  ['de', 'Die Quote liegt bei 3 bis 5 Prozent.', '3 bis 5 Prozent | 3-5 | percent | range'],
  ['de', 'Das Treffen ist am 23. März 2026.'],
  [
    'fr',
    'Il a atteint 1,2 milliard d’euros, en hausse de plus de 3,5 %.',
    '1,2 milliard d’euros | 1200000000 | EUR',
    '3,5 % | 3.5 | percent | gt',
  ],
  ['fr', 'Environ 1 200 000 personnes sont venues.', '1 200 000 personnes | 1200000 | people | approx'],
  ['fr', 'La dette est de 2 billions d’euros.', '2 billions d’euros | 2000000000000 | EUR'],
  ['fr', 'La réunion est le 23 mars 2026 à 14 h 30.'],
  ['es', 'Fueron más de 1.200 millones de euros.', '1.200 millones de euros | 1200000000 | EUR | gt'],
  ['es', 'El fondo tiene tres mil millones de dólares.', 'tres mil millones de dólares | 3000000000 | USD'],
  ['es', 'La deuda es de 1,5 billones de euros.', '1,5 billones de euros | 1500000000000 | EUR'],
  ['es', 'Unas 2.500 personas al día cruzan.', '2.500 personas | 2500 | people | approx | per_day'],
  ['es', 'La reunión es el 23 de marzo de 2026.'],
  ['en', 'The scheme cost Rs 1,40,000 crore.', 'Rs 1,40,000 crore | 1400000000000 | INR'],
]

function shown(text: string, language?: string): string[] {
  return readFigures(text, { language }).map((one) => {
    const value = one.valueHigh ? `${one.value}-${one.valueHigh}` : one.value
    const parts = [one.text, value, one.unit ?? '-', one.bound, one.rate ?? '-']
    while (parts.length > 2 && ['-', 'exact'].includes(parts.at(-1) ?? '')) parts.pop()
    return parts.join(' | ')
  })
}

describe('figures in other languages', () => {
  it.each(CASES)('%s: %s', (language, text, ...expected) => {
    expect(shown(text, language)).toEqual(expected)
    expect(shown(text)).toEqual(expected)
  })
})
