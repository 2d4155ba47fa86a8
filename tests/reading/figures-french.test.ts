/** Figures in French: cases from the rules of the language. */
import { describe, expect, it } from 'vitest'
import { figureLines } from './figure-lines.ts'

const CASES: [string, ...string[]][] = [
  ['La dette atteint 3 300 milliards d’euros.', '3 300 milliards d’euros | 3300000000000 | EUR'],
  ['Elle est de 2 billions d’euros.', '2 billions d’euros | 2000000000000 | EUR'],
  ['Le budget est de 350 M€ et de 1,2 Md€.', '350 M€ | 350000000 | EUR', '1,2 Md€ | 1200000000 | EUR'],
  [
    'Quatre-vingt-dix-sept communes et soixante et onze écoles ferment.',
    'Quatre-vingt-dix-sept | 97',
    'soixante et onze | 71',
  ],
  ['Il reste nonante-deux places.', 'nonante-deux | 92'],
  ['Deux cent mille personnes ont fui.', 'Deux cent mille personnes | 200000 | people'],
  ['Un million et demi d’euros manque.', 'Un million et demi d’euros | 1500000 | EUR'],
  ['Le chantier dure deux ans et demi.', 'deux ans et demi | 2.5 | years'],
  ['Une trentaine de personnes attendaient.', 'Une trentaine de personnes | 30 | people | approx'],
  [
    'Une centaine de millions d’euros sera versée.',
    'Une centaine de millions d’euros | 100000000 | EUR | approx',
  ],
  ['Des milliers de tracteurs roulent.'],
  [
    'Trois quarts des élus et un tiers des maires sont venus.',
    'Trois quarts | 0.75',
    'un tiers | 0.33333333333333333333',
  ],
  ['Plus de la moitié des ponts sont usés.', 'moitié | 0.5 | - | gt'],
  ['Un cinquième mandat est exclu.', 'cinquième | 5 | ordinal'],
  ['Le prix a doublé, les ventes ont triplé.', 'doublé | 2 | times', 'triplé | 3 | times'],
  ['C’est trois fois plus cher.', 'trois fois | 3 | times'],
  ['Il y va deux fois par semaine.', 'deux | 2 | - | exact | per_week'],
  ['La troisième tentative a réussi.', 'troisième | 3 | ordinal'],
  ['Au troisième trimestre, rien ne change.'],
  ['Le taux recule de 0,3 point, à 7 %.', '0,3 point | 0.3 | percentage_point', '7 % | 7 | percent'],
  ['L’indice termine à 7 521 points.', '7 521 | 7521'],
  ['Au moins 12 personnes sont tombées.', '12 personnes | 12 | people | gte'],
  ['Il fait moins 12 degrés.', 'moins 12 degrés | -12 | degrees'],
  ['Chaque année, 15 000 cas sont notés.', '15 000 | 15000 | - | exact | per_year'],
  ['Entre 200 et 300 euros par mois.', '200 et 300 euros | 200-300 | EUR | range | per_month'],
  ['Le 14 juillet 2025 à 20 h 30, l’article 49.3 fut lu.'],
  ['Appelez le 01 23 45 67 89, ou venez au 12, rue des Lilas, 75002 Paris.'],
  ['Le train roule à 320 km/h.', '320 km/h | 320 | kilometres | exact | per_hour'],
]

describe('figures in French', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(figureLines(text, 'fr')).toEqual(expected)
  })
})
