/** The words of Spanish that are numbers, ordinals and multiples by themselves. */
import { TIMES, type WholeWord } from './grammar.ts'

/** Simple words only: ochenta y cinco and doscientos diez are built from them. */
export const SPANISH_NUMBERS = new Map<string, number>(
  'cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintidós|veintitrés|veinticuatro|veinticinco|veintiséis|veintisiete|veintiocho|veintinueve'
    .split('|')
    .map((word, value): [string, number] => [word, value]),
)
for (const [index, tens] of 'treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa'.split('|').entries())
  SPANISH_NUMBERS.set(tens, (index + 3) * 10)
for (const [index, stem] of 'doscient|trescient|cuatrocient|quinient|seiscient|setecient|ochocient|novecient'
  .split('|')
  .entries())
  for (const ending of ['os', 'as']) SPANISH_NUMBERS.set(stem + ending, (index + 2) * 100)
for (const [word, value] of [
  ['un', 1],
  ['una', 1],
  ['veintiún', 21],
  ['veintiuna', 21],
  ['cien', 100],
  ['ciento', 100],
] as const)
  SPANISH_NUMBERS.set(word, value)

export const SPANISH_ORDINALS = new Map<string, number>()
for (const [index, stem] of 'primer|segund|tercer|cuart|quint|sext|séptim|octav|noven|décim'
  .split('|')
  .entries())
  for (const ending of ['o', 'a', 'os', 'as']) SPANISH_ORDINALS.set(stem + ending, index + 1)
for (const [word, value] of [
  ['primer', 1],
  ['tercer', 3],
  ['undécimo', 11],
  ['undécima', 11],
  ['duodécimo', 12],
  ['duodécima', 12],
  ['vigésimo', 20],
  ['vigésima', 20],
  ['centésimo', 100],
  ['centésima', 100],
] as const)
  SPANISH_ORDINALS.set(word, value)

export const SPANISH_MULTIPLES = new Map<string, WholeWord>()
for (const [stem, value] of [
  ['duplic', '2'],
  ['triplic', '3'],
  ['cuadruplic', '4'],
  ['quintuplic', '5'],
] as const)
  for (const ending of 'a|an|ó|aron|ar|ado|ada|ados|adas|ará|arán|aba|aban|ando|aría|arse|arían|ándose'.split(
    '|',
  ))
    SPANISH_MULTIPLES.set(stem + ending, { value, unit: TIMES })
for (const word of ['duplique', 'dupliquen']) SPANISH_MULTIPLES.set(word, { value: '2', unit: TIMES })
for (const word of ['triplique', 'tripliquen']) SPANISH_MULTIPLES.set(word, { value: '3', unit: TIMES })
SPANISH_MULTIPLES.set('mitad', { value: '0.5', unit: null })
SPANISH_MULTIPLES.set('doble', { value: '2', unit: TIMES })
SPANISH_MULTIPLES.set('triple', { value: '3', unit: TIMES })
