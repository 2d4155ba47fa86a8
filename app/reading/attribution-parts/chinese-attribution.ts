/** Reads Chinese attributions: X表示, 据X报道, 援引X, X3月23日电, 来源：X. */
import type { ReadAttribution } from '#reading/attribution.ts'
import { foldScript } from '#reading/fold-script.ts'
import { LEADING, personIn, subjectOf } from './chinese-subject.ts'
import { BOUND_VERB, DOCUMENT, DOCUMENT_VERB, NOUNS, VERB, WRITING } from './chinese-words.ts'
import { isOneOfSeveral, isOutlet, isUnnamedMedia, outletIn, outletLength } from './outlets.ts'
import { type Field, periodWithin, quoteAfter, quoteBefore, sentenceAt, trimmed } from './place.ts'

/** No clause says more often that somebody said something; a wall of such words is no prose. */
const MAX_VERBS = 8
const CLAUSE_EDGES = new Set('，。；！？：“”「」『』"\n,;:!?（）()\ufffc')
const ACCORDING =
  /(?:(?<![数证占收票割论考凭拮盘窃依据])根?据|按照?|依据|(?<=^|[，。；！？\n（(\s])综合)([^，。；！？：、“”「」\n,;:!?\ufffc]{0,40}?)(?:的)?(报道|报导|消息|介绍|透露|统计|披露|通报|公告|了解|称|显示|数据|悉|报告|预测|预计|分析|研究|调查|测算|估算|公报|电|讯|财报|年报|季报|文件|通知|声明|起诉书|判决书|招股书|说法|规划|记录|资料|名单|清单|榜单|白皮书|协议|计划)(?=[，。：,:“「\ufffc ]|称|显示|指出|，|$)/g
const CITING =
  /(?:援引|引述|引用|转引|转述)([^，。；！？：、“”「」\n,;:!?\ufffc]{1,30}?)(?:的)?(?:报道|消息|数据|话|说法|观点|文章|分析|研究)?(?=称|报道|表示|说|指出|，|。|：|,|的|$)/g
const CREDIT =
  /(?:(?:文章|信息|新闻|稿件|内容|图片|资料|数据)?来源|转载?自|原载(?:于)?|首发于|本文来自|(?:最先|最早|首先|率先)报[道导](?:了)?(?:此事|该?消息|这一?消息)?的(?:媒体)?(?=是))(?:[:：]|是|(?<=自|于))[ \t]*([^\s，。；、|｜/（）()\n]{2,24})/g
const DATELINE =
  /(?<=^|\n|[（(【])[ \t　]*([\p{Script=Han}A-Za-z0-9]{2,20}?)[ ,，]*((?:\d{4} ?年 ?)?(?:\d{1,2} ?月 ?)?\d{1,2} ?日)[ ]?(?:电|讯|消息|报道)/gu
const LEARNED =
  /(?<=记者|本报|本网|本台|我们|^|[，。\s日天])从([^，。；！？：、“”「」\n,;:!?\ufffc]{2,30}?)(?:处)?(获悉|了解到|得知|证实)/g
/** 央视网消息：. */
const HEADED = /(?<=^|\n|[（(【])[ \t　]*([\p{Script=Han}A-Za-z0-9]{2,12}?)(?:消息|讯|电)(?=[:：])/gu
const BARE_DATELINE =
  /(?:综合|据)?(新华社|中新社|法新社|路透社|美联社|彭博社|塔斯社|共同社|韩联社|中央社)(?:电|讯)/g
/** 国家能源局发布的数据: who made it known is the source. */
const MADE_BY = /(?:官网|官方网站|网站)?(?:今天|昨天|近日|日前|最新)?(?:发布|公布|披露|提供|出具|發布|公佈)$/

export function chineseAttributions(field: Field): ReadAttribution[] {
  // 今（5）日, as Taiwan's papers write it, is one word.
  const plain = foldScript(field.quoted.bare).replace(
    /([今昨明])([（(]\d{1,2}[)）])(?=日)/g,
    (_, day, date) => day + ' '.repeat(date.length),
  )
  const found: (ReadAttribution | null)[] = []
  const sources: [number, number][] = []
  for (const match of plain.matchAll(ACCORDING)) {
    if (match[0].startsWith('综合') && !/报[道导]|消息|电/.test(match[2] ?? '')) continue
    found.push(sourced(field, match, 'according_to'))
    sources.push([match.index, match.index + match[0].length])
  }
  for (const match of plain.matchAll(LEARNED)) found.push(sourced(field, match, 'according_to'))
  for (const match of plain.matchAll(CITING)) {
    found.push(sourced(field, match, 'citing'))
    sources.push([match.index, match.index + match[0].length])
  }
  sources.sort((a, b) => a[0] - b[0])
  let next = 0
  let verbs = 0
  let last = 0
  for (const match of plain.matchAll(VERB)) {
    verbs = hasEdge(plain, last, match.index) ? 1 : verbs + 1
    last = match.index
    if (verbs > MAX_VERBS) continue
    while (next < sources.length && (sources[next]?.[1] ?? 0) < match.index) next += 1
    const span = sources[next]
    // 据X报道称, 援引X的话称: the verb belongs to the source named before it.
    if (span && match.index >= span[0] && match.index <= span[1]) continue
    found.push(spoken(field, plain, match.index, match[0]))
  }
  for (const match of plain.matchAll(DOCUMENT_VERB)) found.push(spoken(field, plain, match.index, match[0]))
  for (const rule of [CREDIT, DATELINE, HEADED, BARE_DATELINE])
    for (const match of plain.matchAll(rule)) found.push(tagged(field, match))
  return found.filter((one) => one !== null)
}

function hasEdge(plain: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (CLAUSE_EDGES.has(plain[at] ?? '')) return true
  return false
}

function spoken(field: Field, plain: string, at: number, verb: string): ReadAttribution | null {
  const sentence = sentenceAt(field, at)
  let verbEnd = at + verb.length
  let start = at
  while (start > sentence.start && at - start < 60 && !CLAUSE_EDGES.has(plain[start - 1] ?? '')) start -= 1
  // 3月23日电 国家数据局局长…: the dateline ends where the space is.
  start += /^.*(?:[电讯]|消息)[ \t　]+/.exec(plain.slice(start, at))?.[0].length ?? 0
  while (start < at && /\s/.test(plain[start] ?? '')) start += 1
  const parsed = subjectOf(field, plain, start, at)
  const after = plain[verbEnd] ?? ''
  let closes = /^(?:[。！？\n]|$)/.test(after)
  const inFront = quoteBefore(field, start)
  if (parsed === null) return null
  const documented = /^(?:显示|表明)/.test(verb)
  if (documented && !DOCUMENT.test(plain.slice(parsed.start, parsed.end))) return null
  if (NOUNS.test(verb) && (parsed.end === parsed.start || closes) && !inFront) return null
  if (BOUND_VERB.test(verb) && parsed.speaker === null && !parsed.pronoun) return null
  if (/^(?:称|说)$/.test(verb) && parsed.end - parsed.start < 2 && !parsed.pronoun) return null
  let relayOf = parsed.outlet
  if (verb === '告诉') {
    const heard = /^([^，。：“\n,:]{2,16}?)(?=[，。：“,:]|$)/.exec(plain.slice(verbEnd, verbEnd + 18))?.[1]
    if (!heard) return null
    relayOf = outletIn(field.source.slice(verbEnd, verbEnd + heard.length))
    verbEnd += heard.length
    closes = /^(?:[。！？\n]|$)/.test(plain[verbEnd] ?? '')
  }
  const nth = isOneOfSeveral(plain.slice(parsed.start, parsed.end))
  const unsaid = nth || (parsed.speaker === null && !parsed.pronoun)
  const writing = unsaid ? (WRITING.exec(verb)?.[0].length ?? 0) : 0
  const speaker = writing > 0 ? field.source.slice(nth ? parsed.start : at, at + writing) : parsed.speaker
  if (speaker && !nth && (/^报[道导]/.test(verb) || isOutlet(foldScript(speaker)))) relayOf = speaker
  const quote = quoteAfter(field, verbEnd)
  const said =
    quote ??
    (closes ? (inFront ?? trimmed(field, sentence.start, start)) : trimmed(field, verbEnd, sentence.end))
  if (!said) return null
  return {
    speaker,
    role: parsed.role,
    verb: field.source.slice(at + writing, at + verb.length),
    event: parsed.event,
    when: parsed.when,
    words: { text: field.source.slice(start, verbEnd), start, end: verbEnd },
    said,
    kind: 'said',
    relayOf,
  }
}

function sourced(
  field: Field,
  match: RegExpMatchArray,
  kind: 'according_to' | 'citing',
): ReadAttribution | null {
  const start = match.index ?? 0
  const named = match[1] ?? ''
  const nameStart = start + match[0].indexOf(named, 1)
  let end = start + match[0].length
  const tail = /^(?:报[道导]|消息)?(?:称|表示|说|指出|显示|报[道导])?/.exec(
    foldScript(field.source.slice(end, end + 4)),
  )
  if (tail) end += tail[0].length
  if (kind === 'according_to' && match[2] === '了解' && named.length > 4) return null
  const period = periodWithin(field, nameStart, nameStart + named.length)
  const nameEnd = period && period.start > nameStart ? period.start : nameStart + named.length
  const printed = field.source
    .slice(nameStart, nameEnd)
    .trim()
    .replace(MADE_BY, '')
    .replace(/^[:：《]|[》]$/g, '')
  const media = isUnnamedMedia(foldScript(printed))
  const nth = isOneOfSeveral(foldScript(printed))
  const unnamed =
    nth || printed === '' || media || /^(?:媒体|外媒|有关|相关|最新|公开|知情)/.test(foldScript(printed))
  const person = unnamed
    ? { speaker: (nth ? printed + (match[2] ?? '') : printed) || null, role: null }
    : personIn(printed, foldScript(printed))
  const sentence = sentenceAt(field, start)
  const first = kind === 'citing' ? 2 : /[从按据]/.test(match[0][0] ?? '') ? 1 : 2
  const opening = field.source.slice(start, start + first)
  const closing = match[2]
    ? field.source.slice(start + match[0].length - match[2].length, start + match[0].length)
    : ''
  const learned = match[0].startsWith('从')
  const carrier = kind === 'citing' ? carrierBefore(field, start) : null
  return {
    ...person,
    verb: closing && named !== '' ? `${opening}…${closing}` : closing ? opening + closing : opening,
    event: null,
    when: period?.text ?? (learned ? dayBefore(field, start) : null),
    words: { text: field.source.slice(carrier?.start ?? start, end), start: carrier?.start ?? start, end },
    said: quoteAfter(field, end) ?? trimmed(field, end, sentence.end),
    kind,
    relayOf: carrier?.name ?? (media ? printed : unnamed ? null : person.speaker),
  }
}

/** 记者23日从…获悉. */
function dayBefore(field: Field, at: number): string | null {
  return periodWithin(field, Math.max(0, at - 12), at)?.text ?? null
}

/** 路透社援引知情人士: the text takes it from the one who cites. */
function carrierBefore(field: Field, at: number): { name: string; start: number } | null {
  const { bare } = field.quoted
  let start = at
  while (start > 0 && at - start < 30 && !CLAUSE_EDGES.has(bare[start - 1] ?? '')) start -= 1
  start += LEADING.exec(foldScript(bare.slice(start, at)))?.[0].length ?? 0
  const name = outletIn(field.source.slice(start, at).trim())
  return name ? { name, start } : null
}

function tagged(field: Field, match: RegExpMatchArray): ReadAttribution | null {
  const lead = /^\s*/.exec(match[0])?.[0].length ?? 0
  const start = (match.index ?? 0) + lead
  const end = (match.index ?? 0) + match[0].length
  const name = match[1] ?? ''
  const nameStart = (match.index ?? 0) + match[0].indexOf(name)
  const outlet = match[2] ? name.slice(0, outletLength(foldScript(name)) || name.length) : name
  const headed = !match[2] && /(?:消息|讯|电)$/.test(match[0])
  if ((match[2] || headed) && /^(?:据|记者|截至|自|从|到|在|于|最新|好|坏|今|昨)/.test(outlet)) return null
  if (headed && !isOutlet(foldScript(outlet))) return null
  const relayOf = field.source
    .slice(nameStart, nameStart + outlet.length)
    .replace(/^《([^》]+)》.{0,2}$/, '$1')
  return {
    speaker: null,
    role: null,
    verb: /(?:电|讯|消息|报道)$/.exec(match[0])?.[0] ?? field.source.slice(start, nameStart).trim(),
    event: null,
    when: match[2]
      ? field.source
          .slice(end - match[0].length + match[0].indexOf(match[2]), end)
          .replace(/\s?(?:电|讯|消息|报道|電|訊|報道)$/, '')
      : null,
    words: { text: field.source.slice(start, end), start, end },
    said: null,
    kind: 'wire_tag',
    relayOf,
  }
}
