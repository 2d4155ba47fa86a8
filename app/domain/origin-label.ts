/** What an origin is called: as a person named it, or made from its occasion, in English and in Chinese. */
import type { OriginKind } from './origin.ts'

type Occasion = { speaker: string; spokenOn: string | null }

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const KIND_EN: Record<OriginKind, string> = {
  speech: 'speech',
  document: 'document',
  dataset: 'dataset',
  interview: 'interview',
  release: 'press release',
  other: 'statement',
}
const KIND_ZH: Record<OriginKind, string> = {
  speech: '讲话',
  document: '文件',
  dataset: '数据',
  interview: '采访',
  release: '新闻稿',
  other: '表态',
}
const HAN = /\p{Script=Han}/u

/** `2026-03-23` → `23 March 2026`. What is no ISO date stays as it is. */
export function dayInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  return day ? `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}` : date
}

/** `speech of 23 March 2026 by 刘烈宏`: for an origin that a machine proposes and nobody has named yet. */
export function proposedLabel(kind: OriginKind, { speaker, spokenOn }: Occasion): string {
  return `${KIND_EN[kind]}${spokenOn ? ` of ${dayInWords(spokenOn)}` : ''} by ${speaker}`
}

/** The Chinese name: the recorded one where it is Chinese, else speaker, day and kind, else the recorded one. */
export function chineseLabel(
  label: string,
  kind: OriginKind | undefined,
  occasion?: Occasion | null,
): string {
  if (HAN.test(label.replace(occasion?.speaker ?? '', '')) || !kind || !occasion?.spokenOn) return label
  const [year, month, day] = occasion.spokenOn.split('-').map(Number)
  const gap = HAN.test(occasion.speaker) ? '' : ' '
  return `${occasion.speaker}${gap}${year}年${month}月${day}日的${KIND_ZH[kind]}`
}
