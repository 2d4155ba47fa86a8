/** Figures in German: cases from the rules of the language. */
import { describe, expect, it } from 'vitest'
import { figureLines } from './figure-lines.ts'

const CASES: [string, ...string[]][] = [
  ['Der Umsatz stieg auf rund 1,2 Mrd. Euro.', '1,2 Mrd. Euro | 1200000000 | EUR | approx'],
  ['Die Schulden liegen bei 1,4 Billionen Euro.', '1,4 Billionen Euro | 1400000000000 | EUR'],
  ['Die Kommune hat 1.250.000 Einwohner.', '1.250.000 Einwohner | 1250000 | people'],
  ["Die Schule kostet 3'400'000 Franken.", "3'400'000 Franken | 3400000 | CHF"],
  [
    'Das kostet eine halbe Million Euro pro Jahr.',
    'eine halbe Million Euro | 500000 | EUR | exact | per_year',
  ],
  [
    'Zweitausendfünfhundert Gäste und hundertzwanzig Kinder kamen.',
    'Zweitausendfünfhundert | 2500',
    'hundertzwanzig | 120',
  ],
  ['Die Prüfung dauert anderthalb Jahre.', 'anderthalb Jahre | 1.5 | years'],
  ['Es gab zweieinhalb Millionen Stimmen.', 'zweieinhalb Millionen | 2500000'],
  [
    'Ein Dutzend Helfer und zwei Drittel der Boote sind da.',
    'Ein Dutzend | 12',
    'zwei Drittel | 0.66666666666666666667',
  ],
  ['Weniger als die Hälfte der Firmen antwortete.', 'Hälfte | 0.5 | - | lt'],
  ['In der zweiten Hälfte regnete es.'],
  [
    'Die Miete hat sich verdreifacht, der Preis halbiert.',
    'verdreifacht | 3 | times',
    'halbiert | 0.5 | times',
  ],
  ['Das ist dreimal so viel wie früher.', 'dreimal | 3 | times'],
  ['Er trainiert dreimal pro Woche.'],
  ['Der dritte Versuch gelang.', 'dritte | 3 | ordinal'],
  ['Im dritten Quartal stieg der Absatz.'],
  [
    'Die 45-Jährige erhielt eine 20-prozentige Zulage.',
    '45-Jährige | 45 | years',
    '20-prozentige | 20 | percent',
  ],
  ['Der zweitägige Gipfel endet.', 'zweitägige | 2 | days'],
  ['Die Quote fiel um 2,5 Prozentpunkte.', '2,5 Prozentpunkte | 2.5 | percentage_point'],
  ['Das Auto fuhr mit 180 km/h.', '180 km/h | 180 | kilometres | exact | per_hour'],
  ['Das Werk baut 1.200 Autos am Tag.', '1.200 | 1200 | - | exact | per_day'],
  ['Es hatte minus 12 Grad.', 'minus 12 Grad | -12 | degrees'],
  ['Die Quote liegt bei drei bis fünf Prozent.', 'drei bis fünf Prozent | 3-5 | percent | range'],
  ['Nach § 12 Absatz 3 und Artikel 5 ist das erlaubt.'],
  ['Am 14. Mai 2025 um 19.30 Uhr trafen sie sich im Raum 204.'],
  ['Das Spiel endete 3:1, Auskunft unter 030 1234567.'],
  ['Das Amt sitzt in der Lindenstraße 12, 10969 Berlin.'],
  ['Es waren 300. Die Feier begann spät.', '300 | 300'],
]

describe('figures in German', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(figureLines(text, 'de')).toEqual(expected)
  })
})
