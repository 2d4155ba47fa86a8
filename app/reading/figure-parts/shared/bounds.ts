/** How the words before and after a number limit it. */
import type { Bound } from '#reading/figure.ts'
import { isCjk } from './plain-width.ts'

const LOOK_BACK = 28
const MAX_WORDS = 4

/** Read from the number backwards, longest phrase first: "not more than" before "more than". */
const ENGLISH_BEFORE = phrases({
  // Up to a level: a verb of motion before, no limit.
  exact:
    'edged up to|went up to|goes up to|go up to|going up to|gone up to|moved up to|ticked up to|inched up to|crept up to|pushed up to|pushing up to|nudged up to|bumped up to|jumped up to|picked up to|shot up to|rounded up to|add up to|adding up to|adds up to|added up to|lived up to',
  lte: 'not more than|not higher than|not greater than|no more than|no higher than|no greater than|not exceeding|not exceed|up to|upto|at most|maximum of|maximum|max|as many as|as much as|as high as|capped at|limited to|at the most|never more than|not above|no longer than|no older than|at or below',
  gte: 'at least|at minimum|minimum of|minimum|min|not less than|not fewer than|not lower than|no less than|no fewer than|no lower than|as few as|as little as|as low as|at the least|never less than|no younger than|no shorter than|at or above|nothing less than',
  gt: 'more than|greater than|higher than|larger than|bigger than|longer than|older than|over|above|beyond|upward of|upwards of|in excess of|north of|exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|surpassing|passes|passed|passing|topped|topping|tops|cross|crosses|crossed|crossing|broke|broke through|breaking through|went past|climbed past|rose past|surged past|soared past|grew past|pushed past|moved past|to top|will top|would top|could top|may top|might top|should top|to pass|will pass|would pass|could pass|over the age of|above the age of|eclipsed|eclipses|eclipsing|breached|breaches|breaching',
  lt: 'less than|fewer than|lower than|smaller than|shorter than|younger than|under|below|short of|shy of|south of|not even|under the age of|below the age of',
  approx:
    'nearly|almost|about|around|approximately|approx|approx.|roughly|some|circa|ca|ca.|c.|close to|near|nearing|approaching|approached|an estimated|estimated|estimated at|in the region of|on the order of|of the order of|or so|virtually|just about|in the vicinity of|in the neighbourhood of|in the neighborhood of|close on|hovering around|something like|more or less|the best part of|the better part of|an approximate|plus or minus|give or take',
})
const ENGLISH_SIGN: Record<string, Bound> = {
  '≤': 'lte',
  '≥': 'gte',
  '>': 'gt',
  '<': 'lt',
  '~': 'approx',
  '≈': 'approx',
  '±': 'approx',
  '∼': 'approx',
}
/** A word may stand between bound and number: "more than a million", "exceeded the 140 trillion". */
const BETWEEN = new Set(['the', 'a', 'an', 'some'])

const CHINESE_BEFORE = phrases({
  lte: `小于等于|小于或等于|${negated('超过 多于 高于 大于 超出 长于 晚于')}|不逾|不超|最多|至多|顶多|最高|最长|最大|上限|≤`,
  gte: `大于等于|大于或等于|${negated('少于 低于 小于 短于 早于')}|至少|最少|起码|不下|不下于|最低|下限|上|≥|少なくとも|最低でも|不亚于`,
  lt: '跌破|跑进|游进|不到|不足|不满|少于|低于|小于|未满|未达|未到|不及|未足',
  gt: '超过|突破|逾|多于|高于|大于|超出|超越|超|破|跨过|越过|迈过|冲破|跃过|远超|超逾|过|不止|不只|>',
  approx:
    '近|将近|接近|逼近|直逼|约|大约|大概|大致|差不多|估计|约合|约等于|约占|约莫|约计|几近|约在|≈|~|およそ|ほぼ|おおよそ|折合|概ね',
})
/** Verbs and particles that may follow a bound word: 超过了, 约为, 至少有, 最高可达. */
const CHINESE_PARTICLE = /(?:可达|需要|[了达为有到至需要是值重长高])$/
/** 突破每盎司4000美元: the rate stands between. */
const PER_BEFORE =
  /每(?:一|个)?(?:[天日周月年人户股桶吨克斤升亩度秒米]|盎司|公斤|千克|平方米|立方米|公顷|公里|小时|分钟|千瓦时)$/
/** Words that end like a bound word and are none: 签约, 最近, 打破. */
const NOT_A_BOUND =
  /(?:(?<!折)合约|[节签预违纽公条制契邀赴履特毁解誓租隐北婚密]约|[附最邻临亲新远靠]近|[买卖中英意德西法苏村反赶高]超|打破|[通经路度透]过|反超|[以加之晚早线]上)$/
/** 至少造成17人死亡, 最多可容纳8万人: these limit the number that their verb governs. */
const ADVERB =
  /(至少|最少|起码|最多|至多|顶多|大约|大概|估计|最[大多](?=[\u3400-\u9fff]{0,3}可)|最高(?=[可能将处判罚赔奖补发给予获享涨跌降升]))(?![的在从])[\u3400-\u9fff]{1,6}$/
const ADVERB_REACH = 9
/** 过 and 上 are bounds only with a bare scale word (过亿, 上百). */
const LOOSE = new Set(['过', '上'])
/** 约占员工总数的8%: the thing counted stands between. */
const ABOUT_OF = /约[占为][^，。；：、\d]{0,12}的$/

const ENGLISH_AFTER: [RegExp, Bound][] = [
  [
    /^(?:\+(?!\d)|-plus(?![a-z])| plus(?![a-z])(?! \S*\d)| or (?:more|higher|over|above|greater|better|longer|older)(?![a-z])| at (?:the )?(?:least|minimum)(?![a-z])| and (?:above|over|up|older|upwards?|counting)(?![a-z]))/,
    'gte',
  ],
  [
    /^ (?:or (?:less|fewer|lower|under|below|younger)|at (?:the )?(?:most|maximum)|and (?:under|below))(?![a-z])/,
    'lte',
  ],
  [/^(?:-odd| odd| or so| or thereabouts| approximately| give or take|-ish|ish)(?![a-z])/, 'approx'],
]
const CHINESE_AFTER: [RegExp, Bound][] = [
  // Civil Code of the PRC, art. 1259: 以上 and 以下 include the number itself.
  [/^[期级]?(?:及|或)?(?:以上|之上)/, 'gte'],
  [/^期?(?:及|或)?(?:以下|以内|之内|之下)/, 'lte'],
  [/^(?:左右|上下|前后|许(?![\u3400-\u9fff])|开外|不等|程度|前後|近く|ほど)/, 'approx'],
  [/^(?:出头|有余)/, 'gt'],
  [/^(?:超(?![\u3400-\u9fff])|を超|を上回|余り)/, 'gt'],
  [/^(?:未満|未满|を下回)/, 'lt'],
  [/^(?:弱(?![势者点小]))/, 'approx'],
]

/** 不得超过, 未超过, 没有超过: what is not more is at most. */
function negated(comparisons: string): string {
  const words = comparisons.split(' ')
  return ['不', '不得', '不应', '不能', '不宜', '不会', '不可', '未', '没有', '均不', '均未']
    .flatMap((not) => words.map((word) => not + word))
    .join('|')
}

function phrases(words: Partial<Record<Bound, string>>): Map<string, Bound> {
  const table = new Map<string, Bound>()
  for (const [bound, row] of Object.entries(words))
    for (const word of row.split('|')) table.set(word, bound as Bound)
  return table
}

/** `bareScale`: the number is a scale word alone; 过亿 and 上百 are then bounds too. */
export function boundBefore(plain: string, at: number, bareScale = false): Bound | null {
  const end = plain[at - 1] === ' ' ? at - 1 : at
  const sign = plain[end - 1]
  if (sign === undefined) return null
  if (isCjk(sign)) return chineseBefore(plain, end, bareScale)
  const code = sign.charCodeAt(0)
  if ((code >= 0x61 && code <= 0x7a) || sign === '.') return englishBefore(plain, end)
  if (sign === '=' && /[<>]/.test(plain[end - 2] ?? '')) return plain[end - 2] === '<' ? 'lte' : 'gte'
  return ENGLISH_SIGN[sign] ?? null
}

/** What a bound word, its particle or a rate between it and the number ends with: most numbers stand behind other signs. */
const MAY_END = new Set([
  ...Array.from(CHINESE_BEFORE.keys(), (word) => word.at(-1) ?? ''),
  ...'达要了为有到至是值重长高天日周月年人户股桶吨克斤升亩度秒米司顷里时钟',
])

function chineseBefore(plain: string, at: number, bareScale: boolean): Bound | null {
  const sign = plain[at - 1] ?? ''
  if (sign === '的') return ABOUT_OF.test(plain.slice(Math.max(0, at - 16), at)) ? 'approx' : null
  if (!MAY_END.has(sign)) return adverbBefore(plain, at)
  let tail = plain.slice(Math.max(0, at - 8), at)
  if (tail.includes('每')) tail = tail.replace(PER_BEFORE, '')
  for (let strip = 0; strip < 2; strip += 1) {
    for (let length = Math.min(5, tail.length); length > 0; length -= 1) {
      const words = tail.slice(-length)
      const bound = CHINESE_BEFORE.get(words)
      if (!bound) continue
      if (NOT_A_BOUND.test(tail)) return null
      return LOOSE.has(words) && (!bareScale || /不[过上]$/.test(tail)) ? null : bound
    }
    const particle = CHINESE_PARTICLE.exec(tail)
    if (!particle) return adverbBefore(plain, at)
    tail = tail.slice(0, particle.index)
  }
  return adverbBefore(plain, at)
}

function adverbBefore(plain: string, at: number): Bound | null {
  if (!hasAdverb(plain, at)) return null
  const adverb = ADVERB.exec(plain.slice(Math.max(0, at - ADVERB_REACH), at))?.[1]
  return adverb ? (CHINESE_BEFORE.get(adverb) ?? null) : null
}

const ADVERB_OPENS = new Set('至最起顶大估')
const MIN_ADVERB = 2

/** Whether a sign within reach could open one of the adverbs. */
function hasAdverb(plain: string, at: number): boolean {
  for (let from = Math.max(0, at - ADVERB_REACH); from <= at - MIN_ADVERB; from += 1)
    if (ADVERB_OPENS.has(plain[from] ?? '')) return true
  return false
}

function englishBefore(plain: string, at: number): Bound | null {
  const from = Math.max(0, at - LOOK_BACK)
  let start = at
  let end = at
  let found: Bound | null = null
  for (let words = 0; words < MAX_WORDS; words += 1) {
    while (start > from && isPhraseSign(plain.charCodeAt(start - 1))) start -= 1
    const phrase = plain.slice(start, end)
    if (words === 0 && BETWEEN.has(phrase) && plain[start - 1] === ' ') {
      // "some 300" is a bound itself; "about some" is not English.
      if (phrase === 'some') return 'approx'
      end = start - 1
      start = end
      words -= 1
      if (at - end > 5) return null
      continue
    }
    found = ENGLISH_BEFORE.get(phrase) ?? found
    if (plain[start - 1] !== ' ' || start - 1 <= from) break
    start -= 1
  }
  return found
}

function isPhraseSign(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x2e
}

/** The bound given by words right after the figure ("or more", 以上, 左右). */
export function boundAfter(plain: string, end: number): Bound | null {
  const sign = plain[end]
  if (sign === undefined) return null
  if (sign === ' ' || sign === '+' || sign === '-' || sign === 'i') return first(ENGLISH_AFTER, plain, end)
  return isCjk(sign) ? first(CHINESE_AFTER, plain, end) : null
}

function first(rules: [RegExp, Bound][], plain: string, end: number): Bound | null {
  if (plain[end] === '起')
    return /[送订售批租]/.test(plain[end + 1] ?? '') ||
      (/[元折]/.test(plain[end - 1] ?? '') && !/[来步诉]/.test(plain[end + 1] ?? ''))
      ? 'gte'
      : null
  const after = plain.slice(end, end + 16)
  for (const [rule, bound] of rules) if (rule.test(after)) return bound
  return null
}
