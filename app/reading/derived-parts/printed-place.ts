/** How far a printed figure was rounded: the worth of its last digit. */
import { Exact } from '#reading/figure-parts/numbers/exact.ts'

const SCALED =
  /[十百千万萬亿億兆]|(?:hundred|thousand|million|billion|trillion|lakh|crore|\d ?(?:k|m|mn|mln|b|bn|bln|t|tn|trn))(?![a-z])/i

/**
 * The worth of the last digit of `printed` ("1.4 trillion": 100 billion) for its `value`, and whether the figure is a whole
 * number without a scale word, as counts are. Null where nothing is printed in digits.
 */
export function printedPlace(
  printed: string | null | undefined,
  value: Exact,
): { place: Exact; whole: boolean } | null {
  const digits = /\d[\d,]*(?:\.(\d+))?/.exec((printed ?? '').normalize('NFKC'))
  if (!digits || !printed) return null
  const mantissa = new Exact(digits[0].replace(/,/g, '').replace(/\.$/, ''))
  if (mantissa.isZero()) return null
  const decimals = digits[1]?.length ?? 0
  return {
    place: value.div(mantissa).abs().times(new Exact(10).pow(-decimals)),
    whole: decimals === 0 && !SCALED.test(printed),
  }
}
