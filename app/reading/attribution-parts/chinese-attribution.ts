/** Reads Chinese attributions: X表示, 据X报道, 援引X, X3月23日电, 来源：X. */
import type { ReadAttribution } from '#reading/attribution.ts'
import { foldScript } from '#reading/fold-script.ts'
import { type Field, periodWithin, quoteAfter, quoteBefore, sentenceAt, trimmed } from './place.ts'

const VERB =
  /(?<!被|普遍|可)(?:表示|指出|介绍说?|透露|强调|认为|告诉|坦言|回应(?:称|说)?|宣布|提到|谈到|直言|补充(?:说|道|称)|解释(?:说|道|称)|写道|披露|声称|宣称|报[道导](?:称|说|指出)?|(?<![小据来听学传再可该是好话之])说道?(?![明法服是起到谎辞唱理教客])|(?<![名职对简号人堪统俗据又自通并尊宣声别代爱戏全昵])称(?![为之号呼赞得重职霸谓心道]))/g
/** Only with a subject in the same clause and a clause behind: they are nouns as well. */
const NOUNS = /^(?:介绍|报[道导]|宣布|披露|回应|强调|认为|透露|提到|谈到)$/
const CLAUSE_EDGE = /[，。；！？：“”「」『』"\n,;:!?（）()\ufffc]/
const EVENT = /^(.*?)(?:于|在)(.{2,40}?)(?:的?主题演讲中|上|中|时|期间|间隙|会后)$/
const INTERVIEW = /^(?:接受|回应|答复)(.{0,20}?)(?:记者)?(?:的)?(?:专访|采访|提问|问询|询问)/
const PLACE = /(?<=.)在[\u4e00-\u9fff]{2,10}$/
const TO_WHOM = /(?:向|对|告诉)(.{2,14}?)$/
const TRAILING =
  /(?:还|也|又|进一步|同时|随后|此前|曾经?|则|均|都|明确|公开|对此|就此|并|今天|今 {0,4}日|昨天|昨 {0,4}日|近日|日前|当天|当日|再次|首次|发文|撰文|发布公告|发布报告|特别|一再|多次|共同|介绍情况时)$/
const LEADING =
  /^(?:有|而|但|不过|其中|同时|此外|另外|会上|当日|当天|对此|然而|因此|日前|近日|随后|据|例如|并|还|也|再如|与此同时|今天|昨天|今日|昨日)+/
const PRONOUN = /^(?:他|她|它|其|他们|她们|本人|我|我们|大家|记者|这|那|此|该)$/
const TITLES =
  '局长|部长|厅长|司长|处长|主任|董事长|总裁|首席[\\u4e00-\\u9fff]{1,5}官|首席[\\u4e00-\\u9fff]{2,4}家|ceo|cto|cfo|创始人|发言人|院长|所长|校长|教授|研究员|分析师|秘书长|主席|总理|总统|首相|行长|会长|理事长|市长|省长|州长|县长|书记|负责人|总经理|经理|院士|专家|律师|主编|顾问|委员|代表|工程师|经济师|经济学家|科学家|合伙人|议员|大使|司令|警长|教练|总监|主管|博士'
const ROLE_THEN_NAME = new RegExp(
  `^(.*(?:${TITLES})(?:兼[\\u4e00-\\u9fff]{2,10}(?:${TITLES}))?)([\\u4e00-\\u9fff·]{2,4}|[\\u4e00-\\u9fff]{1,8}(?:·[\\u4e00-\\u9fff]{1,8}){1,3}|[a-z][a-z .'’-]{1,40})$`,
)
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const NAME_THEN_TITLE = new RegExp(`^([${SURNAMES}][\\u4e00-\\u9fff]{0,2})(${TITLES})$`)
const ACCORDING =
  /(?:(?<![数证占收票割论考凭拮盘窃依])根?据|按照?|依据)([^，。；！？：、“”「」\n,;:!?\ufffc]{0,40}?)(?:的)?(报道|报导|消息|介绍|透露|统计|披露|通报|公告|了解|称|显示|数据|悉|报告|预测|预计|分析|研究|调查|测算|估算|公报|电|讯)(?=[，。：,:“「\ufffc ]|称|显示|指出|，|$)/g
const CITING =
  /(?:援引|引述|引用|转引|转述)([^，。；！？：、“”「」\n,;:!?\ufffc]{1,30}?)(?:的)?(?:报道|消息|数据|话|说法|观点|文章|分析|研究)?(?=称|报道|表示|说|指出|，|。|：|,|的|$)/g
const CREDIT =
  /(?:(?:文章|信息|新闻|稿件|内容|图片|资料|数据)?来源|转载?自|原载(?:于)?|首发于|本文来自)(?:[:：]|(?<=自|于))[ \t]*([^\s，。；、|｜/（）()\n]{2,24})/g
const DATELINE =
  /(?<=^|\n|[（(【])[ \t　]*([\p{Script=Han}A-Za-z0-9]{2,20}?)[ ,，]*((?:\d{4} ?年 ?)?(?:\d{1,2} ?月 ?)?\d{1,2} ?日)[ ]?(?:电|讯|消息|报道)/gu
const LEARNED = /从([^，。；！？：、“”「」\n,;:!?\ufffc]{2,30}?)(?:处)?(获悉|了解到|得知|证实)/g
const BARE_DATELINE =
  /(?:综合|据)?(新华社|中新社|法新社|路透社|美联社|彭博社|塔斯社|共同社|韩联社|中央社)(?:电|讯)/g
/** 新华社北京: the agency, then the place it writes from. */
const OUTLET =
  /^(.{1,12}?(?:通讯社|社|网|日报|晚报|时报|早报|报|新闻|财经|客户端|之家|电视台|台|在线|科技|证券))(.{0,12})$/

export function chineseAttributions(field: Field): ReadAttribution[] {
  // 今（5）日, as Taiwan's papers write it, is one word.
  const plain = foldScript(field.quoted.bare).replace(
    /([今昨明])([（(]\d{1,2}[)）])(?=日)/g,
    (_, day, date) => day + ' '.repeat(date.length),
  )
  const found: (ReadAttribution | null)[] = []
  const sources: [number, number][] = []
  for (const match of plain.matchAll(ACCORDING)) {
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
  for (const match of plain.matchAll(VERB)) {
    while (next < sources.length && (sources[next]?.[1] ?? 0) < match.index) next += 1
    const span = sources[next]
    // 据X报道称, 援引X的话称: the verb belongs to the source named before it.
    if (span && match.index >= span[0] && match.index <= span[1]) continue
    found.push(spoken(field, plain, match.index, match[0]))
  }
  for (const rule of [CREDIT, DATELINE, BARE_DATELINE])
    for (const match of plain.matchAll(rule)) found.push(tagged(field, match))
  return found.filter((one) => one !== null)
}

function spoken(field: Field, plain: string, at: number, verb: string): ReadAttribution | null {
  const sentence = sentenceAt(field, at)
  let verbEnd = at + verb.length
  let start = at
  while (start > sentence.start && at - start < 60 && !CLAUSE_EDGE.test(plain[start - 1] ?? '')) start -= 1
  // 3月23日电 国家数据局局长…: the dateline ends where the space is.
  start += /^.*(?:[电讯]|消息)[ \t　]+/.exec(plain.slice(start, at))?.[0].length ?? 0
  while (start < at && /\s/.test(plain[start] ?? '')) start += 1
  const parsed = subjectOf(field, plain, start, at)
  const after = plain[verbEnd] ?? ''
  let closes = /^(?:[。！？\n]|$)/.test(after)
  const inFront = quoteBefore(field, start)
  if (parsed === null) return null
  if (NOUNS.test(verb) && (parsed.end === parsed.start || closes) && !inFront) return null
  if (/^(?:称|说)$/.test(verb) && parsed.end - parsed.start < 2 && !parsed.pronoun) return null
  let relayOf = parsed.outlet
  if (verb === '告诉') {
    const heard = /^([^，。：“\n,:]{2,16}?)(?=[，。：“,:]|$)/.exec(plain.slice(verbEnd, verbEnd + 18))?.[1]
    if (!heard) return null
    relayOf = outletOf(field.source.slice(verbEnd, verbEnd + heard.length))
    verbEnd += heard.length
    closes = /^(?:[。！？\n]|$)/.test(plain[verbEnd] ?? '')
  }
  const speaker = parsed.speaker
  if (/^报[道导]/.test(verb)) relayOf = speaker
  const quote = quoteAfter(field, verbEnd)
  const said =
    quote ??
    (closes ? (inFront ?? trimmed(field, sentence.start, start)) : trimmed(field, verbEnd, sentence.end))
  if (!said) return null
  return {
    speaker,
    role: parsed.role,
    verb: field.source.slice(at, at + verb.length),
    event: parsed.event,
    when: parsed.when,
    words: { text: field.source.slice(start, verbEnd), start, end: verbEnd },
    said,
    kind: 'said',
    relayOf,
  }
}

type Subject = {
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
function subjectOf(field: Field, plain: string, from: number, to: number): Subject | null {
  let start = from
  let end = to
  let event: string | null = null
  let outlet: string | null = null
  let when: string | null = null
  const words = () => plain.slice(start, end)
  const dropTail = () => {
    for (let tail = TRAILING.exec(words()); tail; tail = TRAILING.exec(words())) {
      if (/^(?:今|昨|近|日前|当)/.test(tail[0])) when = field.source.slice(end - tail[0].length, end)
      end -= tail[0].length
    }
  }
  dropTail()
  const place = EVENT.exec(words())
  if (place) {
    const eventStart = start + (place[1] ?? '').length + 1
    const occasion = field.source.slice(eventStart, eventStart + (place[2] ?? '').length)
    outlet = outletOf(
      INTERVIEW.exec(foldScript(occasion))?.[1]
        ? occasion.slice(2, 2 + (INTERVIEW.exec(foldScript(occasion))?.[1] ?? '').length)
        : '',
    )
    event = occasion
    end = start + (place[1] ?? '').length
  }
  const where = place ? null : PLACE.exec(words())
  if (where) end = start + where.index
  const heard = TO_WHOM.exec(words())
  if (heard && heard.index > 0) {
    outlet ??= outletOf(field.source.slice(end - (heard[1] ?? '').length, end))
    end = start + heard.index
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

/** `subject` is `printed` in simplified signs. */
function personIn(printed: string, subject: string): { speaker: string | null; role: string | null } {
  if (subject === '') return { speaker: null, role: null }
  const titled = ROLE_THEN_NAME.exec(subject.toLowerCase())
  if (titled) {
    const length = (titled[1] ?? '').length
    return { speaker: printed.slice(length).trim(), role: printed.slice(0, length) }
  }
  const named = NAME_THEN_TITLE.exec(subject)
  if (named) return { speaker: printed.slice(0, named[1]?.length), role: printed.slice(named[1]?.length) }
  return { speaker: printed, role: null }
}

/** 财联社记者 → 财联社; 记者 and 媒体 name nobody. */
function outletOf(printed: string): string | null {
  const name = printed
    .replace(/(?:等)?(?:媒体)?(?:[记記]者)?(?:的)?$/u, '')
    .replace(/^.*?[“《]/, '')
    .replace(/[”》]$/, '')
  return name.length < 2 || /^(?:媒体|外界|投资者|投資者|公众|现场|多家|国内外|中外|本报|本報)/.test(name)
    ? null
    : name
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
    .replace(/^[:：《]|[》]$/g, '')
  const unnamed = printed === '' || /^(?:媒体|外媒|有关|相关|最新|公开|知情)/.test(foldScript(printed))
  const person = unnamed ? { speaker: printed || null, role: null } : personIn(printed, foldScript(printed))
  const sentence = sentenceAt(field, start)
  const first = kind === 'citing' ? 2 : /[从按据]/.test(match[0][0] ?? '') ? 1 : 2
  const opening = field.source.slice(start, start + first)
  const closing = match[2]
    ? field.source.slice(start + match[0].length - match[2].length, start + match[0].length)
    : ''
  const carrier = kind === 'citing' ? carrierBefore(field, start) : null
  return {
    ...person,
    verb: closing && named !== '' ? `${opening}…${closing}` : closing ? opening + closing : opening,
    event: null,
    when: period?.text ?? null,
    words: { text: field.source.slice(carrier?.start ?? start, end), start: carrier?.start ?? start, end },
    said: quoteAfter(field, end) ?? trimmed(field, end, sentence.end),
    kind,
    relayOf: carrier?.name ?? (unnamed ? null : person.speaker),
  }
}

/** 路透社援引知情人士: the text takes it from the one who cites. */
function carrierBefore(field: Field, at: number): { name: string; start: number } | null {
  const { bare } = field.quoted
  let start = at
  while (start > 0 && at - start < 30 && !CLAUSE_EDGE.test(bare[start - 1] ?? '')) start -= 1
  start += LEADING.exec(foldScript(bare.slice(start, at)))?.[0].length ?? 0
  const name = outletOf(field.source.slice(start, at).trim())
  return name ? { name, start } : null
}

function tagged(field: Field, match: RegExpMatchArray): ReadAttribution | null {
  const lead = /^\s*/.exec(match[0])?.[0].length ?? 0
  const start = (match.index ?? 0) + lead
  const end = (match.index ?? 0) + match[0].length
  const name = match[1] ?? ''
  const nameStart = (match.index ?? 0) + match[0].indexOf(name)
  const outlet = match[2] ? (OUTLET.exec(name)?.[1] ?? name) : name
  if (/^(?:据|记者|截至|自|从|到|在|于)/.test(outlet) && match[2]) return null
  const relayOf = field.source.slice(nameStart, nameStart + outlet.length)
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
