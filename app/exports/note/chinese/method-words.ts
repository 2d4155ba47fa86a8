/** Chinese for the facts that only the method box tells. */
import { ASK_STEP, UPLOAD_STEP } from '#domain/step.ts'
import { hostOf } from '../host-of.ts'
import type { FactOf, Purpose } from '../note-fact.ts'
import { MAX_LISTED, type MethodKind, type Say } from '../note-words.ts'
import { endedZh, windowZh } from './attempt-words.ts'
import { captureStepZh } from './fetch-words.ts'
import { screenedZh } from './find-words.ts'
import { claimsZh, listZh, placeZh, sourcesZh } from './list-words.ts'
import { momentZh, spanZh } from './time-words.ts'

const PURPOSE: Record<Purpose, string> = { search: '检索', screening: '筛查线索', capture: '存档' }

export const METHOD_WORDS: Pick<Say, MethodKind> = {
  tool: ({ purpose, step, version, askedOf, attempts }) => {
    const hosts = [...new Set(askedOf.map((host) => hostOf(host) ?? '本社自建服务'))]
    const at = hosts.length > 0 ? `，服务方：${listZh(hosts)}` : ''
    return `${PURPOSE[purpose]}：${step}（版本${version}）${at}，共${attempts}次`
  },
  query: ({ text, steps }) => `“${text}”，发往${listZh(steps)}`,
  languages: ({ languages }) => {
    const named = languages.filter((language) => language !== null)
    if (named.length === 0) return '未限定语言'
    const none = named.length < languages.length ? '，另有检索未限定语言' : ''
    return `限定语言：${listZh(named)}${none}`
  },
  sites: ({ sites }) => `查阅${listZh(sites)}的订阅源和网站地图`,
  windows: ({ steps, runWindowMs, stopAtFirst, place }) => {
    const each = steps.map(({ step, windowMs }) => `${step} ${windowZh(windowMs)}`)
    const rule = stopAtFirst ? '取得首个可用结果即止' : '各步骤全部执行'
    return `${place === null ? '' : `${placeZh(place)}，`}时限：${each.join('、')}；整轮${windowZh(runWindowMs)}，${rule}`
  },
  time: ({ purpose, claim, scheduled, times }) => {
    const what = claim === null ? PURPOSE[purpose] : `${claimsZh([claim])}的${PURPOSE[purpose]}`
    return `${what}${scheduled ? '（定时执行）' : ''}：${spanZh(times)}`
  },
  results: ({ step, found, accepted, screened }) => {
    const looked = screened === null ? '未筛查' : `筛查${screened.total}条，${screenedZh(screened)}`
    return `${step}：找到${found}条线索；${looked}；由人工采用${accepted}条`
  },
  screening_failed: ({ how, pages, step }) => `${pages}条线索：${captureStepZh(step)}${endedZh(how, 'page')}`,
  never_existed: ({ addresses }) => {
    const shown = addresses.slice(0, MAX_LISTED)
    const more = addresses.length > shown.length ? `等${addresses.length}个` : ''
    return `以下网址曾被提供，但没有主机应答，也从未被存档：${shown.join('、')}${more}`
  },
  by_hand: byHandZh,
  none_by_hand: () => '没有人工完成的步骤',
  ai_used: ({ step, models, asked, answered, toolCalls, citations }) => {
    const model = models.length > 0 ? `（模型${listZh(models)}）` : ''
    const told = `${step}属人工智能检索${model}，使用${asked}次`
    if (answered === 0) return `${told}，均未获应答`
    const searched = toolCalls === null ? '' : toolCalls === 0 ? '，并未执行检索' : `，执行检索${toolCalls}次`
    const named = citations === null ? '' : `，给出${citations}个页面`
    return `${told}${searched}${named}；仅用于提供网址，其表述一律不作为证据`
  },
  assistant_used: ({ models, asked, answered, proposed, accepted }) => {
    const model = models.length > 0 ? `（模型${listZh(models)}）` : ''
    const told = `曾${asked}次请人工智能助手${model}提出建议`
    if (answered === 0) return `${told}，均未获应答`
    const taken = [
      accepted.claims > 0 ? `${accepted.claims}条事实陈述` : '',
      accepted.queries > 0 ? `${accepted.queries}个检索词` : '',
      accepted.translations > 0 ? `${accepted.translations}处译文` : '',
    ].filter(Boolean)
    const byPeople = taken.length > 0 ? `，经人工采纳${listZh(taken)}` : '，均未采纳'
    return `${told}，共得建议${proposed}条${proposed > 0 ? byPeople : ''}；其表述一律不作为证据`
  },
  no_ai: () => '未使用人工智能检索',
  engines_down: ({ step, engines }) => `${step}报告${listZh(engines)}未应答`,
  steps_blind: ({ steps, place }) => `${listZh(steps)}${placeZh(place)}未能完成查找`,
  pages_not_seen: ({ pages }) => `${pages}条线索的页面无法查看`,
  sources_not_seen: ({ sources }) => `${sourcesZh(sources)}未能存档`,
  not_answered: ({ requests }) => `${requests}次求证未获答复`,
  blind_means: () => '未能查看之处或有所查内容，本记录不能证明再无其他信源',
  all_looked: () => '已执行的步骤均完成了查找',
  annotated: ({ step, at, notes }) => {
    const each = notes.map(({ text, by, at: when }) => `[${by}批注，${momentZh(when)}：${text}]`)
    return `${momentZh(at)}的${step}：${each.join('')}`
  },
}

function byHandZh({ person, step, sources, count, times }: FactOf<'by_hand'>): string {
  const who = `${person}于${spanZh(times)}`
  if (step === ASK_STEP) return `${who}向有关方面求证${count}次`
  if (step === UPLOAD_STEP) return `${who}提供${sources.length > 0 ? sourcesZh(sources) : '文件'}`
  return `${who}人工完成${step}${sources.length > 0 ? `（${sourcesZh(sources)}）` : ''}`
}
