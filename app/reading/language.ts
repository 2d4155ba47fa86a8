/** Tells the language of a text: the script decides first, statistics only where the script leaves it open. */
import { Converter } from 'opencc-js'
import { detectAll } from 'tinyld'

/** Statistics on shorter texts are guesses. */
const MIN_CHARS = 20
/** Enough of a page to be sure, and bounded for pages of megabytes. */
const MAX_SAMPLE_CHARS = 4000
/** Where the best guess leads the second by less, the statistics have no opinion. */
const MIN_LEAD = 1.1
const LETTER = /\p{L}/gu
const HAN = /\p{Script=Han}/gu
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const HANGUL = /\p{Script=Hangul}/gu

let toSimplified: ((text: string) => string) | null = null
let toTraditional: ((text: string) => string) | null = null

/**
 * A BCP-47 tag: 'zh-Hans', 'zh-Hant', 'ja', 'ko', or the two-letter code of another language; null when unsure.
 * Chinese whose signs are the same in both scripts is plain 'zh'.
 */
export function readLanguage(text: string): string | null {
  const sample = text.slice(0, MAX_SAMPLE_CHARS)
  const letters = sample.match(LETTER)?.length ?? 0
  if (letters === 0) return null
  const han = sample.match(HAN)?.length ?? 0
  const kana = sample.match(KANA)?.length ?? 0
  const hangul = sample.match(HANGUL)?.length ?? 0
  // A Chinese sign carries about as much as four Latin letters, so a quarter of the letters is a text in that script.
  const enough = letters / 4
  if (hangul >= enough) return 'ko'
  if (han + kana >= enough && han + kana > 1) return kana > (han + kana) / 20 ? 'ja' : chinese(sample)
  if (sample.trim().length < MIN_CHARS) return null
  const [best, second] = detectAll(sample)
  if (!best || (second && best.accuracy < second.accuracy * MIN_LEAD)) return null
  return best.lang
}

/** Signs that conversion to simplified changes are traditional ones, and the other way round; most are neither. */
function chinese(sample: string): string {
  const signs = sample.match(HAN) ?? []
  toSimplified ??= Converter({ from: 't', to: 'cn' })
  toTraditional ??= Converter({ from: 'cn', to: 't' })
  const traditional = changed(signs, toSimplified)
  const simplified = changed(signs, toTraditional)
  if (traditional === simplified) return 'zh'
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans'
}

function changed(signs: string[], convert: (text: string) => string): number {
  // One sign a line: whole phrases would be converted by their meaning, not by their script.
  const converted = convert(signs.join('\n')).split('\n')
  return signs.filter((sign, index) => converted[index] !== sign).length
}
