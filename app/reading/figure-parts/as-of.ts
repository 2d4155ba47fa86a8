/** The date a figure holds for, in the text's own words, looked for in the figure's own sentence. */

const LOOK_BACK = 120
const LOOK_AHEAD = 60

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?'
const ENGLISH_DATE = `(?:(?:the )?(?:end|start|beginning|middle) of |(?:early|late|mid|end)[ -])?(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \\d{4})?|${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? \\d{4})?|\\d{4}-\\d{2}(?:-\\d{2})?|(?:q[1-4] )?(?:19|20)\\d{2}(?!\\d)|(?:this|last) (?:year|month|week)|today|yesterday)`
const ENGLISH = new RegExp(`(?<![a-z])(?:as of|as at|by|at|until|through) (${ENGLISH_DATE})(?![a-z])`, 'g')

const CHINESE_DATE =
  '(?:(?:(?:今|去|明|前|本|上|同)年|[\\d〇零一二三四五六七八九]{2,4}年)(?:年?[底末初中])?(?:\\d{1,2}月|[一二三四五六七八九十]{1,2}月)?|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月)(?:\\d{1,2}[日号號]|[一二三四五六七八九十廿]{1,3}[日号號]|[底末初中](?:旬)?|份)?'
const CHINESE = new RegExp(`(?:截至|截止|截止到|截至到|到|至)(?:目前)?[ ]?(${CHINESE_DATE})`, 'g')
/** 2025年底 100万亿: a point in time named without 截至. */
const CHINESE_POINT = /((?:\d{4}年|[今去前]年)(?:年?[底末初]|\d{1,2}月[底末初]))/g
const SENTENCE_END_BEFORE = /[。！？；\n]|[.!?;](?=\s)/g

/** `source` gives the words as printed. Null when the sentence names no date. */
export function asOfAround(source: string, plain: string, start: number, end: number): string | null {
  const from = sentenceStart(plain, start)
  const before = lastMatch(plain.slice(from, start), from)
  if (before) return source.slice(before.start, before.end)
  const after = plain.slice(end, end + LOOK_AHEAD)
  const stop = after.search(/[。！？；\n]|[.!?;](?=\s|$)/)
  const rest = stop < 0 ? after : after.slice(0, stop)
  ENGLISH.lastIndex = 0
  const ahead = ENGLISH.exec(rest)
  // A second figure before the date makes the date the second figure's.
  if (!ahead?.[1] || /\d/.test(rest.slice(0, ahead.index))) return null
  if (!ahead[0].startsWith('as ')) return null
  const at = end + ahead.index + ahead[0].length - ahead[1].length
  return source.slice(at, at + ahead[1].length)
}

function sentenceStart(plain: string, start: number): number {
  const from = Math.max(0, start - LOOK_BACK)
  let last = from
  for (const match of plain.slice(from, start).matchAll(SENTENCE_END_BEFORE)) last = from + match.index + 1
  return last
}

function lastMatch(sentence: string, offset: number): { start: number; end: number } | null {
  let best: { start: number; end: number } | null = null
  for (const rule of [ENGLISH, CHINESE, CHINESE_POINT])
    for (const match of sentence.matchAll(rule)) {
      const words = match[1] ?? ''
      const start = offset + match.index + match[0].length - words.length
      if (!best || start > best.start) best = { start, end: start + words.length }
    }
  return best
}
