/** How the words before and after a number limit it. */
import type { Bound } from '#reading/figure.ts'
import { isCjk } from './plain-width.ts'

const LOOK_BACK = 28

/** A word may stand between bound and number: "more than a million", "exceeded the 140 trillion". */
const ENGLISH_BEFORE: [RegExp, Bound][] = (
  [
    [
      'not (?:more|higher|greater) than|no (?:more|higher|greater) than|up to|at most|maximum of|as (?:many|much) as|≤|<=',
      'lte',
    ],
    ['at least|at minimum|minimum of|not (?:less|fewer|lower) than|no (?:less|fewer|lower) than|≥|>=', 'gte'],
    [
      'more than|greater than|higher than|larger than|over|above|beyond|upwards? of|in excess of|north of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|pass(?:es|ed|ing)|topp(?:ed|ing)|tops|cross(?:es|ed|ing)|>',
      'gt',
    ],
    ['less than|fewer than|lower than|smaller than|under|below|short of|shy of|<', 'lt'],
    [
      'nearly|almost|about|around|approximately|approx\\.?|roughly|some|circa|ca\\.|close to|near|nearing|approaching|an estimated|estimated|in the region of|~|≈|±',
      'approx',
    ],
  ] as [string, Bound][]
).map(([words, bound]) => [
  new RegExp(`(?:(?<![a-z])(?=[a-z])|(?=[^a-z]))(?:${words})\\s?(?:(?:the|a|an|some)\\s)?$`),
  bound,
])

const CHINESE_BEFORE: [RegExp, Bound][] = [
  [/(?:不超过|不超過|不多于|不多於|不高于|不高於|不大于|最多|至多)(?:为|為|达|達)?$/, 'lte'],
  [/(?:至少|最少|不少于|不少於|不低于|不低於|不小于|起码|起碼)(?:为|為|有|达|達)?$/, 'gte'],
  [/(?:不到|不足|不满|不滿|少于|少於|低于|低於|小于|小於|未满|未滿|未达|未達)$/, 'lt'],
  [
    /(?:超过|超過|突破|逾|多于|多於|高于|高於|大于|大於|超出|超|破|跨过|跨過|上(?=$)|过|過)(?:了|达|達)?$/,
    'gt',
  ],
  [
    /(?:近|将近|將近|接近|约|約|大约|大約|大概|大致|差不多|约为|約為|约有|約有|约达|約達|估计|估計)$/,
    'approx',
  ],
]
/** 过 and 上 are bounds only with a bare scale word (过亿, 上百); 通过, 经过, 以上, 加上 … are other words. */
const LOOSE = /(?:过|過|上)(?:了|达|達)?$/
const RIGHT_AFTER_ENGLISH: [RegExp, Bound][] = [
  [
    /^(?:\+|-plus(?![a-z])| plus(?![a-z])(?! \S*\d)| or (?:more|higher|over|above)(?![a-z])| at (?:the )?least(?![a-z])| and (?:above|over)(?![a-z]))/,
    'gte',
  ],
  [/^ (?:or (?:less|fewer|lower|under|below)|at (?:the )?most)(?![a-z])/, 'lte'],
  [/^(?:-odd| odd| or so)(?![a-z])/, 'approx'],
]
const RIGHT_AFTER_CHINESE: [RegExp, Bound][] = [
  // Civil Code of the PRC, art. 1259: 以上 and 以下 include the number itself.
  [/^(?:及)?(?:以上|之上)/, 'gte'],
  [/^(?:及)?(?:以下|以内|以內|之内)/, 'lte'],
  [/^(?:左右|上下|前后|前後|许|許)/, 'approx'],
]

/** Whether `before` ends with any bound word, loose ones included: 近千亿 and 过亿 are figures, 千万 alone is not. */
export function boundBefore(plain: string, at: number, bareScale = false): Bound | null {
  const before = plain.slice(Math.max(0, at - LOOK_BACK), at)
  const tail = before.trimEnd()
  const chinese = isCjk(tail.at(-1))
  for (const [rule, bound] of chinese ? CHINESE_BEFORE : []) {
    if (!rule.test(tail)) continue
    if (
      LOOSE.test(tail) &&
      !/超[过過](?:了|达|達)?$/.test(tail) &&
      (!bareScale || /(?:以|加|之|经|通|不)[过過上]$/.test(tail))
    )
      continue
    return bound
  }
  if (chinese) return null
  for (const [rule, bound] of ENGLISH_BEFORE) if (rule.test(before)) return bound
  return null
}

/** The bound given by words right after the figure ("or more", 以上, 左右). */
export function boundAfter(plain: string, end: number): Bound | null {
  const after = plain.slice(end, end + 16)
  for (const [rule, bound] of RIGHT_AFTER_CHINESE) if (rule.test(after)) return bound
  for (const [rule, bound] of RIGHT_AFTER_ENGLISH) if (rule.test(after)) return bound
  return null
}
