/** The corpus of figures: sentences written from the rules of the two languages, with what a careful reader finds in them. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { BOUNDS, type ReadFigure } from '#reading/figure.ts'

/** A decimal, or a fraction of whole numbers where no decimal is exact: '1/3'. */
const VALUE = z.string().regex(/^-?\d+(?:\.\d+)?$|^\d+\/\d+$/)
const FIGURE = z.strictObject({
  text: z.string().min(1),
  value: VALUE,
  valueHigh: VALUE.optional(),
  unit: z.string().nullable(),
  kind: z.string(),
  /** Left out where the words do not limit the number. */
  bound: z.enum(BOUNDS).optional(),
  rate: z.string().optional(),
  /** Left out where the case is not about dates; null where no date may be given. */
  asOf: z.string().nullable().optional(),
})
const CASE = z.strictObject({
  id: z.string(),
  text: z.string(),
  language: z.string().optional(),
  figures: z.array(FIGURE),
  /** The standard, dictionary or style book behind a case that one might doubt. */
  source: z.string().optional(),
})
export type CorpusFigure = z.infer<typeof FIGURE>
export type CorpusCase = z.infer<typeof CASE>

/** Whether a case came out right: `exact` is text, value and unit of every figure, `full` also bound, rate, kind and date. */
export type Judgement = { exact: boolean; full: boolean }

/** Two spellings of one third agree to this share. */
const SAME = 1e-15

/** The cases of 'english' or 'chinese' in the order of the file; throws on a line that is no case. */
export function readCorpus(language: 'english' | 'chinese'): CorpusCase[] {
  const file = new URL(`./figures-${language}.jsonl`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => CASE.parse(JSON.parse(line)))
}

/** Holds what was read against what the case says: the same figures in the same order, none more and none less. */
export function judge({ figures }: CorpusCase, read: readonly ReadFigure[]): Judgement {
  if (figures.length !== read.length) return { exact: false, full: false }
  const pairs = figures.map((wanted, index): [CorpusFigure, ReadFigure] => [wanted, read[index]!])
  const exact = pairs.every(
    ([wanted, one]) =>
      wanted.text === one.text &&
      wanted.unit === one.unit &&
      sameValue(wanted.value, one.value) &&
      (wanted.valueHigh === undefined) === (one.valueHigh === undefined) &&
      sameValue(wanted.valueHigh ?? '0', one.valueHigh ?? '0'),
  )
  const full = pairs.every(
    ([wanted, one]) =>
      (wanted.bound ?? 'exact') === one.bound &&
      (wanted.rate ?? null) === one.rate &&
      wanted.kind === one.kind &&
      (wanted.asOf === undefined || wanted.asOf === one.asOf),
  )
  return { exact, full: exact && full }
}

/** Decimals must agree sign by sign; only a fraction without an exact decimal is compared as a number. */
export function sameValue(wanted: string, read: string): boolean {
  const [upper, lower] = wanted.split('/')
  if (lower === undefined) return wanted === read
  const share = Number(upper) / Number(lower)
  return Math.abs(Number(read) - share) <= SAME * share
}
