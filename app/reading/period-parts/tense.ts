/** Whether the words of a sentence beside a date without a year look ahead or back. */

const AHEAD =
  /(?<![a-z])(?:will|would|shall|may|could|expects?|expected|plans?|planned|due|scheduled|set to|forecasts?|aims?|targets?|by|until|before|next|starting|upcoming|hopes?|intends?|to be)(?![a-z])|['’]ll(?![a-z])|将|拟|预计|预期|计划|即将|定于|有望|力争|届时|争取|目标/
const BACK =
  /(?<![a-z])(?:was|were|had|did|rose|fell|grew|shrank|made|took|won|lost|began|sold|said|met|came|went|left|hit|saw|sank|[a-z]{2,}ed)(?![a-z])|(?<![为除])了(?!解)|已|曾|同比|环比|增长|下降|上升|下滑|上涨|持平|回落|实现|达/
const REACH = 80

/** `from` and `to` are the sentence, `start` and `end` the date in it. */
export function looksAhead(plain: string, from: number, start: number, end: number, to: number): boolean {
  return AHEAD.test(around(plain, from, start, end, to))
}

export function looksBack(plain: string, from: number, start: number, end: number, to: number): boolean {
  return BACK.test(around(plain, from, start, end, to))
}

function around(plain: string, from: number, start: number, end: number, to: number): string {
  return `${plain.slice(Math.max(from, start - REACH), start)} ${plain.slice(end, Math.min(to, end + REACH))}`
}
