/** The content words of a claim and of the queries for it: what the page's passage is recognised by besides figures and names. */
import { plainWidth } from '#reading/figure-parts/shared/plain-width.ts'

const WORD = /[\p{Script=Latin}][\p{Script=Latin}'’-]{3,}|\p{Script=Han}{2,}/gu
const HAN = /\p{Script=Han}/u
/** Words that stand in every text, and words of size, which belong to the figure. */
const EMPTY = new Set(
  (
    'about according across after also among around been before being between billion both could during each from have hundred ' +
    'into like many million more most much nearly only other over percent said says should since some such than that their them ' +
    'then there these they this those thousand through trillion under until upon were what when where which while will with ' +
    'within would year years ' +
    '我们 他们 已经 超过 达到 以及 其中 表示 今年 去年 目前 亿元 万元 万亿 同比 增长'
  ).split(' '),
)
const MAX_TERMS = 24
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Distinct terms in plain width and lower case; at most 24 a script. */
export function termsOf(texts: string[]): { latin: string[]; han: string[] } {
  const latin = new Set<string>()
  const han = new Set<string>()
  for (const [run] of texts.flatMap((text) => [...plainWidth(text).matchAll(WORD)])) {
    if (!HAN.test(run)) {
      if (!EMPTY.has(run)) latin.add(run.replace(/['’]s$/, ''))
      continue
    }
    for (const { segment } of segmenter.segment(run))
      if (segment.length > 1 && !EMPTY.has(segment)) han.add(segment)
  }
  return { latin: [...latin].slice(0, MAX_TERMS), han: [...han].slice(0, MAX_TERMS) }
}

/** How many of the terms stand in the passage, as beginnings of words where the script has words. */
export function termsIn(passage: string, terms: string[]): number {
  return terms.filter((term) => {
    if (HAN.test(term)) return passage.includes(term)
    const at = passage.indexOf(term)
    return at === 0 || (at > 0 && !/\p{L}/u.test(passage[at - 1] ?? ''))
  }).length
}
