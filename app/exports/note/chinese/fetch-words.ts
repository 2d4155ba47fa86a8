/** Chinese for the facts on capturing. */
import type { HowCaptured } from '../note-fact.ts'
import type { Say } from '../note-words.ts'
import { endedZh } from './attempt-words.ts'
import { whyZh } from './find-words.ts'
import { sourcesZh } from './list-words.ts'

type FetchKind =
  | 'captured'
  | 'none_captured'
  | 'in_the_way'
  | 'capture_unreached'
  | 'not_captured'
  | 'archived_before'
  | 'never_asked_for'
  | 'not_cited'

const HOW: Record<string, string> = {
  plain: '由普通请求存档',
  rendered: '用浏览器存档',
  wayback: '取自互联网档案馆（Wayback Machine）',
}

const WHO: Record<string, string> = {
  plain: '普通请求',
  rendered: '浏览器',
  wayback: '互联网档案馆',
}

export const FETCH_WORDS: Pick<Say, FetchKind> = {
  captured: ({ how, sources, of }) => {
    const told = `${howZh(how)}（${sourcesZh(sources)}）`
    if (of === 1) return `所引页面${told}`
    return `${of === null ? '' : `所引${of}个页面中，`}${sources.length}个${told}`
  },
  none_captured: ({ of }) => (of === 1 ? '所引页面未能存档' : `所引${of}个页面均未能存档`),
  in_the_way: ({ step, person, how, sources }) => {
    const who = step === 'upload' && person !== null ? `${person}提供的文件` : captureStepZh(step)
    return `抓取${sourcesZh(sources)}时，${who}${endedZh(how, step === 'wayback' ? 'service' : 'page')}`
  },
  capture_unreached: ({ step, why, sources }) =>
    `抓取${sourcesZh(sources)}时，${captureStepZh(step)}${whyZh(why)}`,
  not_captured: ({ sources }) => `${sourcesZh(sources)}未能存档`,
  archived_before: ({ sources }) => `${sourcesZh(sources)}此前已有存档`,
  never_asked_for: ({ sources }) => `${sourcesZh(sources)}没有抓取记录`,
  not_cited: ({ pages }) => `另有${pages}个页面曾被抓取，本文未引用`,
}

/** A step of capturing as the one who acts: 「普通请求」. */
export const captureStepZh = (step: string) => WHO[step] ?? (step === 'upload' ? '所提供的文件' : step)

function howZh({ step, person }: HowCaptured): string {
  if (step === 'upload') return person === null ? '由人工提供' : `由${person}人工提供`
  const how = HOW[step] ?? `由${step}存档`
  return person === null ? how : `${how}，${person}协助`
}
