/** Reads English attributions: X said, said X, X told Y, according to X, citing X, (Agency) —. */
import type { ReadAttribution } from '#reading/attribution.ts'
import { leadOf, RECIPIENT, restOf, tailOf } from './english-setting.ts'
import {
  ARTICLE,
  NAME,
  NOT_BEFORE,
  PRONOUN,
  personOf,
  ROLE_AT,
  subjectAfter,
  subjectBefore,
} from './english-subject.ts'
import { classOf, goesWith, isInstitution, isOutlet, MEDIA, REASON, VERB } from './english-verbs.ts'
import { type Field, periodWithin, quoteAfter, quoteBefore, sentenceAt, trimmed } from './place.ts'

const PHRASE = new RegExp(
  `(?:(?:the|a|an|its|two|three|several|some|people|one) )?(?:${NAME}|[^,.;:()“”"\\n]{2,80}?(?=[,.;:()“”"\\n]| (?:that|who|which|and said|as saying)(?![\\p{L}])|$))`,
  'uy',
)
const FINITE =
  /(?:^| )(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did|does|do|[a-z]{3,}ed)(?: |$)/
/** Figures, a report and the like, then whose. */
const PUBLISHED =
  /^(?:[^,.;:]*? )?(?:figures|data|statistics|estimates|report|study|survey|statement|analysis|research|documents?|findings|numbers|poll|filings?) (?:published|released|issued|compiled|collected|provided|cited|carried out|conducted|commissioned|by|from)(?: (?:by|from))? ((?:the )?.+)$/u
const PASSIVE = /(?:,? (?:which|that|who))? (?:was|were|is|are|has been|had been|as) $/
const QUOTED_AS = new RegExp(
  `(?:quoted|cited) (?:by ((?:the )?${NAME}|[^,.;:]{2,60}?) )?as (?:saying|telling \\p{L}+|having said)(?![\\p{L}])`,
  'uy',
)
const AS_SAYING = /^ as (?:saying|telling|having said)(?: that)?/
const DATED = / on (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{Lu}\p{L}+ \d{1,2}|\d{1,2} \p{Lu}\p{L}+)$/u
const DATELINE = /^[^()]{0,80}\([^()]{1,30}\) ?(?:--|[-–—])/
const INVERTS = /^(?:said|says)$/
const MAX_SUBJECT_CHARS = 240
const NOUNS_OF_SOURCE =
  /(?:['’]s?)? (?:coverage|reports?|reporting|data|figures|statistics|estimates|statement|story|article|account)$/
const ACCORDING =
  /(?<![\p{L}])(?:according to|as reported by|first reported by|reported by|as per|in the words of|per(?= (?:the|an?) )|(?<=, )per(?= \p{L}))(?![\p{L}])/giu
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
    found.push(sourced(field, match.index, match[0], /reported/i.test(match[0]) ? 'citing' : 'according_to'))
  for (const match of bare.matchAll(CITING))
    found.push(wasQuoted(field, match.index) ?? sourced(field, match.index, match[0], 'citing'))
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
  const verbClass = classOf(verb)
  const subject =
    (inverted && !FINITE.test(inverted.speaker ?? '') ? inverted : null) ?? subjectBefore(before, from)
  if (!subject || !goesWith(verbClass, subject.speaker)) return null
  const isInverted = subject === inverted
  let cursor = isInverted ? subject.end : verbEnd
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
    verbClass === 'loose' &&
    !quoteBefore(field, isInverted ? at : subject.start) &&
    !saysThat(bare, verbEnd) &&
    !(
      (subject.named || isInstitution(subject.speaker)) &&
      reportsOn(bare, sentence.start, subject.start, verbEnd)
    )
  ) {
    return null
  }
  const rest = restOf(field, cursor, sentence.end)
  // "IT Home's report says": the text takes it from IT Home.
  const owner = /^(.+)['’]s (?:report|coverage|story|article|account)$/.exec(subject.speaker ?? '')?.[1]
  const speaker = owner ?? subject.speaker
  if (owner) relayOf = owner
  if (/^report/.test(verb) && speaker && subject.named && isOutlet(speaker)) relayOf = speaker
  relayOf ??= rest.outlet
  const quote = quoteAfter(field, rest.end)
  const inFront = quoteBefore(field, isInverted ? at : subject.start)
  const said = quote
    ? quote
    : rest.closed
      ? (inFront ?? trimmed(field, sentence.start, isInverted ? at : subject.start))
      : trimmed(field, rest.end + thatAt(bare, rest.end), sentence.end)
  if (!said) return null
  const start = isInverted || subject.cites ? at : subject.start
  const end = Math.max(rest.end, verbEnd)
  const lead = leadOf(field, sentence.start, subject.start)
  const tail = verbClass === 'loose' ? tailOf(field, verbEnd, sentence.end) : null
  return {
    speaker,
    role: subject.role,
    verb,
    event: toldAt ?? rest.event ?? lead.event ?? tail?.event ?? null,
    when: rest.when ?? lead.when ?? tail?.when ?? null,
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
  if (!head.includes('(')) return sentence
  return { start: sentence.start + (DATELINE.exec(head)?.[0].length ?? 0), end: sentence.end }
}

/** "Liu was quoted by Xinhua as saying that …": the text takes it from whoever quotes. */
function wasQuoted(field: Field, at: number): ReadAttribution | null {
  const { bare } = field.quoted
  QUOTED_AS.lastIndex = at
  const match = QUOTED_AS.exec(bare)
  const was = match && /(?:was|were|is|are|been) $/.exec(bare.slice(Math.max(0, at - 6), at))
  if (!match || !was) return null
  const sentence = sentenceAt(field, at)
  const from = Math.max(sentence.start, at - MAX_SUBJECT_CHARS)
  const subject = subjectBefore(bare.slice(from, at - was[0].length), from)
  const end = at + match[0].length
  const said = quoteAfter(field, end) ?? trimmed(field, end + thatAt(bare, end), sentence.end)
  if (!subject || !said) return null
  return {
    speaker: subject.speaker,
    role: subject.role,
    verb: field.source.slice(at, end),
    event: null,
    when: null,
    words: { text: field.source.slice(subject.start, end), start: subject.start, end },
    said,
    kind: 'said',
    relayOf: match[1]?.replace(ARTICLE, '') ?? null,
  }
}

/** A clause behind the verb, or the end of the sentence where the clause stands in front. */
function reportsOn(bare: string, sentenceStart: number, subjectStart: number, verbEnd: number): boolean {
  const after = bare.slice(verbEnd, verbEnd + 24)
  if (/^[.;!?\n]|^$/.test(after)) return /[,”"]\s*$/.test(bare.slice(sentenceStart, subjectStart))
  return /^(?:,|:| (?:that|on|in|at|to|the|its|it|he|she|they|\p{Lu}|\p{N}|\p{L}+(?:ly|ing|ed|s|ion)?) ?)/u.test(
    after,
  )
}

/** "posted on Telegram that". */
function saysThat(bare: string, verbEnd: number): boolean {
  return /^(?: (?:on|in|at|to|via) (?:the )?[\p{L}.]+(?: [\p{L}]+)?)? that(?![\p{L}])/u.test(
    bare.slice(verbEnd, verbEnd + 48),
  )
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
  const published = PUBLISHED.exec(phrase)?.[1]
  const source = (published ?? phrase).replace(ARTICLE, '').replace(NOUNS_OF_SOURCE, '')
  if (/^(?:cit|quot)/i.test(verb) && REASON.test(phrase)) return null
  const person = PRONOUN.test(source) ? { speaker: null, role: null } : personOf(source)
  const isName = /^(?:the )?\p{Lu}/u.test(published ?? phrase)
  ROLE_AT.lastIndex = end
  const opens = /^\s*(?:As )?$/.test(bare.slice(sentence.start, at))
  const role = isName && !opens ? ROLE_AT.exec(bare)?.[1] : undefined
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
    speaker: person.speaker,
    role:
      person.role ??
      (role &&
      /^(?:an?|the|its|head|chief|director|professor|analyst|president|minister|senior|former|deputy|vice|spokes\p{L}+|\p{L}+ (?:at|of|for)) /u.test(
        `${role} `,
      )
        ? role.replace(ARTICLE, '')
        : null),
    verb,
    event: null,
    when: periodWithin(field, end, Math.min(sentence.end, end + 24))?.text ?? null,
    words: { text: field.source.slice(at, end), start: at, end },
    said: saying > 0 ? trimmed(field, end + saying, sentence.end) : said,
    kind,
    relayOf: outlet ?? (carrier?.named ? carrier.speaker : isName || MEDIA.test(source) ? source : null),
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
