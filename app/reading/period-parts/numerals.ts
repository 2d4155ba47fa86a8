/** Small whole numbers as dates write them: 23, 二十三, 廿三, 〇六, 元 (the first year of an era), "twenty-first" not included. */

const DIGITS = '〇一二三四五六七八九'
const NOT_A_NUMBER = Number.NaN

/** Up to 999; NaN for anything else. Years digit by digit (二〇二六) are read by `readYearNumerals`. */
export function readSmallNumber(words: string): number {
  if (/^\d{1,3}$/.test(words)) return Number(words)
  if (words === '元') return 1
  if (words === '两') return 2
  const spelled = words.replaceAll('零', '〇').replace('廿', '二十').replace('卅', '三十')
  const parts =
    /^(?:([一二三四五六七八九])百〇?)?(?:([一二三四五六七八九]?)(十))?([〇一二三四五六七八九]?)$/.exec(
      spelled,
    )
  if (!parts || spelled === '') return digitByDigit(spelled)
  const hundreds = parts[1] ? DIGITS.indexOf(parts[1]) * 100 : 0
  const tens = parts[3] ? (parts[2] ? DIGITS.indexOf(parts[2]) : 1) * 10 : 0
  return hundreds + tens + (parts[4] ? DIGITS.indexOf(parts[4]) : 0)
}

/** 二〇二六 → 2026. */
export function readYearNumerals(words: string): number {
  return digitByDigit(words.replaceAll('零', '〇'))
}

function digitByDigit(spelled: string): number {
  if (!/^[〇一二三四五六七八九]{1,4}$/.test(spelled)) return NOT_A_NUMBER
  return Number([...spelled].map((sign) => DIGITS.indexOf(sign)).join(''))
}
