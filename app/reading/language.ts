/** Tells the language of a text: the script decides first, statistics only where the script leaves it open. */
import { Converter } from 'opencc-js/t2cn'
import { detect } from 'tinyld'

/** Statistics on shorter texts are guesses. */
const MIN_CHARS = 20
/** Enough of a page to be sure, and bounded for pages of megabytes. */
const MAX_SAMPLE_CHARS = 4000
const LETTER = /\p{L}/gu
const HAN = /\p{Script=Han}/gu
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const HANGUL = /\p{Script=Hangul}/gu

let toSimplified: ((text: string) => string) | null = null
let simplifiedOnly: Set<string> | null = null

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
  return detect(sample) || null
}

function chinese(sample: string): string {
  const signs = sample.match(HAN) ?? []
  toSimplified ??= Converter({ from: 't', to: 'cn' })
  const joined = signs.join('\n')
  const folded = toSimplified(joined).split('\n')
  const traditional = signs.filter((sign, index) => folded[index] !== sign).length
  const simplified = signs.filter((sign) => simplifiedForms().has(sign)).length
  if (traditional === simplified) return 'zh'
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans'
}

/** Signs that only simplified writing has: results of the conversion that are never an input that stays. */
function simplifiedForms(): Set<string> {
  if (simplifiedOnly) return simplifiedOnly
  const all = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) => String.fromCharCode(0x4e00 + index))
  toSimplified ??= Converter({ from: 't', to: 'cn' })
  const folded = toSimplified(all.join('\n')).split('\n')
  simplifiedOnly = new Set(folded.filter((sign, index) => sign !== all[index] && !SHARED.has(sign)))
  return simplifiedOnly
}

/** Simplified forms that traditional writing uses too, as words of their own. */
const SHARED = new Set(
  '后里面干斗谷只台系余云几丑才出别制千升卷历合向回复姜家尽布幸当征志念采板表松极注淀准冲冬凶划板奸局岩岳巨布席并幕广厂弥御恒扎托折抵斤旋晒曲朱术机杆杰构栗核梁欲沈泄涂游漓灶炼然熏爵甘用症症痴着睾秋种私秘笋签粗系糊糟累纤群胡胜脏腊致舍般药荐获葱蒙虫蜡蝎表被褂見证谣豆败赞趟踊跃踪辟达迁这适遍郁酬酿里重针镋阴陀雇雕霉霡面须飞饥馆骂髓鬼鱼麻麽黄黑默了于'.split(
    '',
  ),
)
