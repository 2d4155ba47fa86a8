/** Reads the dates that a page prints near its headline, or after words such as 发布时间 or "Published". */
import { parseDate } from './parse-date.ts'
import { weightOf } from './weigh-blocks.ts'

export type PrintedDates = {
  /** after a word that means publication, near the headline */
  labelled: string | null
  /** on a short line right after or just before the headline */
  nearTitle: string | null
  /** after such a word elsewhere on the page, or alone on the last line of a document */
  anywhere: string | null
  /** above the headline with the day of the week: today's date as often as the story's */
  aboveTitle: string | null
  modified: string | null
}

type Read = (text: string) => string | null

const PUBLISHED_WORDS =
  /(?:发布时间|发表时间|发布日期|发稿时间|发布于|刊发时间|上传时间|成文日期|印发日期|发文日期|發佈時間|發布時間|發佈日期|發布日期|刊登日期|上版日期|(?<![\p{Script=Han}])(?:时间|日期|時間)|published(?:\s+on)?|posted(?:\s+on)?|first published|publication date|date published|release date|submitted|created\s+on|publiée? le|mise? en ligne le|rédigée? le|veröffentlicht(?: am)?|erstellt(?: am)?|eingestellt am|eingereicht|erschienen(?: am)?|geschrieben(?=\s)|gepostet(?: am)?|datum|stand(?=\s*:)|publicado(?: el)?|fecha(?: de publicación)?|pubblicato il|data(?: pubblicazione)?(?=\s*:)|publicado em|geplaatst(?: op)?|gepubliceerd(?: op)?|publicerad|publisert|udgivet|opublikowano|dodano|опубликовано|дата|公開日|投稿日|掲載日|入力|입력|기사입력|등록)\s*[:：]?\s*/giu
/** Words before the date of a change; as a separator it cuts a line before them. */
const UPDATED_WORDS =
  /(?:更新时间|更新時間|更新日期|最后更新|最後更新|更新于|更新於|修改时间|(?:last\s+)?(?:updated|modified|revised)(?:\s+on)?|mis à jour le|(?:zuletzt )?(?:aktualisiert|geändert)(?: am)?|update|senast uppdaterad|opdateret|bijgewerkt|laatst gewijzigd|modificado|modifié le|ultimo aggiornamento|обновлено|기사수정|수정|actualizado(?: el)?|最終更新)\s*[:：]?\s*/iu
const EVERY_UPDATE = new RegExp(UPDATED_WORDS, 'giu')
/** A dateline stands within a few lines of the headline. */
const AFTER_TITLE_CHARS = 600
const BEFORE_TITLE_CHARS = 180
const LABELLED_WITHIN_CHARS = 1500
/** Longer lines are prose, and dates in prose are what the story is about. */
const LONGEST_DATELINE_CHARS = 110
const AFTER_WORD_CHARS = 60
const TAIL_LINES = 6

/** `read` gives the ISO date in a short text, or null. */
export function printedDates(text: string, title: string | null, read: Read): PrintedDates {
  const at = titleAt(text, title)
  const end = at === null ? 0 : at + Math.min(title?.length ?? 0, MOST_TITLE_CHARS)
  const near = text.slice(Math.max(0, (at ?? 0) - BEFORE_TITLE_CHARS), end + LABELLED_WITHIN_CHARS)
  return {
    labelled: afterWord(near, PUBLISHED_WORDS, read),
    nearTitle: at === null ? null : nearTitle(text, at, end, read),
    aboveTitle: at === null ? null : aboveTitle(linesAbove(text, at), read),
    anywhere: afterWord(text, PUBLISHED_WORDS, read) ?? inDateline(text, read) ?? signedOff(text, read),
    modified: afterWord(near, EVERY_UPDATE, read) ?? afterWord(text, EVERY_UPDATE, read),
  }
}

const MOST_TITLE_CHARS = 40

/** The last place in the first part of the page where the headline is shown: before it stands the path to the page. */
function titleAt(text: string, title: string | null): number | null {
  const start = title?.slice(0, MOST_TITLE_CHARS)
  if (!start) return null
  const first = text.indexOf(start)
  if (first === -1) return null
  const again = text.indexOf(start, first + start.length)
  return again !== -1 && again - first < 400 ? again : first
}

/** Taiwan's offices leave the name of the era out: 發布日期：108-04-30. */
const ROC_DATE = /^(1\d{2})([-./]\d{1,2}[-./]\d{1,2})(?!\d)/
const YEARS_BEFORE_THE_REPUBLIC = 1911
/** Between a label and its date stand a day of the week or who published: "Eingereicht von kielholer am". */
const MOST_BETWEEN_CHARS = 34

function afterWord(text: string, words: RegExp, read: Read): string | null {
  for (const word of text.matchAll(words)) {
    const from = word.index + word[0].length
    const following = text.slice(from, from + AFTER_WORD_CHARS)
    // Baidu's pages leave the century out: 发布时间：26-03-23 10:15.
    const whole = following
      .replace(/^(\d{2})-(\d{2})-(\d{2})(?=\D|\d{2}:\d{2}|$)/, '20$1-$2-$3')
      .replace(
        ROC_DATE,
        (_, year: string, rest: string) => `${Number(year) + YEARS_BEFORE_THE_REPUBLIC}${rest}`,
      )
    const date = parseDate(whole, { monthFirst: true })
    if (
      date &&
      date.index <= MOST_BETWEEN_CHARS &&
      /^[^.。]*$/.test(whole.slice(0, date.index).replace(/^\w{3}\./, ''))
    )
      return read(whole)
  }
  return null
}

function nearTitle(text: string, at: number, end: number, read: Read): string | null {
  const lines = [
    ...beforeStory(text.slice(end, end + AFTER_TITLE_CHARS)),
    ...linesAbove(text, at).filter((line) => !CLOCK.test(line)),
  ]
  let updated: string | null = null
  for (const line of lines) {
    if (line.length > LONGEST_DATELINE_CHARS || !isDateline(line)) continue
    if (/[©]|copyright|版权|今天是|最新推荐|today is|it is currently/i.test(line)) continue
    const found = read(withoutUpdate(line)) ?? shortDate(line, read)
    if (found) return found
    updated ??= read(line)
  }
  return updated
}

function linesAbove(text: string, at: number): string[] {
  return text
    .slice(Math.max(0, at - BEFORE_TITLE_CHARS), at)
    .split('\n')
    .slice(-7)
    .reverse()
}

/** The line without the date of a change, wherever in it that stands. */
export function withoutUpdate(line: string): string {
  const word = UPDATED_WORDS.exec(line)
  if (!word) return line
  const from = word.index + word[0].length
  const date = parseDate(line.slice(from), { monthFirst: true })
  const to = date === null ? line.length : from + date.index + DATE_CHARS
  return `${line.slice(0, word.index)} ${line.slice(to)}`
}

const DATE_CHARS = 10

/** 03.05.10: alone on its line, day first. */
function shortDate(line: string, read: Read): string | null {
  const found = /^\s*(\d{2})\.(\d{2})\.(\d{2})\s*$/.exec(line)
  return found ? read(`${found[1]}.${found[2]}.20${found[3]}`) : null
}

function aboveTitle(lines: string[], read: Read): string | null {
  for (const line of lines) {
    const found = line.length <= LONGEST_DATELINE_CHARS ? read(line) : null
    if (found) return found
  }
  return null
}

/** Above a headline stands today's date as often as the story's. */
const CLOCK = /今天|今日|today|星期|周[一二三四五六日]|(?:mon|tues|wednes|thurs|fri|satur|sun)day/i
/** A lead may stand between headline and dateline; after more prose, dates are those of comments and other stories. */
const MOST_LEAD_WEIGHT = 200

function beforeStory(text: string): string[] {
  const lines: string[] = []
  let prose = 0
  for (const line of text.split('\n')) {
    if (prose > MOST_LEAD_WEIGHT) break
    if (line.length > LONGEST_DATELINE_CHARS || /[。！？]$/.test(line)) prose += weightOf(line)
    lines.push(line)
  }
  return lines
}

/** No sentence, and no row of a table of facts ("Founded | February 28, 1998"). */
function isDateline(line: string): boolean {
  if (/[.!?。！？]["”’]?$/.test(line) && line.length > 50 && !/\d{1,2}[:.]\d{2}\.$/.test(line)) return false
  return !/^[^\d\t]*[a-z]{3}[^\d\t]*\t/i.test(line)
}

/** NORTHMARK, March 23, 2026 /Newswire/ -- : how a press release begins. */
function inDateline(text: string, read: Read): string | null {
  const found =
    /^\p{Lu}[\p{L} .,()-]{2,60}?[,(]\s*(\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4})\)?[^\n]{0,30}(?:\/|--|–|—)/mu.exec(
      text.slice(0, MOST_DATELINE_CHARS),
    )
  if (found) return read(found[1]!)
  const first = /^(\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}) ?(?:--|–|—|-) /mu.exec(
    text.slice(0, MOST_DATELINE_CHARS),
  )
  return first ? read(first[1]!) : null
}

const MOST_DATELINE_CHARS = 6000

/** Official documents carry their date alone on the last line. */
function signedOff(text: string, read: Read): string | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  for (const line of lines.slice(-TAIL_LINES * 4).reverse()) {
    if (/^[\s\u3000]*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[\s\u3000]*$/u.test(line)) return read(line)
  }
  return null
}
