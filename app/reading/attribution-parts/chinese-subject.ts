/** Takes the clause before a Chinese verb of saying apart: who, in which role, where, when, to whom. */
import { SURNAMES, TITLES } from './chinese-words.ts'
import { outletIn } from './outlets.ts'
import { type Field, periodWithin } from './place.ts'

const OCCASION_END = /(?:的?主题演讲中|上|中|时|期间|间隙|会后)$/
const MIN_OCCASION_CHARS = 2
const MAX_OCCASION_CHARS = 40
const INTERVIEW = /^(?:接受|回应|答复)(.{0,20}?)(?:记者)?(?:的)?(?:专访|采访|提问|问询|询问)/
const PLACE = /(?<=.)在([\u4e00-\u9fffa-z0-9·]{1,14})$/i
const TO_WHOM = /(?:向|对|告诉)(.{2,14}?)$/
const TRAILING =
  /(?:还|也|又|进一步|同时|随后|此前|曾经?|则|均|都|明确|公开|对此|就此|并|今天|今 {0,4}日|昨天|昨 {0,4}日|近日|日前|当天|当日|再次|首次|发文|撰文|发布公告|发布报告|特别|普遍|纷纷|一致|一再|表态|回忆|最新|反复|当场|主动|多次|共同|介绍情况时)$/
/** 没有透露, 拒绝回应: nothing was said. */
const DENIED = /(?:没有?|未|不|并未|尚未|未曾|拒绝|不愿|无法|不予|避免|无意|难以|如何|怎么|怎样|是否|所)$/
export const LEADING =
  /^(?:有|而|但|不过|其中|同时|此外|另外|会上|当日|当天|对此|然而|因此|日前|近日|随后|据|例如|并|还|也|再如|与此同时|今天|昨天|今日|昨日)+/
const PRONOUN = /^(?:他|她|它|其|他们|她们|本人|我|我们|大家|记者|这|那|此|该)$/
const ROLE_THEN_NAME = new RegExp(
  `^(.*(?:${TITLES})(?:兼[\\u4e00-\\u9fff]{2,10}(?:${TITLES}))?)([\\u4e00-\\u9fff·]{2,4}|[\\u4e00-\\u9fff]{1,8}(?:·[\\u4e00-\\u9fff]{1,8}){1,3}|[a-z][a-z .'’-]{1,40})$`,
)
const NAME_THEN_TITLE = new RegExp(`^([${SURNAMES}][\\u4e00-\\u9fff]{0,2})(${TITLES})$`)

const TITLE_ENDS = new Set(TITLES.split('|').map((title) => title.replace(/\]$/, '').at(-1) ?? ''))
for (const sign of '官家师员OoMm') TITLE_ENDS.add(sign)

/** Whether any sign could end a title: spares most subjects the search for one. */
function hasTitle(subject: string): boolean {
  for (const sign of subject) if (TITLE_ENDS.has(sign)) return true
  return false
}

export type Subject = {
  speaker: string | null
  role: string | null
  event: string | null
  when: string | null
  outlet: string | null
  pronoun: boolean
  start: number
  end: number
}

/** Takes the clause before the verb apart: adverbs, place and occasion, to whom, when, then role and name. */
export function subjectOf(field: Field, plain: string, from: number, to: number): Subject | null {
  let start = from
  let end = to
  let event: string | null = null
  let outlet: string | null = null
  let when: string | null = null
  const words = () => plain.slice(start, end)
  if (DENIED.test(words())) return null
  const dropTail = () => {
    for (let tail = TRAILING.exec(words()); tail; tail = TRAILING.exec(words())) {
      if (/^(?:今|昨|近|日前|当)/.test(tail[0])) when = field.source.slice(end - tail[0].length, end)
      end -= tail[0].length
    }
  }
  dropTail()
  const place = occasionIn(plain, start, end)
  if (place) {
    event = field.source.slice(place.start, place.end)
    const medium = INTERVIEW.exec(plain.slice(place.start, place.end))?.[1]
    if (medium) outlet = outletIn(event.slice(2, 2 + medium.length))
    end = place.start - 1
  }
  const heard = TO_WHOM.exec(words())
  if (heard && heard.index > 0) {
    outlet ??= outletIn(field.source.slice(end - (heard[1] ?? '').length, end))
    end = start + heard.index
  }
  const where = place ? null : PLACE.exec(words())
  if (where) {
    event = field.source.slice(end - (where[1] ?? '').length, end)
    end = start + where.index
  }
  dropTail()
  const lead = LEADING.exec(words())
  if (lead) start += lead[0].length
  // 刘烈宏3月23日, 3月23日刘烈宏: the date is no part of the name.
  const period = periodWithin(field, start, end)
  if (period) {
    when = period.text
    if (period.end >= end - 1) end = period.start
    else if (period.start === start) start = period.end
    else return null
  }
  dropTail()
  while (start < end && /\s/.test(plain[start] ?? '')) start += 1
  while (end > start && /\s/.test(plain[end - 1] ?? '')) end -= 1
  const subject = words()
  const pronoun = PRONOUN.test(subject)
  if (subject.length > 40) return null
  const person = pronoun ? { speaker: null, role: null } : personIn(field.source.slice(start, end), subject)
  return { ...person, event, when, outlet, pronoun, start, end }
}

/** 在中国发展高层论坛年会上: what stands between the first 在 or 于 and the word that closes it. */
function occasionIn(plain: string, from: number, to: number): { start: number; end: number } | null {
  const closing = OCCASION_END.exec(plain.slice(from, to))
  if (!closing) return null
  const end = to - closing[0].length
  for (let at = Math.max(from, end - MAX_OCCASION_CHARS - 1); end - at - 1 >= MIN_OCCASION_CHARS; at += 1)
    if (plain[at] === '在' || plain[at] === '于') return { start: at + 1, end }
  return null
}

/** `subject` is `printed` in simplified signs. */
export function personIn(printed: string, subject: string): { speaker: string | null; role: string | null } {
  if (subject === '') return { speaker: null, role: null }
  const titled = hasTitle(subject) ? ROLE_THEN_NAME.exec(subject.toLowerCase()) : null
  if (titled) {
    const length = (titled[1] ?? '').length
    return { speaker: printed.slice(length).trim(), role: printed.slice(0, length) }
  }
  const named = NAME_THEN_TITLE.exec(subject)
  if (named) return { speaker: printed.slice(0, named[1]?.length), role: printed.slice(named[1]?.length) }
  return { speaker: printed, role: null }
}
