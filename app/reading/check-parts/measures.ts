/** Which units measure the same, and what one is in another: kilometres and metres, tonnes and kilograms, weeks and days. */
import { Exact } from '#reading/figure-parts/numbers/exact.ts'

/** Unit → what it measures and how many base units it holds; null where the size is not settled (tons, degrees). */
const MEASURES = new Map<string, { of: string; factor: Exact | null }>()

function add(of: string, units: Record<string, string | number | null>) {
  for (const [unit, factor] of Object.entries(units))
    MEASURES.set(unit, { of, factor: factor === null ? null : new Exact(factor) })
}

add('length', {
  nanometres: '1e-9',
  millimetres: '0.001',
  centimetres: '0.01',
  metres: 1,
  kilometres: 1000,
  inches: '0.0254',
  feet: '0.3048',
  miles: '1609.344',
})
add('mass', {
  micrograms: '1e-9',
  milligrams: '1e-6',
  grams: '0.001',
  kilograms: 1,
  tonnes: 1000,
  jin: '0.5',
  pounds_weight: '0.45359237',
  // Short, long or metric: the word does not say which.
  tons: null,
})
add('area', {
  square_metres: 1,
  hectares: 10_000,
  square_kilometres: 1_000_000,
  square_feet: '0.09290304',
  square_miles: '2589988.110336',
  acres: '4046.8564224',
  mu: new Exact(2000).div(3).toString(),
})
add('volume', { millilitres: '0.001', litres: 1, cubic_metres: 1000, barrels: null, gallons: null })
add('temperature', { celsius: null, fahrenheit: null, degrees: null })
// 1,000 or 1,024: writers mean either.
add('data', {
  bytes: null,
  kilobytes: null,
  megabytes: null,
  gigabytes: null,
  terabytes: null,
  petabytes: null,
  exabytes: null,
})
add('data rate', { megabits_per_second: 1, gigabits_per_second: 1000 })
add('power', { watts: 1, kilowatts: 1000, megawatts: 1_000_000, gigawatts: 1_000_000_000 })
add('energy', {
  watt_hours: '0.001',
  kilowatt_hours: 1,
  megawatt_hours: 1000,
  gigawatt_hours: 1_000_000,
  terawatt_hours: 1_000_000_000,
})
add('frequency', { hertz: 1, megahertz: 1_000_000, gigahertz: 1_000_000_000 })
add('time', { milliseconds: '0.001', seconds: 1, minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 })
add('calendar', { months: 1, quarters: 3, years: 12, decades: 120, centuries: 1200 })
add('money', { cents: null })
add('share', { percentage_point: 1, basis_points: '0.01', percent: null, permille: null, times: null })

const HAS_CENTS = new Set(['USD', 'EUR', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'ZAR', 'KES'])
const HUNDRED = new Exact(100)
const HUNDREDTH = new Exact('0.01')

/** How many of `other` one of `unit` is; null where they do not measure the same or a size is not settled. */
export function conversion(unit: string, other: string): Exact | null {
  if (unit === 'cents' && HAS_CENTS.has(other)) return HUNDREDTH
  if (other === 'cents' && HAS_CENTS.has(unit)) return HUNDRED
  const [from, to] = [MEASURES.get(unit), MEASURES.get(other)]
  return from?.factor && to?.factor && from.of === to.of ? from.factor.div(to.factor) : null
}

/** Whether one unit may be written for the other by mistake: currencies, percent and percentage points, tonnes and kilograms. */
export function areAlike(unit: string, other: string): boolean {
  return measureOf(unit) === measureOf(other)
}

/** Things counted one by one, named or not: 1,203 people are not 1,200. */
export function isCount(unit: string | null): boolean {
  return unit === null || measureOf(unit) === 'count'
}

function measureOf(unit: string): string {
  const measure = MEASURES.get(unit)?.of
  if (measure) return measure
  return /^[A-Z]{3}$/.test(unit) ? 'money' : 'count'
}
