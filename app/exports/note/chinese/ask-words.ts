/** Chinese for requests to people. */
import type { Channel } from '#domain/ask.ts'
import type { FactOf } from '../note-fact.ts'
import { dayZh, momentInZh } from './time-words.ts'

const CHANNEL: Record<Channel, string> = {
  call: '通过电话',
  email: '以电子邮件',
  letter: '以信函',
  message: '以私信',
  in_person: '当面',
}

/** 「2026年3月23日以电子邮件就统计口径向国家数据局求证，截至时限（北京时间…）未获答复」 */
export function askedZh(fact: FactOf<'asked'>): string {
  const { who, channel, sentAt, about, timeZone } = fact
  const request = `${dayZh(sentAt, timeZone)}${CHANNEL[channel]}就${about}向${who}求证`
  return `${request}，${outcomeZh(fact)}`
}

function outcomeZh(fact: FactOf<'asked'>): string {
  const { outcome, outcomeAt, overdue, deadline, timeZone } = fact
  const limit = momentInZh(deadline, timeZone)
  if (outcome === 'not_reached') return `未能联系上（时限为${limit}）`
  if (outcome === 'answered' || outcome === 'declined') {
    const what = outcome === 'answered' ? '答复' : '表示不予置评'
    const day = outcomeAt === null ? '' : `于${dayZh(outcomeAt, timeZone)}`
    const late = outcomeAt !== null && outcomeAt > deadline
    return `对方${day}${what}${late ? `，已过时限（${limit}）` : ''}`
  }
  if (outcome === 'no_answer' || overdue) return `截至时限（${limit}）未获答复`
  return `截至导出时尚未获答复，时限为${limit}`
}
