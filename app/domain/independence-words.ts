/** Tells in English or Chinese how many independent origins reports come down to, and how little that may be. */
import type { Custody } from './capture.ts'
import type { Independence } from './independence.ts'

type Counted = Pick<Independence, 'reports' | 'origins' | 'unsettled' | 'labels'> & { notSeen?: number }
type WordsLanguage = 'en' | 'zh'

/** What support would be lost with: origins, and archived copies of the reports. */
export type Fragility = { origins: number; copies: number; fromOtherArchives: number; broughtByHand: number }

const KIND_FIRST = /^(?:speech|interview|document|dataset|report|statement|press release|press conference)\b/

/** `3 reports, 1 independent origin: the speech of 23 March`. Reports of unknown origin are told apart. */
export function independenceWords(counted: Counted, language: WordsLanguage = 'en'): string {
  return language === 'zh' ? inChinese(counted) : inEnglish(counted)
}

function inEnglish({ reports, origins, unsettled, labels, notSeen = 0 }: Counted): string {
  const unseen = notSeen === 0 ? '' : notSeen === origins ? ', not seen' : `, ${notSeen} of them not seen`
  const named = labels.map((label) => (KIND_FIRST.test(label) ? `the ${label}` : label))
  const names = named.length > 0 ? `: ${listed(named, ', ', ' and ')}` : ''
  const open = unsettled > 0 ? `; the origin of ${counting(unsettled, 'report')} is not settled` : ''
  return `${counting(reports, 'report')}, ${counting(origins, 'independent origin')}${unseen}${names}${open}`
}

function inChinese({ reports, origins, unsettled, labels, notSeen = 0 }: Counted): string {
  const unseen = notSeen === 0 ? '' : notSeen === origins ? '（未见原件）' : `（其中${notSeen}个未见原件）`
  const names = labels.length > 0 ? `：${listed(labels, '、', '和')}` : ''
  const open = unsettled > 0 ? `；另有${unsettled}篇来源未查明` : ''
  return `${reports}篇报道，${origins}个独立来源${unseen}${names}${open}`
}

/** What `sourceIds` would fall with. `copies` are the usable captures of the reports. */
export function fragilityOf(
  { origins }: Pick<Independence, 'origins'>,
  copies: readonly { custody: Custody }[],
): Fragility {
  return {
    origins,
    copies: copies.length,
    fromOtherArchives: copies.filter(({ custody }) => custody === 'third_party_archive').length,
    broughtByHand: copies.filter(({ custody }) => custody === 'person').length,
  }
}

/** `rests on 1 origin, 2 captures, 1 of them from another archive`. */
export function fragilityWords(fragility: Fragility, language: WordsLanguage = 'en'): string {
  const { origins, copies, fromOtherArchives, broughtByHand } = fragility
  if (language === 'zh') {
    const parts = [`依据${origins}个来源`, `${copies}份存档`]
    if (fromOtherArchives > 0) parts.push(`其中${fromOtherArchives}份出自其他档案馆`)
    if (broughtByHand > 0) parts.push(`其中${broughtByHand}份由人提供`)
    return parts.join('，')
  }
  const parts = [`rests on ${counting(origins, 'origin')}`, counting(copies, 'capture')]
  if (fromOtherArchives > 0) parts.push(`${fromOtherArchives} of them from another archive`)
  if (broughtByHand > 0) parts.push(`${broughtByHand} of them brought by hand`)
  return parts.join(', ')
}

function counting(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function listed(items: readonly string[], comma: string, and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`
}
