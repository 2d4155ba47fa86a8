/** Says in Chinese how one attempt ended. 「未能查看」 and 「未找到」 never stand for each other. */
import type { Reason } from '#domain/attempt.ts'
import type { HowEnded } from '../how-ended.ts'

type Wording = string | ((how: HowEnded) => string)

/** A step that asks somebody: a search engine, an archive. */
const OF_A_SERVICE: Record<Reason, Wording> = {
  http_error: (how) => (how.httpStatus === null ? '返回HTTP错误' : `返回HTTP ${how.httpStatus}错误`),
  timeout_window: (how) => `在${windowZh(tenths(how))}时限内未给出可用结果${cutShort(how)}`,
  no_results: '经查找未有结果',
  engine_unavailable: '因引擎不可用而未能查找',
  not_configured: '未启用',
  blocked_challenge: '被网站或其前置防护拦截',
  paywall_stub: '遇到付费墙',
  consent_wall: '遇到Cookie同意页',
  login_wall: '遇到登录页',
  soft_404: '得到的页面称该文件不存在',
  withdrawn: '得到该文件已撤下的通知',
  rate_limited: '因请求过于频繁被拒',
  refused_by_guard: '被Stet的外联守则拒绝',
  too_large: '返回内容超出保存上限',
  unsupported_type: '返回的文件类型无法读取',
  dns: '因域名无法解析而未能查找',
  connect: '因无法建立连接而未能查找',
  tls: '因无法建立安全连接而未能查找',
  decode_failed: '返回内容无法解码',
  provider_error: '因服务方报错而未能查找',
  cancelled: '在结束前被取消',
  needs_person: (how) => (how.person === null ? '需人工处理' : `需人工处理，由${how.person}接手`),
  bug: '因Stet自身故障而未能查找',
}

/** A step that asks the page itself, or is handed it. */
const OF_A_PAGE: Partial<Record<Reason, Wording>> = {
  http_error: (how) => (how.httpStatus === null ? '得到HTTP错误' : `得到HTTP ${how.httpStatus}错误`),
  timeout_window: (how) => `在${windowZh(tenths(how))}时限内未取得可用页面${cutShort(how)}`,
  no_results: '取得的页面没有可读内容',
  too_large: '取得的内容超出保存上限',
  unsupported_type: '取得的文件类型无法读取',
  decode_failed: '取得的文字无法解码',
  dns: '因域名无法解析而未能查看',
  connect: '因无法建立连接而未能查看',
  tls: '因无法建立安全连接而未能查看',
  provider_error: '因服务方报错而未能查看',
  bug: '因Stet自身故障而未能查看',
}

const WITHOUT_REASON: Record<HowEnded['ended'], string> = {
  open: '截至导出时尚未结束',
  interrupted: '中途中断',
  done: '完成',
  nothing: '经查找未有结果',
  skipped: '被略过',
  failed: '未能查找',
}

/** The predicate, such as 「返回HTTP 502错误」. */
export function endedZh(how: HowEnded, asks: 'service' | 'page'): string {
  if (how.reason === null) return WITHOUT_REASON[how.ended]
  const wording = (asks === 'page' ? OF_A_PAGE[how.reason] : undefined) ?? OF_A_SERVICE[how.reason]
  return typeof wording === 'function' ? wording(how) : wording
}

/** 「3秒」「1.5秒」「2分钟」「250毫秒」 */
export function windowZh(windowMs: number): string {
  if (windowMs < 1_000) return `${windowMs}毫秒`
  const seconds = Math.round(windowMs / 100) / 10
  return seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60}分钟` : `${seconds}秒`
}

const tenths = (how: HowEnded) => (how.windowTenths ?? 0) * 100

/** `failed` means that the step was still waiting when its window closed; `nothing`, that what came was no use. */
const cutShort = (how: HowEnded) => (how.ended === 'failed' ? '（时限届满时仍未应答）' : '')
