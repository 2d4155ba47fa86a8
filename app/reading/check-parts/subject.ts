/** What a figure is said of: the content words of its clause; and whether two clauses speak of different things. */
import type { ReadFigure } from '#reading/figure.ts'

const CLAUSE_END = /[.;!?\n。；！？，、]|,(?!\d)| (?:and|while|but|whereas|compared with|versus) /g
const POINT_IN_NUMBER = /^\.\d/
const MAX_CLAUSE_CHARS = 120
const WORD = /[a-z][a-z'’-]+|\p{Script=Han}+/gu
const EMPTY =
  /^(?:the|an?|this|that|these|those|its?|it|they|them|their|he|she|his|her|we|our|you|your|there|here|and|but|or|so|in|on|of|for|to|from|with|by|as|at|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|which|who|what|also|about|around|nearly|almost|over|more|less|than|least|most|up|some|only|just|total|totaled|totalled|reached|stood|came|rose|fell|grew|said|says|year|month|quarter|day|week|thousand|million|billion|trillion|percent|per|cent|points?)$/
const EMPTY_CHINESE =
  /^(?:的|了|为|是|有|达|达到|共|共有|约|近|超|超过|其中|而|和|与|则|该|这|那|它|他|她|他们|它们|我们|我国|全国|已|已经|去年|今年|同比|环比|增长|下降|上升|以上|以下|左右|亿|万|元|人|年|月|日|个|名|位)$/
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** `plain` is the text with script folded and in lower case. */
export function subjectOf(plain: string, figure: ReadFigure): Set<string> {
  const from = Math.max(0, figure.start - MAX_CLAUSE_CHARS)
  const before = plain.slice(from, figure.start)
  const after = plain.slice(figure.end, figure.end + MAX_CLAUSE_CHARS)
  let start = 0
  for (const stop of before.matchAll(CLAUSE_END))
    if (!POINT_IN_NUMBER.test(before.slice(stop.index, stop.index + 2))) start = stop.index + stop[0].length
  CLAUSE_END.lastIndex = 0
  const end = after.search(CLAUSE_END)
  return wordsOf(`${before.slice(start)} ${end < 0 ? after : after.slice(0, end)}`)
}

/** True where `right` has every word of the claim, `taken` lacks one of them and has another thing in its place. */
export function isOfAnother(claimed: Set<string>, taken: Set<string>, right: Set<string>): boolean {
  if (claimed.size === 0) return false
  const lacks = [...claimed].filter((word) => !taken.has(word))
  const instead = [...taken].filter((word) => !claimed.has(word))
  return (
    lacks.length > 0 &&
    instead.length > 0 &&
    instead.length <= lacks.length + 1 &&
    [...claimed].every((word) => right.has(word))
  )
}

function wordsOf(clause: string): Set<string> {
  const words = new Set<string>()
  for (const [run] of clause.matchAll(WORD)) {
    if (/^[a-z]/.test(run)) {
      if (!EMPTY.test(run)) words.add(run.replace(/['’]s$/, ''))
      continue
    }
    for (const { segment } of segmenter.segment(run)) if (!EMPTY_CHINESE.test(segment)) words.add(segment)
  }
  return words
}
