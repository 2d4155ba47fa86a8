/** Finds who signed a Chinese page: labels, reporters in a dateline, a name under the headline or at the end. */
import { isChineseName } from './person-names.ts'

const HAN = '\\p{Script=Han}'
/** One name, or one whose characters are set apart to fill a column: 陈 样. */
const NAME = `(?:${HAN}[ 　]{1,3}${HAN}(?!${HAN})|[${HAN}·A-Za-z.]{2,12})`
const NAMES = `${NAME}(?:[、，,/／ 　]+(?:${HAN}[ 　]{1,3}${HAN}(?!${HAN})|[${HAN}·]{2,8})){0,5}`
/** Labels before a name. A single 文 is one only where it cannot be the end of another word. */
const LABELLED =
  /(?:(?:文章作者|本文作者|原作者|作者|撰文|撰稿|執筆|采写|採訪)\s*[:：/／|丨｜︱▏]|(?<![\p{L}])(?:文字|图文|文)\s*[:：/／|丨｜︱▏]|(?<=[次时分秒览读击论])文\s*[/／|丨｜︱▏])\s*([^\n]{2,60})/u
const REPORTER = new RegExp(
  `(?:记者|記者|通讯员|通訊員|特派员|特派員|实习生|實習生)[ 　]*[:：]?[ 　]*(${NAMES}?)(?=[ 　]*(?:$|\\n|[／/∕）)】〕\\]｜|—–-]|\\d|报道|報道|報導|通讯员|通訊員|实习|實習|编辑|发自|從|从|北京|上海|香港|台北|摄))`,
  'gu',
)
/** Taiwan's wire runs name, place and day together: 記者曾樣北岸15日電. */
const WIRE = /[記记]者([\p{Script=Han}]{4,7})\d{1,2}日(?:專)?[電电]/u
/** A place takes two characters as a rule, and a name three at most. */
const PLACE_CHARS = 2
const MOST_NAME_CHARS = 3
/** A bracketed name alone at the end of the story: （张三）. */
const AT_END = /[（(]\s*([\p{Script=Han}]{2,4}(?:[ 　、]+[\p{Script=Han}]{2,4}){0,3})\s*[）)]\s*$/gmu
const EDITOR =
  /(?:责任编辑|責任編輯|责编|编辑|編輯)\s*[:：/|丨]\s*((?:[\p{Script=Han}·]{2,4}|[A-Za-z]+ [A-Za-z]+)(?:[、，, ]+[\p{Script=Han}]{2,4}(?![\p{Script=Han}:：]))*)/u
const DATE = /(?:19|20)\d{2}\s?[-年/.]\s?\d{1,2}/u

/** Names in the text, joined by ", ", or null. `near` is the text around the headline; `clean` reads a raw signature. */
export function chineseByline(
  text: string,
  near: string,
  clean: (raw: string[]) => string | null,
): string | null {
  return (
    clean([signatureAfterLabel(near)]) ??
    reporters(near) ??
    underHeadline(near) ??
    reporters(text) ??
    clean([signatureAfterLabel(text)]) ??
    atEnd(text)
  )
}

/** The responsible editor, who is not the author, as printed; empty where there is none. */
export function chineseEditor(text: string): string {
  return EDITOR.exec(text)?.[1] ?? ''
}

/** What follows 作者： up to the next label, bracket or sentence; empty where the label is missing. */
export function signatureAfterLabel(text: string): string {
  const line = LABELLED.exec(text)?.[1]
  if (!line) return ''
  const [names = ''] = line.split(
    /[（(【[<《|｜丨。；;]|\s*(?:来源|来自|责任编辑|責任編輯|编辑|责编|时间|发布|日期|摄影|图片?|浏览|阅读|点击|查看|系|单位|\d{4})/u,
  )
  return names.trim()
}

/** 记者 with names that are names: 记者从市政府获悉 has none. */
function reporters(text: string): string | null {
  const names: string[] = []
  let at = -1
  for (const match of text.matchAll(REPORTER)) {
    // Names of one signature follow each other: 记者 高样 实习生 林本. A 通讯员 helped, and signs alone at most.
    if (names.length > 0 && (match.index > at + MOST_BETWEEN_CHARS || /^[通特]/u.test(match[0]))) break
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 3)
    if (/^\s*[摄攝]/u.test(after)) continue
    for (const name of namesIn(match[1]!)) if (!names.includes(name)) names.push(name)
    at = match.index + match[0].length
  }
  if (names.length > 0) return names.join(', ')
  const wire = WIRE.exec(text)?.[1]
  const name = wire?.slice(0, Math.min(MOST_NAME_CHARS, wire.length - PLACE_CHARS))
  return name && isChineseName(name) ? name : null
}

const MOST_BETWEEN_CHARS = 8

function namesIn(raw: string): string[] {
  const parts = raw.split(/[、，,/／ 　]+/u).filter(Boolean)
  const joined: string[] = []
  for (const [at, part] of parts.entries()) {
    if (part.length === 1 && parts[at + 1]?.length === 1) joined.push(part + parts[at + 1])
    else if (part.length > 1) joined.push(part)
  }
  return joined.filter(isChineseName)
}

/** A line of nothing but a name, with the date on it or on the next lines. */
function underHeadline(near: string): string | null {
  const lines = near.split('\n').map((line) => line.trim())
  for (const [at, line] of lines.entries()) {
    const [first = ''] = line.split(/[\s　|｜·•丨]+(?=(?:19|20)\d{2})/u)
    if (first.length > 16) continue
    const names = namesIn(first)
    if (names.length === 0 || names.join('').length !== first.replace(/[、，,/／ 　]/gu, '').length) continue
    if (lines.slice(at, at + 3).some((one) => DATE.test(one) && one.length < 80)) return names.join(', ')
  }
  return null
}

function atEnd(text: string): string | null {
  for (const match of text.matchAll(AT_END)) {
    const names = match[1]!.split(/[ 　、]+/)
    if (names.every(isChineseName)) return names.join(', ')
  }
  return null
}
