/** The words of French that are numbers, ordinals and multiples by themselves. */
import { TIMES, type WholeWord } from './grammar.ts'

/** Simple words only: vingt-et-un and quatre-vingt-dix-sept are built from them. */
export const FRENCH_NUMBERS = new Map<string, number>(
  'zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize'
    .split('|')
    .map((word, value): [string, number] => [word, value]),
)
for (const [word, value] of [
  ['une', 1],
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  // Belgium and Switzerland.
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
] as const)
  FRENCH_NUMBERS.set(word, value)

export const FRENCH_ORDINALS = new Map<string, number>()
for (const [words, value] of [
  ['premier|première|premiers|premières', 1],
  ['deuxième|second|seconde', 2],
  ['troisième', 3],
  ['quatrième', 4],
  ['cinquième', 5],
  ['sixième', 6],
  ['septième', 7],
  ['huitième', 8],
  ['neuvième', 9],
  ['dixième', 10],
  ['onzième', 11],
  ['douzième', 12],
  ['treizième', 13],
  ['quatorzième', 14],
  ['quinzième', 15],
  ['seizième', 16],
  ['vingtième', 20],
  ['trentième', 30],
  ['quarantième', 40],
  ['cinquantième', 50],
  ['centième', 100],
  ['millième', 1000],
] as const)
  for (const word of words.split('|')) FRENCH_ORDINALS.set(word, value)

export const FRENCH_MULTIPLES = new Map<string, WholeWord>()
for (const [stem, value] of [
  ['doubl', '2'],
  ['tripl', '3'],
  ['quadrupl', '4'],
  ['quintupl', '5'],
  ['décupl', '10'],
  ['centupl', '100'],
] as const)
  for (const ending of 'é|ée|és|ées|er|era|eront|erait|ait|aient|ant|èrent|a|ement'.split('|'))
    FRENCH_MULTIPLES.set(stem + ending, { value, unit: TIMES })
FRENCH_MULTIPLES.set('moitié', { value: '0.5', unit: null })
