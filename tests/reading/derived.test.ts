/** Derived figures: what the newsroom worked out must follow from what the sources print. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDerived, type DerivedClaim, type DerivedInput, type DerivedVerdict } from '#reading/derived.ts'

const FIGURES: Record<string, DerivedInput> = {
  now: { value: '140000000000000', bound: 'gt', printed: '140 trillion' },
  nowExact: { value: '140000000000000', bound: 'exact', printed: '140万亿' },
  flipped: { value: '104000000000000', bound: 'gt', printed: '104 trillion' },
  before: { value: '100000000000000', bound: 'exact', printed: '100 trillion' },
  beforeMore: { value: '100000000000000', bound: 'gt', printed: '100 trillion' },
  start: { value: '100000000000', bound: 'exact', printed: '1000亿' },
  part: { value: '3', bound: 'exact', printed: '3' },
  all: { value: '5', bound: 'exact', printed: '5' },
  zero: { value: '0', bound: 'exact' },
  few: { value: '20', bound: 'lt' },
  span: { value: '30', valueHigh: '50', bound: 'range' },
  share: { value: '12.5', bound: 'exact', printed: '12.5%' },
}
const percent = (value: string, bound: DerivedClaim['bound'] = 'exact') => ({ value, bound, unit: 'percent' })
const times = (value: string, bound: DerivedClaim['bound'] = 'exact') => ({ value, bound, unit: 'times' })

const CASES: [string, DerivedClaim, DerivedVerdict][] = [
  ['change(before, now)', percent('40', 'gt'), 'consistent'],
  ['change(before, now)', percent('39', 'gt'), 'consistent'],
  ['change(before, now)', percent('41', 'gt'), 'cannot_say'],
  ['change(before, now)', percent('45', 'gt'), 'inconsistent'],
  ['change(before, flipped)', percent('40', 'gt'), 'inconsistent'],
  ['change(before, nowExact)', percent('40'), 'consistent'],
  ['change(before, nowExact)', percent('50'), 'inconsistent'],
  ['change(before, now)', percent('40'), 'cannot_say'],
  ['change(beforeMore, now)', percent('40', 'gt'), 'cannot_say'],
  ['now / start', times('1000', 'gt'), 'consistent'],
  ['now / start', times('1400', 'gt'), 'consistent'],
  ['now / start', times('14000', 'gt'), 'inconsistent'],
  ['nowExact / start', times('1400'), 'consistent'],
  ['nowExact / start', times('1400', 'approx'), 'consistent'],
  ['nowExact / start', times('140'), 'inconsistent'],
  ['140T / 100B', times('1400'), 'consistent'],
  ['140万亿 ÷ 1000亿', times('1000', 'gt'), 'consistent'],
  ['part / all', percent('60'), 'consistent'],
  ['part / all', percent('61'), 'inconsistent'],
  ['few * 2', { value: '40', bound: 'lt' }, 'consistent'],
  ['few * 2', { value: '30', bound: 'lt' }, 'inconsistent'],
  ['span + 10', { value: '40', valueHigh: '60', bound: 'range' }, 'consistent'],
  ['span + 10', { value: '40', bound: 'gte' }, 'consistent'],
  ['-(part - all) * 2.5', { value: '5', bound: 'exact' }, 'consistent'],
  ['share * 8', { value: '100', bound: 'exact' }, 'consistent'],
  ['1,000 * 2', { value: '2000', bound: 'exact' }, 'consistent'],
  ['1 / 3', { value: '0.33', bound: 'exact' }, 'consistent'],
]

describe('a derived figure', () => {
  it.each(CASES)('%s claimed as %o is %s', (expression, claimed, verdict) => {
    expect(checkDerived(expression, FIGURES, claimed)).toMatchObject({ verdict, refusal: null })
  })

  it('shows the working and the interval', () => {
    const reading = checkDerived('now / start', FIGURES, times('1000', 'gt'))
    expect(reading.interval).toMatchObject({ high: null, highOpen: true })
    expect(reading.steps).toContain('now / start as printed gives 1400 times')
    expect(reading.steps).toContain('now is more than 140000000000000')
    expect(checkDerived('nowExact / 100T', FIGURES, times('1.4')).interval).toEqual({
      low: '1.395',
      high: '1.405',
      lowOpen: false,
      highOpen: false,
    })
  })

  it('changes its verdict with one flipped digit', () => {
    for (const [good, bad] of [
      ['140T / 100T', '410T / 100T'],
      ['140T / 100T', '140T / 200T'],
    ] as const) {
      expect(checkDerived(good, {}, times('1.4')).verdict).toBe('consistent')
      expect(checkDerived(bad, {}, times('1.4')).verdict).toBe('inconsistent')
    }
  })
})

describe('an expression that is refused', () => {
  it.each([
    ['', 'The expression ends too early.'],
    ['now +', 'The expression ends too early.'],
    ['now now', '“now” is not expected there.'],
    ['(now', 'A “)” is missing.'],
    ['missing / now', 'There is no figure named “missing”.'],
    ['constructor', 'There is no figure named “constructor”.'],
    ['eval(now)', 'There is no “eval”; the only one is change(from, to).'],
    ['now; now', '“; now” is not understood.'],
    ['now.value', '“.value” is not understood.'],
    ['1,00,0', '“1,00,0” is not one number.'],
    ['5 parrots', '“parrots” is no scale word.'],
    ['now / zero', 'The expression divides by what may be zero.'],
    ['change(zero, now)', 'The expression divides by what may be zero.'],
    ['now / (part - span)', 'ok'],
    [`${'('.repeat(40)}1${')'.repeat(40)}`, 'The expression is nested more than 32 deep.'],
    ['1+'.repeat(400), 'The expression is longer than 500 signs.'],
  ])('%s: %s', (expression, sentence) => {
    const { refusal, verdict } = checkDerived(expression, FIGURES, times('1'))
    if (sentence === 'ok') expect(refusal).toBeNull()
    else expect({ refusal, verdict }).toEqual({ refusal: sentence, verdict: 'cannot_say' })
  })

  it('is refused too where a figure is no plain number', () => {
    expect(checkDerived('a', { a: { value: '1e9999999', bound: 'exact' } }, times('1')).refusal).toBe(
      '“a” is not a plain decimal number.',
    )
    expect(checkDerived('1', {}, times('many')).refusal).toBe(
      'The claimed figure is not a plain decimal number.',
    )
  })

  it('never throws, whatever is written', () => {
    const pieces = fc.constantFrom(
      'now',
      'span',
      'few',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      'change(',
      ',',
      '1.5',
      '0',
      ' ',
      '万',
      '%',
      'T',
      '.',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const reading = checkDerived(parts.join(''), FIGURES, times('1'))
        expect(['consistent', 'inconsistent', 'cannot_say']).toContain(reading.verdict)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the interval of an expression', () => {
  it('holds every result its figures allow', () => {
    const figure = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 20 }), fc.nat(100))
    fc.assert(
      fc.property(figure, figure, fc.constantFrom('+', '-', '*', '/'), (a, b, operator) => {
        const input = ([low, width]: number[]): DerivedInput => ({
          value: String(low),
          valueHigh: String(low! + width!),
          bound: 'range',
        })
        const at = ([low, width, share]: number[]) => low! + (width! * share!) / 100
        const { interval, refusal } = checkDerived(
          `a ${operator} b`,
          { a: input(a), b: input(b) },
          times('1'),
        )
        if (refusal) return
        const [x, y] = [at(a), at(b)]
        const result = operator === '+' ? x + y : operator === '-' ? x - y : operator === '*' ? x * y : x / y
        expect(result).toBeGreaterThanOrEqual(Number(interval.low) - 1e-9)
        expect(result).toBeLessThanOrEqual(Number(interval.high) + 1e-9)
      }),
      { numRuns: 300 },
    )
  })
})
