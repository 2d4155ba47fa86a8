/** Where in a text a figure may begin: a digit, a numeral, or a word that opens a number. */

import type { Grammar } from '#reading/figure-parts/european/grammar.ts'
import { KOREAN_OPENERS, opensKorean } from '#reading/figure-parts/korean/korean-number.ts'

const NUMERALS = '0123456789零〇一二三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟两廿卅半½¼¾⅓⅔第'
/** Signs that open a figure before certain others only. */
const CONDITIONAL = '参翻减倍'
const CONDITION =
  /参[拾佰仟万]|翻[番一两二三四五了近约超逾倍]|减半|倍[増增加]|第 ?[\d零〇一二三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟两廿卅半]/y
const ENGLISH =
  /(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|trebl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|quintupl(?:ed|es|ing)|halv(?:e|ed|es|ing)|twice|thrice|an?(?= (?:dozen|hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth|[a-z]+ and a half|order of magnitude|millionth)(?![a-z])))(?![a-z])|(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)(?=fold)/y
const MARK = 1
const CHECKED = 2
const LETTER = 3
const OTHER_LETTER = 4
const HANGUL = 5

/** UTF-16 unit → what it may open; one look at a sign that opens nothing. */
const SIGNS = new Uint8Array(0x10000)
for (const sign of NUMERALS) SIGNS[sign.charCodeAt(0)] = MARK
for (const sign of `${CONDITIONAL}第`) SIGNS[sign.charCodeAt(0)] = CHECKED
for (let code = 0x61; code <= 0x7a; code += 1) SIGNS[code] = LETTER
for (const sign of KOREAN_OPENERS) SIGNS[sign.charCodeAt(0)] = HANGUL
for (let code = 0xe0; code <= 0xff; code += 1) SIGNS[code] = OTHER_LETTER

/**
 * The first position from `from` on where reading is worth a try, -1 where there is none. With a grammar every word is one:
 * the grammar knows its number words.
 */
export function nextOpening(
  plain: string,
  from: number,
  grammar: Grammar | undefined,
  korean: boolean,
): number {
  for (let at = from; at < plain.length; at += 1) {
    const kind = SIGNS[plain.charCodeAt(at)]
    if (!kind) continue
    if (kind === MARK) return at
    if (kind === HANGUL) {
      if (korean && opensKorean(plain, at)) return at
      continue
    }
    if (kind === CHECKED) {
      CONDITION.lastIndex = at
      if (CONDITION.test(plain)) return at
      continue
    }
    if (kind === OTHER_LETTER && !grammar) continue
    const before = at > 0 ? (SIGNS[plain.charCodeAt(at - 1)] ?? 0) : 0
    if (before === LETTER || (grammar && before === OTHER_LETTER)) continue
    if (grammar) return at
    ENGLISH.lastIndex = at
    if (ENGLISH.test(plain)) return at
  }
  return -1
}
