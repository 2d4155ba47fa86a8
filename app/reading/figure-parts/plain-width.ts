/** A text in plain width and lower case with every position kept, so that rules need one spelling only. */

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ．％＋－＄／：＜＞～]/g
const FULL_WIDTH_GROUP = /(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g
const ODD_FORMS = /[\u00A0\u202F\u2009\u2212￥￡İ]/g
const PLAIN_OF: Record<string, string> = {
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
  '\u2212': '-',
  '￥': '¥',
  '￡': '£',
  // Its lower case is two units long and would shift every position after it.
  İ: 'I',
}

/** Same length as `text`, in UTF-16 units: full-width letters, digits and signs become ASCII, letters lower case. */
export function plainWidth(text: string): string {
  return text
    .replace(FULL_WIDTH_GROUP, ',')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(ODD_FORMS, (sign) => PLAIN_OF[sign] ?? sign)
    .toLowerCase()
}

const HAN_OR_KANA = /[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/

/** Whether the UTF-16 unit belongs to Chinese or Japanese script (punctuation not included). */
export function isCjk(sign: string | undefined): boolean {
  return sign !== undefined && HAN_OR_KANA.test(sign)
}
