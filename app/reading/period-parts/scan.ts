/** Walks a text once and tries, at each word, number or sign, only the rules that can begin there. */

import { MAX_MENTIONS } from '#reading/most-mentions.ts'
import * as chineseCounted from './chinese-counted.ts'
import { NUMERAL_SIGNS } from './chinese-part.ts'
import {
  DAY_ALONE,
  DIGIT_YEARS,
  ERA_YEARS,
  NUMERAL_YEARS,
  PARTS_ALONE,
  YEARS_AWAY_RULES,
} from './chinese-year.ts'
import * as englishCalendar from './english-calendar.ts'
import * as englishCounted from './english-counted.ts'
import { MONTH_WORDS, SEASON_WORDS, WEEKDAY_WORDS } from './english-words.ts'
import { ERA_NAMES } from './eras.ts'
import type { Mention, PeriodPage, PeriodRule } from './mention.ts'
import { NUMERIC_DATES } from './numeric-date.ts'

const WORDS = new Map<string, PeriodRule[]>()
/** By the sign after the digits, one space between them allowed. */
const BEHIND_DIGITS = new Map<string, PeriodRule[]>()
const SIGNS = new Map<string, PeriodRule[]>()

function begin(table: Map<string, PeriodRule[]>, keys: Iterable<string>, ...rules: PeriodRule[][]) {
  for (const key of keys) table.set(key, [...(table.get(key) ?? []), ...rules.flat()])
}

begin(WORDS, MONTH_WORDS, englishCalendar.MONTH_FIRST)
begin(
  WORDS,
  ['early', 'late', 'mid', 'end', 'very', 'close', 'start', 'beginning', 'turn', 'middle'],
  englishCalendar.EDGES,
)
begin(WORDS, ['q', 'h'], englishCalendar.SHORT_PARTS)
begin(WORDS, ['fy', 'fiscal'], englishCalendar.FISCAL_YEARS)
begin(WORDS, ['year', 'calendar'], englishCalendar.YEAR_ENDS)
begin(WORDS, ['first', 'second', 'third', 'fourth', 'final', 'opening'], englishCalendar.NTH_PARTS)
begin(WORDS, ['this', 'last', 'next'], englishCalendar.YEARS_AWAY)
begin(WORDS, ['this', 'last', 'next', 'past', 'previous', 'coming', 'following'], englishCounted.STEPS)
begin(
  WORDS,
  ['today', 'tonight', 'yesterday', 'tomorrow', 'day', 'last', 'this', 'year', 'month'],
  englishCounted.DAYS,
)
begin(
  WORDS,
  ['end', 'close', 'start', 'beginning', 'middle', 'year', 'month', 'calendar'],
  englishCounted.EDGES_ALONE,
)
begin(WORDS, SEASON_WORDS, englishCalendar.SEASONS)
begin(WORDS, WEEKDAY_WORDS, [englishCounted.WEEKDAYS_ALONE])
begin(WORDS, ['ago'], [englishCounted.AGO])
begin(WORDS, ['century'], [englishCounted.CENTURY])
begin(WORDS, ['five'], [englishCounted.PLAN])
begin(WORDS, ['same', 'year'], englishCounted.YEAR_BEFORE)

begin(BEHIND_DIGITS, 'jfmasondtu-–—', englishCalendar.DAY_FIRST)
begin(BEHIND_DIGITS, 'snrt', englishCalendar.DAY_FIRST, englishCalendar.NTH_PARTS)
begin(BEHIND_DIGITS, 'qhf/-–', englishCalendar.DIGIT_PARTS)
begin(BEHIND_DIGITS, '-/.', NUMERIC_DATES)
begin(BEHIND_DIGITS, '年财会-–—~～至到/', DIGIT_YEARS)
begin(BEHIND_DIGITS, '年月季-–—~～至到', PARTS_ALONE)
begin(BEHIND_DIGITS, '年个天周星礼', chineseCounted.COUNTED_AGO)
begin(BEHIND_DIGITS, '年世', chineseCounted.LONG_STRETCHES)
begin(BEHIND_DIGITS, '日号', [DAY_ALONE])

const NUMERALS = new Set([...NUMERAL_SIGNS, '两'])
begin(
  SIGNS,
  NUMERALS,
  NUMERAL_YEARS,
  PARTS_ALONE,
  chineseCounted.COUNTED_AGO,
  chineseCounted.LONG_STRETCHES,
  chineseCounted.PLANS,
)
begin(SIGNS, '半', chineseCounted.COUNTED_AGO)
begin(SIGNS, new Set(ERA_NAMES.map((name) => name[0] ?? '')), ERA_YEARS)
begin(SIGNS, '今去上前明后本同', YEARS_AWAY_RULES)
begin(SIGNS, '第首前上下', PARTS_ALONE)
begin(SIGNS, '今昨前明后大', chineseCounted.DAYS)
begin(SIGNS, '本这上下', chineseCounted.STEPS)
begin(SIGNS, '周星礼', chineseCounted.WEEKDAYS_ALONE)
begin(SIGNS, '年月', chineseCounted.EDGES_ALONE)
begin(SIGNS, '过最近未今接', chineseCounted.COUNTED_STRETCHES)
begin(SIGNS, '上本', chineseCounted.LONG_STRETCHES)
begin(SIGNS, '“"「', chineseCounted.PLANS)
begin(SIGNS, "'’", [englishCounted.SHORT_DECADE])

const MAX_WORD = 10

/** In order, never overlapping: of the rules that begin at one place the longest mention stands. */
export function scanPeriods(page: PeriodPage, loneYears: Mention[]): Mention[] {
  const { plain } = page
  const found: Mention[] = []
  let edge = 0
  let nextYear = 0
  for (let at = 0; at < plain.length && found.length < MAX_MENTIONS; ) {
    const code = plain.charCodeAt(at)
    let end = at + 1
    let rules: PeriodRule[] | undefined
    let best: Mention | null = null
    if (isLetter(code)) {
      while (isLetter(plain.charCodeAt(end))) end += 1
      if (end - at <= MAX_WORD) rules = WORDS.get(plain.slice(at, end))
    } else if (isDigit(code)) {
      while (isDigit(plain.charCodeAt(end))) end += 1
      rules = BEHIND_DIGITS.get((plain[end] === ' ' ? plain[end + 1] : plain[end]) ?? '')
      while ((loneYears[nextYear]?.start ?? plain.length) < at) nextYear += 1
      if (loneYears[nextYear]?.start === at) best = loneYears[nextYear] ?? null
    } else if (code > 0x20 && !(NUMERALS.has(plain[at] ?? '') && NUMERALS.has(plain[at - 1] ?? ''))) {
      rules = SIGNS.get(plain[at] ?? '')
    }
    if (rules) best = longest(page, rules, at, edge, best)
    if (best) {
      found.push(best)
      edge = best.end
    }
    at = Math.max(end, edge)
  }
  return found
}

function longest(
  page: PeriodPage,
  rules: PeriodRule[],
  at: number,
  edge: number,
  given: Mention | null,
): Mention | null {
  let best = given
  for (const { rule, read } of rules) {
    rule.lastIndex = at
    const match = rule.exec(page.plain)
    if (!match) continue
    const mention = read(match, page)
    if (mention && mention.start >= edge && (!best || mention.end > best.end)) best = mention
  }
  return best
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
