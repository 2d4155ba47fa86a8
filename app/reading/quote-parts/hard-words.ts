/** Which words of a quotation may never differ: numbers, names, negations, units, and words of direction. */
import { areOpposite } from './opposites.ts'

const NUMBER_WORDS =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundreds?|thousands?|millions?|billions?|trillions?|quadrillions?|dozens?|half|halves|thirds?|quarters?|first|second|fourth|fifth|once|twice|double[ds]?|tripled?|\w+fold)$/
const UNITS =
  /^(?:percent|per|cent|percentage|points?|dollars?|yuan|renminbi|euros?|pounds?|yen|tokens?|tonnes?|tons?|kilo\w+|metres?|meters?|miles?|litres?|liters?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|daily|weekly|monthly|yearly|annual(?:ly)?|km|kg|gb|tb|mb|mw|gw|kwh|degrees?|barrels?|people|times)$/
const NEGATIONS =
  /^(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|scarcely|un\w{4,}|non|false|deny|denied|denies|refuse[ds]?|fail(?:s|ed)?|lacks?|lacked|except|\w+n["']t)$/
/** Exchanging one of these turns the statement round. */
const DIRECTION =
  /^(?:more|less|fewer|most|least|over|under|above|below|up|down|rise[ns]?|rose|rising|fall(?:s|en|ing)?|fell|increase[ds]?|increasing|decrease[ds]?|decreasing|gain(?:s|ed)?|loss(?:es)?|lost|lose[s]?|won|win[s]?|grew|grow(?:s|th|n|ing)?|shrank|shrink(?:s|ing)?|drop(?:s|ped)?|jump(?:s|ed)?|higher|lower|before|after|all|some|any|always|only|guilty|innocent|legal|illegal|approve[ds]?|reject(?:s|ed)?|support(?:s|ed)?|oppose[ds]?|may|might|must|will|would|could|should|can|he|she|they|we|i|exceed(?:s|ed)?|nearly|almost|at|about)$/
const CJK_HARD =
  /[0-9〇零一二三四五六七八九十百千万亿兆两半倍成折%不没无非未否莫别勿难拒反仅只每均元吨斤克米里天年月日时分秒升降增减涨跌高低多少上下前后盈亏胜败赢输超近约逾达破]/
/** Words whose exchange for one another leaves a Chinese statement standing; everything else counts as hard. */
const CJK_SOFT = new Set(
  '的 地 得 了 着 过 和 与 及 并 且 而 也 就 都 还 又 再 在 于 以 对 为 是 由 从 向 把 被 将 让 使 之 其 此 这 那 该 个 说 称 表示 指出 认为 强调 介绍 透露 提到 谈到 说道 讲 讲到 告诉 目前 现在 当前 如今 已 已经 正 正在 曾 曾经 非常 十分 很 更 更加 进一步 迅速 快速 显著 明显 大幅 持续 不断 继续 逐步 逐渐 同时 此外 另外 因此 所以 因为 由于 但 但是 然而 不过 如果 虽然 以及 或 或者 等 等等 我们 咱们 大家 自己 这个 那个 这些 那些 这样 那样 进行 开展 推进 推动 促进 实现 作为 成为 通过 根据 按照 关于 对于 当中 其中 之中 里 中 呢 吗 吧 啊 嘛'.split(
    ' ',
  ),
)
const FUNCTION_WORDS =
  /^(?:the|an?|this|that|these|those|it|its|and|but|or|so|yet|if|in|on|of|for|to|from|with|by|as|at|is|are|was|were|be|been|has|have|had|there|here|when|while|who|which|what|how|also|then|thus|however|moreover|today|our|your|their|his|her|my)$/i

/**
 * Whether a difference between two runs of words is hard. `changed` runs are judged on both sides; a run that stands on one
 * side only is hard when it brings in, or leaves out, a number, a name, a negation, a unit or a direction.
 */
export function isHard(inQuote: string[], inText: string[]): boolean {
  const quoteWords = inQuote.filter(isWord)
  const textWords = inText.filter(isWord)
  if (caseOnly(quoteWords, textWords)) return false
  const changed = quoteWords.length > 0 && textWords.length > 0
  if (sameInOther(quoteWords.join(''), textWords.join(''))) return false
  if (
    quoteWords.slice(0, 50).some((word) => textWords.slice(0, 50).some((other) => areOpposite(word, other)))
  )
    return true
  return (
    quoteWords.some((word) => hardWord(word, changed || inText.length === 0)) ||
    textWords.some((word) => hardWord(word, changed)) ||
    [...inQuote, ...inText].some((sign) => /^[%‰$€£¥°+<>≥≤²³½¼¾①-⓿]$/u.test(sign))
  )
}

/** `claims`: the word is put in the place of another, or stands in the quotation alone. */
function hardWord(word: string, claims: boolean): boolean {
  if (/\p{N}/u.test(word)) return true
  if (/\p{Script=Han}/u.test(word))
    return CJK_HARD.test(word) ? !CJK_SOFT.has(word) : claims && !CJK_SOFT.has(word)
  const lower = word.toLowerCase()
  if (NUMBER_WORDS.test(lower) || UNITS.test(lower) || NEGATIONS.test(lower) || DIRECTION.test(lower))
    return true
  return /\p{Lu}/u.test(word) && !FUNCTION_WORDS.test(word)
}

/** 之前 for 前 and 以后 for 后 say the same. */
function sameInOther(inQuote: string, inText: string): boolean {
  const short = (words: string) => words.replace(/^[之以](?=[前后上下内外中间]$)/, '')
  return inQuote !== '' && short(inQuote) === short(inText)
}

/** "The plan" for "the plan" is an editor's capital; "us" for "US" is another word. */
function caseOnly(inQuote: string[], inText: string[]): boolean {
  if (inQuote.length !== inText.length || inQuote.length === 0) return false
  return inQuote.every((word, index) => {
    const other = inText[index] ?? ''
    if (word.toLowerCase() !== other.toLowerCase()) return false
    const capitals = (one: string) => one.length > 1 && one === one.toUpperCase()
    return word === other || !(capitals(word) || capitals(other))
  })
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token)
}
