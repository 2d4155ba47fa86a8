/** Exact fractions for reading: no rounding, and light enough for hundreds of thousands of figures in one text. */

/** One third has no last digit: such values are written with so many places. */
const ENDLESS_PLACES = 20
const MAX_PLACES = 40

export class Rational {
  readonly top: bigint
  readonly bottom: bigint
  #written: string | null = null

  /** `bottom` is positive; a power of ten for every number written in decimals. */
  constructor(top: bigint, bottom = 1n) {
    this.top = top
    this.bottom = bottom
  }

  /** `digits` is plain decimal notation: '140', '1.4'. */
  static of(digits: string): Rational {
    if (digits.length <= SMALL_DIGITS) {
      const known = SMALL.get(digits)
      if (known) return known
    }
    const point = digits.indexOf('.')
    if (point < 0) return new Rational(BigInt(digits))
    const places = digits.length - point - 1
    return new Rational(BigInt(digits.slice(0, point) + digits.slice(point + 1)), 10n ** BigInt(places))
  }

  plus(other: Rational): Rational {
    if (this.bottom === other.bottom) return new Rational(this.top + other.top, this.bottom)
    return new Rational(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom)
  }

  times(factor: bigint): Rational {
    return factor === 1n ? this : new Rational(this.top * factor, this.bottom)
  }

  /** `divisor` is positive. */
  over(divisor: Rational): Rational {
    return new Rational(this.top * divisor.bottom, this.bottom * divisor.top)
  }

  negated(): Rational {
    return new Rational(-this.top, this.bottom)
  }

  below(other: Rational): boolean {
    if (this.bottom === other.bottom) return this.top < other.top
    return this.top * other.bottom < other.top * this.bottom
  }

  is(whole: bigint): boolean {
    return this.bottom === 1n ? this.top === whole : this.top === whole * this.bottom
  }

  atLeast(whole: bigint): boolean {
    return this.bottom === 1n ? this.top >= whole : this.top >= whole * this.bottom
  }

  isWhole(): boolean {
    return this.bottom === 1n || this.top % this.bottom === 0n
  }

  /** Plain notation without exponent or trailing zeros; endless decimals stop at 20 places, rounded half up. */
  toString(): string {
    this.#written ??= this.#write()
    return this.#written
  }

  #write(): string {
    if (this.bottom === 1n) return this.top.toString()
    const decimals = PLACES_OF.get(this.bottom)
    if (decimals) return withPoint(this.top, decimals)
    if (this.isWhole()) return (this.top / this.bottom).toString()
    const negative = this.top < 0n
    const top = negative ? -this.top : this.top
    const wide = 10n ** BigInt(MAX_PLACES)
    const ends = (top * wide) % this.bottom === 0n
    const places = ends ? MAX_PLACES : ENDLESS_PLACES
    const shifted = (top * 10n ** BigInt(places) * 2n + (ends ? 0n : this.bottom)) / (this.bottom * 2n)
    const digits = shifted.toString().padStart(places + 1, '0')
    const fraction = digits.slice(-places).replace(/0+$/, '')
    return `${negative ? '-' : ''}${digits.slice(0, -places)}${fraction ? `.${fraction}` : ''}`
  }
}

/** Powers of ten, which is what most numbers are divided by, and their decimals. */
const PLACES_OF = new Map(
  Array.from({ length: 8 }, (_, index) => [10n ** BigInt(index + 1), index + 1] as const),
)

function withPoint(top: bigint, decimals: number): string {
  const negative = top < 0n
  const digits = (negative ? -top : top).toString().padStart(decimals + 1, '0')
  let end = digits.length
  const point = end - decimals
  while (end > point && digits.charCodeAt(end - 1) === 0x30) end -= 1
  const written =
    end > point ? `${digits.slice(0, point)}.${digits.slice(point, end)}` : digits.slice(0, point)
  return negative ? `-${written}` : written
}

export const ZERO = new Rational(0n)
export const ONE = new Rational(1n)
export const HALF = new Rational(5n, 10n)

/** Most numbers of a text are short: they are made and written out once. */
const SMALL_DIGITS = 3
const SMALL = new Map(
  Array.from({ length: 1000 }, (_, value) => [String(value), new Rational(BigInt(value))] as const),
)
