/** Reads where, when and to whom something was said, before the speaker, behind the verb or at the end of the sentence. */
import { NAME, NAME_WORD } from './english-subject.ts'
import { type Field, periodWithin } from './place.ts'

/** Whom it was told: a gathering is where it was said, a name is who passes it on. */
export const RECIPIENT = new RegExp(
  `(?:to )?(?:(?:an? |the |this )?(?<event>(?:[\\p{L}\\p{N}'’-]+ ){0,5}?(?:briefing|conference|forum|summit|meeting|hearing|congress|panel|audience|rally|parliament|senate|court|committee|inquiry|jury|assembly|council))|(?:the )?(?<heard>${NAME})|(?:me|us|him|her|them)|(?:(?:the|an?|his|her|its|their|our|this) )?(?:[\\p{Ll}'’-]+ ){0,3}?[\\p{Ll}'’-]+(?=[,.:;”"\\n]| (?:that|on|in|at|during|by|last|this|earlier|he|she|it|they|the|there|\\p{Lu})(?![\\p{L}])|$))(?![\\p{L}])`,
  'uy',
)

const NO_DATE =
  '(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:uary|\\.)|Feb|March|Mar\\.|Apr|May |Ju[nl][ey.]|Aug(?:ust|\\.)|Sep|Oct(?:ober|\\.)|Nov|Dec)'

const OCCASION =
  'conference|forum|summit|briefing|interview|speech|meeting|hearing|statement|event|call|report|post|filing|email|e-mail|letter|memo|ceremony|expo|session|debate|keynote|podcast|testimony|release|note|paper|study|address|lecture|presentation|dialogue|congress|symposium|seminar|ruling|verdict|judgment|judgement|blog|column|tweet|message|video|broadcast|programme|program|newsletter|opinion|lawsuit|complaint|rally|trial|court|webcast|webinar|town hall|visit|announcement|bulletin|editorial|op-ed|essay|book|memoir|affidavit|indictment|parliament|panel|gathering|vigil|protest'.replace(
    /(^|\|)([a-z])/g,
    (_, bar: string, first: string) => `${bar}[${first.toUpperCase()}${first}]`,
  )

const EVENT = new RegExp(
  `(?<![\\p{L}])(?:[Aa]t|[Dd]uring|[Ii]n|to|[Oo]n|[Vv]ia) ((?:the|an?|his|her|its|their|this|last|${NAME_WORD})[^,.;:()“”"\\n]{0,80}?(?:${OCCASION})(?![\\p{L}])(?: (?:\\d{4}(?!\\d)|(?:of|with|by|on|to|in) (?:the )?${NO_DATE}(?:${NAME}|(?<=to )[a-z]+)))?)`,
  'u',
)

/** "by email"; "on Telegram"; "at GTC 2026"; "in Oslo". */
const CHANNEL = new RegExp(
  `^\\s*(?:by ((?:e-?mail|phone|telephone|text message|video link))|(?:at|on|in) (?:the )?${NO_DATE}(${NAME}(?: \\d{4}(?!\\d))?)(?![\\p{L}]))`,
  'u',
)

const LEAD =
  /^\s*(?:In|At|On|During|Last|Earlier|Late|Early|Yesterday|This|Speaking|Writing|Testifying|Appearing|Addressing|Announcing|Responding|Asked|Meanwhile|By|Via)(?![\p{L}])[^“”"]{0,120},\s*$/u

const WEEKDAY =
  /(?<![\p{L}])(?:on |late |early |last )?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\p{L}])/u

const INTERVIEW = new RegExp(`interview with (?:the )?(${NAME})`, 'u')

type Rest = { end: number; event: string | null; when: string | null; outlet: string | null; closed: boolean }

/** Where, when and to whom, right after the verb; `closed`: the sentence ends with them, so what was said came before. */
export function restOf(field: Field, from: number, sentenceEnd: number): Rest {
  const { bare } = field.quoted
  const window = bare.slice(from, Math.min(sentenceEnd, from + 200))
  const clause = /^(?:[^,:;“”"]|,(?= (?:19|20)\d{2}))*/.exec(window)?.[0] ?? ''
  const head = clause.search(/ that(?![\p{L}])/u)
  const near = head >= 0 ? clause.slice(0, head) : clause
  const adjunct =
    /^(?:\s*(?:on|at|in|by|via|during|to|late|early|last|yesterday|today|\p{Lu}\p{L}+day)(?![\p{L}]))/u.test(
      near,
    )
  const event = adjunct ? (EVENT.exec(near) ?? CHANNEL.exec(near)) : null
  const day = adjunct ? WEEKDAY.exec(near) : null
  const period = adjunct ? periodWithin(field, from, from + near.length) : null
  const eventEnd = event ? event.index + event[0].length : 0
  const dayEnd = day && (day.index <= 12 || day.index - eventEnd <= 6) ? day.index + day[0].length : 0
  const periodAt = period ? period.start - from : -1
  const periodEnd =
    period && (periodAt <= 12 || periodAt - eventEnd <= 6 || periodAt - dayEnd <= 6) ? period.end - from : 0
  // "wrote on X that": whatever stands before "that" is no part of what was said.
  const reach = Math.max(eventEnd, dayEnd, periodEnd, adjunct ? head : 0)
  const after = bare.slice(from + reach, Math.min(sentenceEnd, from + reach + 8))
  return {
    end: from + reach,
    event: event?.[1] ?? event?.[2] ?? null,
    when: periodEnd ? (period?.text ?? null) : dayEnd ? (day?.[1] ?? null) : null,
    outlet: event ? (INTERVIEW.exec(event[0])?.[1] ?? null) : null,
    closed:
      /^(?:\s*[.;!?]|\s*$|, (?:citing|quoting|accor|adding))/.test(after) || from + reach >= sentenceEnd,
  }
}

/** "Speaking at the forum on 20 January, ": place and day before the speaker. */
export function leadOf(
  field: Field,
  sentenceStart: number,
  subjectStart: number,
): { event: string | null; when: string | null } {
  const lead = field.quoted.bare.slice(sentenceStart, subjectStart)
  if (lead.length > 160 || !LEAD.test(lead)) return { event: null, when: null }
  return {
    event: EVENT.exec(lead)?.[1] ?? null,
    when: periodWithin(field, sentenceStart, subjectStart)?.text ?? WEEKDAY.exec(lead)?.[1] ?? null,
  }
}

/** "announced the plan at a rally on Monday": with an object, place and day at the end are those of the saying. */
export function tailOf(
  field: Field,
  from: number,
  sentenceEnd: number,
): { event: string | null; when: string | null } {
  const tail = field.quoted.bare.slice(from, sentenceEnd)
  if (tail.length > 160 || / that(?![\p{L}])|[“”":]/u.test(tail)) return { event: null, when: null }
  return {
    event: EVENT.exec(tail)?.[1] ?? null,
    when: / on ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[.!]?\s*$/u.exec(tail)?.[1] ?? null,
  }
}
