/** Reads English attributions: X said, said X, X told Y, according to X, citing X, (Agency) —. */
import type { ReadAttribution } from '#reading/attribution.ts'
import {
  ARTICLE,
  NAME,
  NAME_WORD,
  NOT_BEFORE,
  PRONOUN,
  ROLE_AT,
  subjectAfter,
  subjectBefore,
} from './english-subject.ts'
import { type Field, periodWithin, quoteAfter, quoteBefore, sentenceAt, trimmed } from './place.ts'

const VERB =
  /(?<![\p{L}-])(?:said|says|told|tells|added|adds|stated|states|noted|notes|wrote|writes|announced|announces|claimed|claims|argued|argues|warned|warns|explained|explains|confirmed|confirms|denied|denies|insisted|stressed|acknowledged|testified|tweeted|posted|reported|reports|estimated|predicted|recalled|replied|described|describes)(?![\p{L}-])/gu
/** Nouns and adjectives as well ("reports", "notes"): verbs only with a name before them and a clause after. */
const LOOSE =
  /^(?:notes|claims|states|reports|posted|estimated|confirmed|reported|denied|announced|adds|added|described|describes)$/
const PHRASE = new RegExp(
  `(?:(?:the|a|an|its|two|three|several|some|people|one) )?(?:${NAME}|[^,.;:()“”"\\n]{2,80}?(?=[,.;:()“”"\\n]| (?:that|who|which|and said|as saying)(?![\\p{L}])|$))`,
  'uy',
)
const RECIPIENT = new RegExp(
  `(?:to )?(?:(?:an? |the )(?<event>(?:[\\p{L}-]+ ){0,5}?(?:briefing|conference|forum|summit|meeting|hearing|congress|panel|audience|rally))|(?:the )?(?<heard>${NAME}|reporters|journalists|lawmakers|investors|analysts|[a-z]+ers))(?![\\p{L}])`,
  'uy',
)
const EVENT = new RegExp(
  `(?<![\\p{L}])(?:at|during|in|to|on) ((?:the|an?|his|her|its|their|this|last|${NAME_WORD})[^,.;:()“”"\\n]{0,80}?(?:conference|forum|summit|briefing|interview|speech|meeting|hearing|statement|event|call|report|post|filing|email|letter|memo|ceremony|expo|session|debate|keynote|podcast|testimony|release|note|paper|study|address|lecture|presentation|dialogue|congress|symposium|seminar)(?![\\p{L}])(?: (?:\\d{4}(?!\\d)|(?:of|with|by|on|to) (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May |June|July|August|September|October|November|December)${NAME}))?)`,
  'iu',
)
const WEEKDAY =
  /(?<![\p{L}])(?:on |late |early |last )?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\p{L}])/u
const INTERVIEW = new RegExp(`interview with (?:the )?(${NAME})`, 'u')
const PASSIVE = /(?:,? (?:which|that|who))? (?:was|were|is|are|has been|had been|as) $/
const AS_SAYING = /^ as (?:saying|telling|having said)(?: that)?/
const DATED = / on (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{Lu}\p{L}+ \d{1,2}|\d{1,2} \p{Lu}\p{L}+)$/u
const DATELINE = /^[^()]{0,80}\([^()]{1,30}\) ?(?:--|[-–—])/
const INVERTS = /^(?:said|says)$/
const MAX_SUBJECT_CHARS = 240
const NOUNS_OF_SOURCE =
  /(?:['’]s?)? (?:coverage|reports?|reporting|data|figures|statistics|estimates|statement|story|article|account)$/
const ACCORDING =
  /(?<![\p{L}])(?:according to|as reported by|first reported by|reported by|as per)(?![\p{L}])/giu
const CITING =
  /(?<![\p{L}])(?:citing|quoting|cited|cites|quoted|quotes|attributing (?:it|this|that) to|via)(?![\p{L}])/giu
const REPORT_IN = new RegExp(
  `^(?:an? |the )?(?:\\p{L}+ )?(?:report|story|article|interview|study|investigation|analysis) (?:in|by|from|on|published (?:in|by)) (?:the )?(${NAME})`,
  'u',
)
const WIRE =
  /(?:^|\n)[ \t]*((?:[\p{Lu}][\p{L}.,' /-]{1,60}?)?(?:,? ?(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8}))?,? ?[(（]([\p{Lu}][\p{L} .]{1,30})[)）] ?(?:--|[-–—―:]))/gu
const CREDIT =
  /(?:^|\n)[ \t]*((?:Source|Originally published (?:by|in|on)|Via|Credit)[:：]? ?(?:the )?([\p{Lu}][\p{L}\p{N} .&'’-]{1,60}?))[ \t]*(?=\n|$|[|;,])/gu

export function englishAttributions(field: Field): ReadAttribution[] {
  const { bare } = field.quoted
  const found: (ReadAttribution | null)[] = []
  for (const match of bare.matchAll(VERB)) found.push(spoken(field, match.index, match[0]))
  for (const match of bare.matchAll(ACCORDING))
    found.push(
      sourced(field, match.index, match[0], /^according|^as per/i.test(match[0]) ? 'according_to' : 'citing'),
    )
  for (const match of bare.matchAll(CITING)) found.push(sourced(field, match.index, match[0], 'citing'))
  for (const match of bare.matchAll(WIRE)) found.push(tagged(field, match))
  for (const match of bare.matchAll(CREDIT)) found.push(tagged(field, match))
  return found.filter((one) => one !== null)
}

function spoken(field: Field, at: number, verb: string): ReadAttribution | null {
  const { bare } = field.quoted
  const sentence = afterDateline(field, sentenceAt(field, at))
  const verbEnd = at + verb.length
  const from = Math.max(sentence.start, at - MAX_SUBJECT_CHARS)
  const before = bare.slice(from, at)
  const inverted =
    /[,”"」]\s*$/.test(before) && (INVERTS.test(verb) || quoteBefore(field, at) !== null)
      ? subjectAfter(field, verbEnd, sentence.end)
      : null
  const subject = inverted ?? subjectBefore(before, from)
  if (!subject) return null
  let cursor = inverted ? inverted.end : verbEnd
  let relayOf: string | null = null
  let toldAt: string | null = null
  if (/^(?:told|tells)$/.test(verb)) {
    RECIPIENT.lastIndex = verbEnd + 1
    const heard = RECIPIENT.exec(bare)
    if (!heard) return null
    cursor = verbEnd + 1 + heard[0].length
    toldAt = heard.groups?.event ?? null
    if (/^\p{Lu}/u.test(heard.groups?.heard ?? '')) relayOf = heard.groups?.heard ?? null
  } else if (
    LOOSE.test(verb) &&
    !quoteBefore(field, inverted ? at : subject.start) &&
    !(subject.named && reportsOn(bare, sentence.start, subject.start, verbEnd))
  ) {
    return null
  }
  const rest = restOf(field, cursor, sentence.end)
  // "IT Home's report says": the text takes it from IT Home.
  const owner = /^(.+)['’]s (?:report|coverage|story|article|account)$/.exec(subject.speaker ?? '')?.[1]
  const speaker = owner ?? subject.speaker
  if (owner) relayOf = owner
  if (/^report/.test(verb) && speaker && subject.named) relayOf = speaker
  relayOf ??= rest.outlet
  const quote = quoteAfter(field, rest.end)
  const inFront = quoteBefore(field, inverted ? at : subject.start)
  const said = quote
    ? quote
    : rest.closed
      ? (inFront ?? trimmed(field, sentence.start, inverted ? at : subject.start))
      : trimmed(field, rest.end + thatAt(bare, rest.end), sentence.end)
  if (!said) return null
  const start = inverted ? at : subject.start
  const end = Math.max(rest.end, verbEnd)
  return {
    speaker,
    role: subject.role,
    verb,
    event: toldAt ?? rest.event,
    when: rest.when ?? whenBefore(field, sentence.start, subject.start),
    words: { text: field.source.slice(start, end), start, end },
    said,
    kind: 'said',
    relayOf,
  }
}

function afterDateline(
  field: Field,
  sentence: { start: number; end: number },
): { start: number; end: number } {
  const head = field.quoted.bare.slice(sentence.start, Math.min(sentence.end, sentence.start + 120))
  return { start: sentence.start + (DATELINE.exec(head)?.[0].length ?? 0), end: sentence.end }
}

/** A clause behind the verb, or the end of the sentence where the clause stands in front. */
function reportsOn(bare: string, sentenceStart: number, subjectStart: number, verbEnd: number): boolean {
  const after = bare.slice(verbEnd, verbEnd + 24)
  if (/^[.;!?\n]|^$/.test(after)) return /[,”"]\s*$/.test(bare.slice(sentenceStart, subjectStart))
  return /^(?:,|:| (?:that|on|in|at|to|the|its|it|he|she|they|\p{Lu}|\p{L}+(?:ly|ing|ed|s|ion)?) ?)/u.test(
    after,
  )
}

type Rest = { end: number; event: string | null; when: string | null; outlet: string | null; closed: boolean }

/** Where, when and to whom, right after the verb; `closed`: the sentence ends with them, so what was said came before. */
function restOf(field: Field, from: number, sentenceEnd: number): Rest {
  const { bare } = field.quoted
  const window = bare.slice(from, Math.min(sentenceEnd, from + 200))
  const clause = /^(?:[^,:;“”"]|,(?= (?:19|20)\d{2}))*/.exec(window)?.[0] ?? ''
  const head = clause.search(/ that(?![\p{L}])/u)
  const near = head >= 0 ? clause.slice(0, head) : clause
  const adjunct =
    /^(?:\s*(?:on|at|in|during|to|late|early|last|yesterday|today|\p{Lu}\p{L}+day)(?![\p{L}]))/u.test(near)
  const event = adjunct ? EVENT.exec(near) : null
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
    event: event?.[1] ?? null,
    when: periodEnd ? (period?.text ?? null) : dayEnd ? (day?.[1] ?? null) : null,
    outlet: event ? (INTERVIEW.exec(event[0])?.[1] ?? null) : null,
    closed:
      /^(?:\s*[.;!?]|\s*$|, (?:citing|quoting|accor|adding))/.test(after) || from + reach >= sentenceEnd,
  }
}

function whenBefore(field: Field, sentenceStart: number, subjectStart: number): string | null {
  const lead = field.quoted.bare.slice(sentenceStart, subjectStart)
  if (!/^\s*(?:On|In|At|Last|Earlier|Late|Early|Yesterday|This)\b[^,]{0,60},\s*$/.test(lead)) return null
  return periodWithin(field, sentenceStart, subjectStart)?.text ?? WEEKDAY.exec(lead)?.[1] ?? null
}

function thatAt(bare: string, at: number): number {
  return /^\s*,?\s*that(?![\p{L}])/u.exec(bare.slice(at, at + 12))?.[0].length ?? 0
}

/** "according to X", "citing X": the name or phrase right behind. */
function sourced(
  field: Field,
  at: number,
  verb: string,
  kind: 'according_to' | 'citing',
): ReadAttribution | null {
  const { bare } = field.quoted
  const sentence = sentenceAt(field, at)
  const from = at + verb.length + 1
  if (
    /^(?:via|cited|cites|quoted|quotes)$/i.test(verb) &&
    !/^(?:the )?\p{Lu}/u.test(bare.slice(from, from + 5))
  )
    return null
  if (/^(?:cit|quot|via)/i.test(verb) && NOT_BEFORE.test(bare.slice(Math.max(0, at - 12), at).trimEnd()))
    return null
  PHRASE.lastIndex = from
  const phrase = (PHRASE.exec(bare)?.[0] ?? '').trimEnd().replace(DATED, '')
  if (phrase === '' || from + phrase.length > sentence.end) return null
  const end = from + phrase.length
  const outlet = REPORT_IN.exec(bare.slice(from, end + 80))?.[1]
  const source = phrase.replace(ARTICLE, '').replace(NOUNS_OF_SOURCE, '')
  const isName = /^(?:the )?\p{Lu}/u.test(phrase)
  ROLE_AT.lastIndex = end
  const role = isName && !/^According/.test(verb) ? ROLE_AT.exec(bare)?.[1] : undefined
  const opens = bare.slice(sentence.start, at).trim() === ''
  const comma = bare.indexOf(',', end)
  const said = opens
    ? trimmed(field, comma >= 0 && comma < sentence.end ? comma : end, sentence.end)
    : trimmed(
        field,
        sentence.start,
        at - (PASSIVE.exec(bare.slice(Math.max(sentence.start, at - 24), at))?.[0].length ?? 0),
      )
  const saying = AS_SAYING.exec(bare.slice(end, end + 24))?.[0].length ?? 0
  const carrier = /^(?:quot|cit)(?:ed|es)$/i.test(verb)
    ? subjectBefore(
        bare.slice(Math.max(sentence.start, at - MAX_SUBJECT_CHARS), at),
        Math.max(sentence.start, at - MAX_SUBJECT_CHARS),
      )
    : null
  return {
    speaker: PRONOUN.test(source) ? null : source,
    role:
      role &&
      /^(?:an?|the|its|head|chief|director|professor|analyst|president|minister|senior|former|deputy|vice|spokes\p{L}+|\p{L}+ (?:at|of|for)) /u.test(
        `${role} `,
      )
        ? role.replace(ARTICLE, '')
        : null,
    verb,
    event: null,
    when: periodWithin(field, end, Math.min(sentence.end, end + 24))?.text ?? null,
    words: { text: field.source.slice(at, end), start: at, end },
    said: saying > 0 ? trimmed(field, end + saying, sentence.end) : said,
    kind,
    relayOf: outlet ?? (carrier?.named ? carrier.speaker : isName ? source : null),
  }
}

function tagged(field: Field, match: RegExpMatchArray): ReadAttribution | null {
  const words = match[1] ?? ''
  const outlet = (match[2] ?? '').trim()
  const start = (match.index ?? 0) + match[0].indexOf(words)
  const end = start + words.length
  const verb = /^[A-Z][a-z ]+/.exec(words)?.[0].trim() ?? ''
  return {
    speaker: null,
    role: null,
    verb: words.includes('(') || words.includes('（') ? `(${outlet})` : verb,
    event: null,
    when: periodWithin(field, start, end)?.text ?? null,
    words: { text: words, start, end },
    said: null,
    kind: 'wire_tag',
    relayOf: outlet,
  }
}
