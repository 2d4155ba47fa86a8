/** The date a figure holds for, in the text's own words, looked for in the figure's own sentence. */
import { AS_OF_ELSEWHERE } from './as-of-elsewhere.ts'

const LOOK_BACK = 120
const LOOK_AHEAD = 60
const MAX_THING = 32

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?:\\.(?= \\d))?'
const ENGLISH_DATE = `(?:(?:the )?(?:end|start|beginning|middle) of |(?:early|late|mid|end)[ -])?(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \\d{4})?|${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? \\d{4})?|\\d{4}-\\d{2}(?:-\\d{2})?|(?:q[1-4] )?(?:19|20)\\d{2}(?!\\d)|(?:this|last) (?:year|month|week)|today|yesterday)`
const ENGLISH = new RegExp(`(?<![a-z])(?:as of|as at|by|at|until|through) (${ENGLISH_DATE})(?![a-z])`, 'g')

const CHINESE_DATE =
  '(?:(?:(?:今|去|明|前|本|上|同)年|[\\d〇零一二三四五六七八九]{2,4}年)(?:年?[底末初中])?(?:\\d{1,2}月|[一二三四五六七八九十]{1,2}月)?|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月)(?:\\d{1,2}[日号號]|[一二三四五六七八九十廿]{1,3}[日号號]|[底末初中](?:旬)?|份)?'
const CHINESE = new RegExp(`(?:截至|截止|截止到|截至到|到|至)(?:目前)?[ ]?(${CHINESE_DATE})`, 'g')
/** 2025年底 100万亿: a point in time named without 截至. */
const CHINESE_POINT = /((?:\d{4}年|[今去前]年)(?:年?[底末初]|\d{1,2}月[底末初]))/g
const STOPS = /[。！？；\n]|[.!?;](?=\s|$)/g

type Mention = {
  /** Where the phrase begins ("by the end of 2025"), and where its date does ("the end of 2025"). */
  phrase: number
  start: number
  end: number
  asOf: boolean
  /** English dates may follow their figure ("100 billion at the start of 2024"); Chinese ones come before it. */
  mayFollow: boolean
  /** Holds for the next figure only. */
  nextOnly: boolean
}

/** All dates a text names as "the figures hold for then", and where its sentences end; read once for a whole text. */
export type Dates = { mentions: Mention[]; starts: number[]; stops: number[] }

/** `plain` is lower case and plain width. */
export function readDates(plain: string, language?: string): Dates {
  const mentions: Mention[] = []
  const elsewhere = language ? AS_OF_ELSEWHERE.get(language) : undefined
  for (const { rule, asOf, mayFollow } of elsewhere ?? [])
    for (const { index, 0: phrase, 1: words = '' } of matches(rule, plain)) {
      const start = index + phrase.indexOf(words)
      mentions.push({ phrase: index, start, end: start + words.length, asOf, mayFollow, nextOnly: false })
    }
  for (const rule of elsewhere ? [] : [ENGLISH, CHINESE, CHINESE_POINT])
    for (const { index, 0: phrase, 1: words = '' } of matches(rule, plain)) {
      const end = index + phrase.length
      mentions.push({
        phrase: index,
        start: end - words.length,
        end,
        asOf: phrase.startsWith('as '),
        mayFollow: rule === ENGLISH,
        nextOnly: rule === CHINESE_POINT,
      })
    }
  if (mentions.length === 0) return NO_DATES
  mentions.sort((a, b) => a.start - b.start)
  const starts = mentions.map((mention) => mention.start)
  return { mentions, starts, stops: stopsOf(plain, mentions) }
}

const NO_DATES: Dates = { mentions: [], starts: [], stops: [] }

/** What `matchAll` gives, without the copy of the rule that it makes each time: most texts are one sentence. */
function matches(rule: RegExp, plain: string): RegExpExecArray[] {
  const all: RegExpExecArray[] = []
  rule.lastIndex = 0
  for (let match = rule.exec(plain); match; match = rule.exec(plain)) all.push(match)
  return all
}

/**
 * The date right after the figure ("100 billion at the start of 2024"), else the nearest one before it in its sentence that
 * no other figure has, else an "as of" further on. `figures` are those before it, in order; `source` gives the words as
 * printed. Null when the sentence names no date.
 */
export function asOfAround(
  source: string,
  dates: Dates,
  figures: { end: number }[],
  start: number,
  end: number,
): string | null {
  if (dates.mentions.length === 0) return null
  const next = after(dates.starts, start)
  const ahead = dates.mentions[next]
  if (ahead?.mayFollow && ahead.phrase >= end && isNear(source, end, ahead.phrase))
    return source.slice(ahead.start, ahead.end)
  const stop = after(dates.stops, start)
  const from = Math.max(start - LOOK_BACK, (dates.stops[stop - 1] ?? -1) + 1)
  const before = dates.mentions[next - 1]
  const holds = before && before.start >= from && before.end <= start
  const taken = holds && before.mayFollow && endsJustBefore(figures, before.phrase) && !before.asOf
  if (holds && !taken && !(before.nextOnly && /\d/.test(source.slice(before.end, start))))
    return source.slice(before.start, before.end)
  if (!ahead?.asOf) return null
  const sentenceEnd = dates.stops[after(dates.stops, end)] ?? source.length
  if (ahead.start > Math.min(sentenceEnd, end + LOOK_AHEAD)) return null
  // A second figure before the date makes the date the second figure's.
  if (/\d/.test(source.slice(end, ahead.start))) return null
  return source.slice(ahead.start, ahead.end)
}

/** Right after the figure, or after the thing it counts: 400,000 new homes by 2027. */
function isNear(source: string, end: number, phrase: number): boolean {
  if (phrase - end <= 1) return true
  return (
    phrase - end <= MAX_THING &&
    /^(?: (?!(?:and|or|but|to|will|in|for|from|of|at|was|is|were|are)\b)[A-Za-z-]+){1,3} $/.test(
      source.slice(end, phrase),
    )
  )
}

/** Index of the first position not before `at`. */
function after(positions: number[], at: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

function endsJustBefore(figures: { end: number }[], at: number): boolean {
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((figures[middle]?.end ?? 0) < at - 1) low = middle + 1
    else high = middle
  }
  return (figures[low]?.end ?? at + 1) <= at
}

/** Where sentences end; the point inside a date ("31. Dezember") ends none. `mentions` are in order. */
function stopsOf(plain: string, mentions: Mention[]): number[] {
  let next = 0
  return matches(STOPS, plain)
    .map(({ index }) => index)
    .filter((stop) => {
      while (next < mentions.length && (mentions[next]?.end ?? 0) <= stop) next += 1
      return (mentions[next]?.start ?? stop) >= stop
    })
}
