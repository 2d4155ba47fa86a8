/** Chinese for the facts on finding. */
import type { Coverage, FactOf, Screened, Why } from '../note-fact.ts'
import type { Say } from '../note-words.ts'
import { endedZh } from './attempt-words.ts'
import { claimsZh, listZh, placeZh } from './list-words.ts'
import { spanZh } from './time-words.ts'

type FindKind =
  | 'no_search'
  | 'searched'
  | 'found'
  | 'ended'
  | 'unreached'
  | 'screened'
  | 'ai_search'
  | 'no_lead'
  | 'not_found'

export const FIND_WORDS: Pick<Say, FindKind> = {
  no_search: () => '没有检索记录',
  searched: ({ claims, chains, times }) => {
    const what = claims === null ? '查找信源' : `为${claimsZh(claims)}查找信源`
    const walked = chains.map(({ steps, place }) => {
      const chain = steps.join(' → ')
      return place === null ? chain : `${chain}（${placeZh(place)}）`
    })
    return `${what}，于${spanZh(times)}依次经由${listZh(walked)}：`
  },
  found: ({ step, person, fallback, place, found, accepted }) => {
    const subject = `${subjectZh(step, person)}${placeZh(place)}`
    if (found === 0) return `${subject}有应答，但未给出线索`
    const how = fallback ? '作为后备手段' : ''
    return `${subject}${how}找到${found}条线索，${acceptedZh(found, accepted)}`
  },
  ended: ({ step, person, how, place }) =>
    `${subjectZh(step, person)}${placeZh(place)}${endedZh(how, 'service')}`,
  unreached: ({ step, why, place }) => `${step}${placeZh(place)}${whyZh(why)}`,
  screened: (screened) => `共筛查${screened.total}条线索：${screenedZh(screened)}`,
  ai_search: ({ step }) => `${step}属人工智能检索，仅用于提供网址，其表述一律不作为证据`,
  no_lead: ({ place, coverage }) => coverageZh(coverage, placeZh(place)),
  not_found: (entry) => notFoundZh(entry),
}

const WHY: Record<Why, string> = {
  open: '截至导出时尚未执行',
  cancelled: '因本轮被取消而未执行',
  ended: '在本轮结束前未及执行',
}

/** Why a step was not reached, as a predicate. */
export const whyZh = (why: Why) => WHY[why]

const subjectZh = (step: string, person: string | null) =>
  person === null ? step : `${step}（由${person}人工完成）`

function acceptedZh(found: number, accepted: number): string {
  if (accepted === 0) return '尚无人采用'
  return found === 1 ? '已由人工采用' : `其中${accepted}条由人工采用`
}

/** 「4条含有所查内容」「12条不含」…: only what there is. */
export function screenedZh({ passageFound, passageAbsent, couldNotLook, neverExisted }: Screened): string {
  const parts: string[] = []
  if (passageFound > 0) parts.push(`${passageFound}条含有所查内容`)
  if (passageAbsent > 0) parts.push(`${passageAbsent}条不含${passageFound > 0 ? '' : '所查内容'}`)
  if (passageFound === 0 && passageAbsent === 0) parts.push('没有一条被证实含有所查内容')
  if (couldNotLook > 0) parts.push(`${couldNotLook}条无法查看`)
  if (neverExisted > 0) parts.push(`${neverExisted}个网址从未存在`)
  return parts.join('，')
}

function coverageZh(coverage: Coverage, place: string): string {
  if (coverage === 'open') return `${place}截至导出时尚未找到线索，检索仍在进行`
  if (coverage === 'blind') return `${place}没有一个步骤完成了查找，有无相关信源无从判断`
  if (coverage === 'complete') return `${place}未找到线索`
  return `${place}未找到线索；但${listZh(coverage.missed)}未能完成查找，不能据此认定没有`
}

function notFoundZh(entry: FactOf<'not_found'>): string {
  const { claim, times, searches, asked, found, screened, down, coverage, citedByHand } = entry
  const often = searches === 1 ? '检索' : `检索${searches}次`
  const about = claim === null ? '' : `${claimsZh([claim])}：`
  const parts = [`${about}${spanZh(times)}${asked.length > 0 ? `经由${listZh(asked)}` : ''}${often}`]
  parts.push(found === 0 ? '未找到线索' : `找到${found}条线索，无一被采用`)
  if (screened) parts.push(`筛查${screened.total}条，${screenedZh(screened)}`)
  else if (found > 0) parts.push('均未筛查')
  if (citedByHand > 0) parts.push(`所引${citedByHand}个信源由人工添加`)
  return `${parts.join('；')}；${meaningZh(coverage, down)}`
}

function meaningZh(coverage: Coverage, down: string[]): string {
  if (coverage === 'open') return '检索仍在进行'
  if (coverage === 'blind') return '没有一个步骤完成了查找，有无相关信源无从判断'
  if (coverage === 'complete') return '各步骤均完成了查找'
  return `${listZh(down)}未能完成查找，不能据此认定没有`
}
