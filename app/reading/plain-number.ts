/** Writes a figure the way a desk prints it: 140 trillion tokens, 140万亿 tokens; exact, never rounded. */
import { Exact } from './figure-parts/exact.ts'

/** Scale words are used only where at most this many digits remain in front of them. */
const MAX_SCALED_DIGITS = 6
const ENGLISH_SCALE: [number, string][] = [
  [18, 'quintillion'],
  [15, 'quadrillion'],
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
]
const CHINESE_SCALE: [number, string][] = [
  [16, '亿亿'],
  [12, '万亿'],
  [8, '亿'],
  [4, '万'],
]
const UNIT_NAMES: Record<string, { en: string; zh: string }> = {
  percent: { en: '%', zh: '%' },
  permille: { en: '‰', zh: '‰' },
  percentage_point: { en: ' percentage points', zh: '个百分点' },
  basis_points: { en: ' basis points', zh: '个基点' },
  times: { en: ' times', zh: '倍' },
  years: { en: ' years', zh: '年' },
  months: { en: ' months', zh: '个月' },
  weeks: { en: ' weeks', zh: '周' },
  days: { en: ' days', zh: '天' },
  hours: { en: ' hours', zh: '小时' },
  minutes: { en: ' minutes', zh: '分钟' },
  seconds: { en: ' seconds', zh: '秒' },
  people: { en: ' people', zh: '人' },
  CNY: { en: ' yuan', zh: '元' },
  USD: { en: ' US dollars', zh: '美元' },
  EUR: { en: ' euros', zh: '欧元' },
  GBP: { en: ' pounds sterling', zh: '英镑' },
  JPY: { en: ' yen', zh: '日元' },
  HKD: { en: ' Hong Kong dollars', zh: '港元' },
}

/** `value` is a decimal string as in `ReadFigure`; throws on anything else. Units without a name here print as they are. */
export function formatFigure(value: string, unit: string | null, language: 'en' | 'zh'): string {
  const exact = new Exact(value)
  if (!exact.isFinite()) throw new Error(`Not a figure: ${value}`)
  const number = scaled(
    exact,
    language === 'zh' ? CHINESE_SCALE : ENGLISH_SCALE,
    language === 'zh' ? '' : ' ',
  )
  if (!unit) return number
  return number + (UNIT_NAMES[unit]?.[language] ?? ` ${unit.replaceAll('_', ' ')}`)
}

function scaled(value: Exact, scales: [number, string][], gap: string): string {
  for (const [power, word] of scales) {
    if (value.abs().lt(new Exact(10).pow(power))) continue
    const front = value.div(new Exact(10).pow(power))
    if (front.precision() <= MAX_SCALED_DIGITS || front.isInteger()) return grouped(front) + gap + word
    break
  }
  return grouped(value)
}

function grouped(value: Exact): string {
  const [whole = '0', fraction] = value.toFixed().split('.')
  const withCommas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction ? `${withCommas}.${fraction}` : withCommas
}
