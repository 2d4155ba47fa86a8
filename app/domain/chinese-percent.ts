/** Writes a percentage in Chinese words, as speeches print it: 百分之三十, 百分之十二点五. */

const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']

/** `value` is a decimal string. Null for what nobody writes out: negative, a thousand and more, over two decimals. */
export function chinesePercent(value: string): string | null {
  const parts = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(value)
  if (!parts) return null
  const [, whole = '0', fraction = ''] = parts
  const after = fraction.replace(/0+$/, '')
  const point = after ? `点${[...after].map((digit) => DIGITS[Number(digit)]).join('')}` : ''
  return `百分之${wholeInWords(whole)}${point}`
}

function wholeInWords(whole: string): string {
  const digits = [...String(Number(whole))].map(Number)
  let words = ''
  let skippedZero = false
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      skippedZero = true
      continue
    }
    if (skippedZero && words) words += DIGITS[0]
    skippedZero = false
    words += DIGITS[digit]! + PLACES[digits.length - 1 - index]!
  }
  // Ten to nineteen begin with 十, not with 一十.
  return (words || DIGITS[0]!).replace(/^一十/, '十')
}
