/** Writes a figure the way a desk prints it: 140 trillion tokens, 140万亿 tokens, 1,2 Milliarden Euro; exact, never rounded. */
import { Exact } from './figure-parts/numbers/exact.ts'
import { type PrintLanguage, printedUnit } from './figure-parts/units/printed-units.ts'

/** Scale words are used only where at most this many digits remain in front of them. */
const MAX_SCALED_DIGITS = 6

type Style = {
  group: string
  decimal: string
  /** Between number and scale word. */
  gap: string
  /** Between scale word and the name of a unit: "millions d'euros". */
  link: (unit: string) => string
  /** Power of ten, word for one, word for more. */
  scales: [number, string, string][]
}

const plainLink = (unit: string) => unit
const western = (scales: [number, string, string?][]): Style['scales'] =>
  scales.map(([power, one, more]) => [power, one, more ?? one])

const STYLES: Record<PrintLanguage, Style> = {
  en: {
    group: ',',
    decimal: '.',
    gap: ' ',
    link: plainLink,
    scales: western([
      [18, 'quintillion'],
      [15, 'quadrillion'],
      [12, 'trillion'],
      [9, 'billion'],
      [6, 'million'],
    ]),
  },
  zh: {
    group: ',',
    decimal: '.',
    gap: '',
    link: plainLink,
    scales: western([
      [16, '亿亿'],
      [12, '万亿'],
      [8, '亿'],
      [4, '万'],
    ]),
  },
  ja: {
    group: ',',
    decimal: '.',
    gap: '',
    link: plainLink,
    scales: western([
      [12, '兆'],
      [8, '億'],
      [4, '万'],
    ]),
  },
  ko: {
    group: ',',
    decimal: '.',
    gap: '',
    link: plainLink,
    scales: western([
      [16, '경'],
      [12, '조'],
      [8, '억'],
      [4, '만'],
    ]),
  },
  de: {
    group: '.',
    decimal: ',',
    gap: ' ',
    link: plainLink,
    scales: western([
      [18, 'Trillion', 'Trillionen'],
      [15, 'Billiarde', 'Billiarden'],
      [12, 'Billion', 'Billionen'],
      [9, 'Milliarde', 'Milliarden'],
      [6, 'Million', 'Millionen'],
    ]),
  },
  fr: {
    // A narrow no-break space groups, as the Imprimerie nationale prints it.
    group: '\u202F',
    decimal: ',',
    gap: ' ',
    link: (unit) => (/^ [aeiouyhéè]/.test(unit) ? ` d’${unit.trim()}` : ` de${unit}`),
    scales: western([
      [18, 'trillion', 'trillions'],
      [12, 'billion', 'billions'],
      [9, 'milliard', 'milliards'],
      [6, 'million', 'millions'],
    ]),
  },
  es: {
    group: '.',
    decimal: ',',
    gap: ' ',
    link: (unit) => ` de${unit}`,
    scales: western([
      [18, 'trillón', 'trillones'],
      [12, 'billón', 'billones'],
      [9, 'mil millones'],
      [6, 'millón', 'millones'],
    ]),
  },
}

/** `value` is a decimal string as in `ReadFigure`; throws on anything else. Units without a name print as they are. */
export function formatFigure(value: string, unit: string | null, language: PrintLanguage): string {
  const exact = new Exact(value)
  if (!exact.isFinite()) throw new Error(`Not a figure: ${value}`)
  const style = STYLES[language]
  const number = scaled(exact, style)
  const name = unit ? printedUnit(unit, language) : ''
  return number.text + (number.isScaled && /^ \p{L}/u.test(name) ? style.link(name) : name)
}

function scaled(value: Exact, style: Style): { text: string; isScaled: boolean } {
  for (const [power, one, more] of style.scales) {
    if (value.abs().lt(new Exact(10).pow(power))) continue
    const front = value.div(new Exact(10).pow(power))
    if (front.precision() > MAX_SCALED_DIGITS && !front.isInteger()) break
    return { text: grouped(front, style) + style.gap + (front.abs().lt(2) ? one : more), isScaled: true }
  }
  return { text: grouped(value, style), isScaled: false }
}

function grouped(value: Exact, { group, decimal }: Style): string {
  const [whole = '0', fraction] = value.toFixed().split('.')
  const withGroups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)
  return fraction ? withGroups + decimal + fraction : withGroups
}
