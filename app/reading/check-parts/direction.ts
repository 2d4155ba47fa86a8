/** Whether a figure is told as a rise or as a fall: "fell 3 percent", "a 3% increase", 同比下降5%; "rose to 3%" is neither. */
import type { ReadFigure } from '#reading/figure.ts'

export type Direction = 'up' | 'down'

const DIRECTION_OF = new Map<string, Direction>()
for (const [direction, words] of [
  [
    'up',
    'up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb climbs climbed climbing jump jumps jumped jumping gain gains gained gaining surge surges surged surging soar soars soared soaring advance advances advanced expand expands expanded expanding expansion higher more rebound rebounded improve improved',
  ],
  [
    'down',
    'down fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping decline declines declined declining shrink shrinks shrank shrunk shrinking slide slides slid sliding slip slips slipped plunge plunges plunged plunging tumble tumbles tumbled sink sinks sank sunk dip dips dipped lower less fewer reduce reduces reduced reducing reduction cut cuts cutting contract contracts contracted contraction lose loses lost loss slump slumps slumped shed',
  ],
] as const)
  for (const word of words.split(' ')) DIRECTION_OF.set(word, direction)

/** May stand between the verb and its figure: degree, bound, preposition; "to" and "from" are no such words. */
const BETWEEN =
  /^(?:by|of|a|an|about|around|roughly|some|nearly|almost|over|more|less|than|at|least|most|up|under|only|just|approximately|close|an?|another|further|year|on|over|quarter|month|average|\w+ly)$/
const MORE_THAN = /(?:more|less|fewer) than$|(?:up|close) to$|at (?:least|most)$/
const LAST_WORD = /([a-z]+)[\s$€£¥~-]*$/
const FIRST_WORDS = /^[ -]([a-z]+)(?: ([a-z]+))?/
/** After a figure only nouns and comparatives tell: "a 3% fall in prices", "3% higher"; "prices 3% fell" is not written. */
const AFTER =
  /^(?:increase|rise|growth|jump|gain|surge|expansion|higher|more|up|decrease|fall|drop|decline|reduction|cut|contraction|loss|lower|less|fewer|down|slump|plunge)$/
const CHINESE_BEFORE =
  /(增长|增加|上升|上涨|增幅|涨幅|升幅|提高|提升|攀升|回升|扩大|多|增|涨|升|高)(?:率|幅度?)?(?:了|约|近|逾|超过?|达到?|为|是|至少|大约|将近|接近|高达|仅|也|又|再|[:：])*$|(下降|下滑|下跌|减少|降幅|跌幅|减幅|降低|回落|缩小|萎缩|下调|缩减|少|降|跌|减|低)(?:率|幅度?)?(?:了|约|近|逾|超过?|达到?|为|是|至少|大约|将近|接近|高达|仅|也|又|再|[:：])*$/
const MAX_BACK_CHARS = 60
const MAX_WORDS = 6
const DIFFERENCES = /^(?:percent|percentage_point|basis_points|permille)$/

/** `plain` is the figure's text with script folded and in lower case, unit for unit as long as the text. */
export function directionOf(plain: string, figure: ReadFigure): Direction | null {
  if (figure.value.startsWith('-') && DIFFERENCES.test(figure.unit ?? '')) return 'down'
  const before = clauseEnd(plain.slice(Math.max(0, figure.start - MAX_BACK_CHARS), figure.start))
  const chinese = CHINESE_BEFORE.exec(before)
  if (chinese) return chinese[1] ? 'up' : 'down'
  return wordBefore(before) ?? wordAfter(plain.slice(figure.end, figure.end + 32))
}

function clauseEnd(before: string): string {
  const stop = Math.max(
    ...['.', ',', ';', '\n', '，', '。', '；', '、', ':'].map((sign) => before.lastIndexOf(sign)),
  )
  return before.slice(stop + 1)
}

function wordBefore(before: string): Direction | null {
  let rest = before
  for (let words = 0; words < MAX_WORDS; words += 1) {
    // "More than 3%" and "up to 3%" are bounds of the figure, no rise.
    const bound = MORE_THAN.exec(rest.trimEnd())
    if (bound) {
      rest = rest.slice(0, bound.index)
      continue
    }
    const match = LAST_WORD.exec(rest)
    const word = match?.[1]
    if (!match || !word) return null
    const direction = DIRECTION_OF.get(word)
    if (direction && !(word === 'up' && rest.trimEnd().endsWith('made up'))) return direction
    if (!BETWEEN.test(word)) return null
    rest = rest.slice(0, match.index)
  }
  return null
}

function wordAfter(after: string): Direction | null {
  const match = FIRST_WORDS.exec(after)
  for (const word of [match?.[1], match?.[2]]) {
    if (!word) return null
    if (AFTER.test(word)) return DIRECTION_OF.get(word) ?? null
    // "3% annual growth", "20% year-on-year fall": one adjective may stand between.
    if (/^(?:to|from|in|of|and|or|the|a|was|were|is|are|by|for|at|on|with)$/.test(word)) return null
  }
  return null
}
