/** Chooses among the elements of a page that give a date. */
import { withoutUpdate } from './printed-dates.ts'
import { type SignatureElement, shortText } from './signature-elements.ts'
import type { PageNode } from './visible-text.ts'

/** `stated`: marked as the day of publication. `published`: most likely it, by name and place. */
export type ElementDates = { stated: string | null; published: string | null; modified: string | null }

type Candidate = { date: string; score: number; isUpdate: boolean }

/** Longer texts are no dates but hold some. */
const LONGEST_TEXT_CHARS = 240
const PUBLISHED =
  /publi|pub-?_?(?:time|date)|posted|post-?_?(?:time|date)|entry-date|fabu|发布|发稿|发表|published|posted/i
const UPDATED = /updat|modif|revis|更新|修改/i
const LEAST_SCORE = 3

/** What the elements say; the nearest to the headline wins where names say the same. */
export function elementDates(
  elements: SignatureElement[],
  read: (text: string) => string | null,
): ElementDates {
  const candidates: Candidate[] = []
  let stated: string | null = null
  let statedUpdate: string | null = null
  for (const element of elements) {
    const { attribs = {}, name } = element.node
    const shown = shortText(element.node, LONGEST_TEXT_CHARS)
    const exact =
      attribs.datetime ?? attribs.content ?? attribs['data-publishtime'] ?? attribs['data-val'] ?? null
    // A line that holds elements with dates of their own says nothing that they do not say better.
    if (exact === null && shown !== '' && holdsTime(element.node)) continue
    const date =
      (exact && read(exact)) || fromText(shown, read) || (attribs.title && read(attribs.title)) || null
    if (!date || shown.includes('最新推荐')) continue
    const itemprop = attribs.itemprop ?? ''
    const isUpdate = isOfUpdate(element, shown)
    if (/dateModified/.test(itemprop)) statedUpdate ??= date
    else if (/datePublished/.test(itemprop) || (name === 'time' && isMarkedPublished(element)))
      stated ??= date
    else candidates.push({ date, score: scoreOf(element, shown), isUpdate })
  }
  const best = (ofUpdate: boolean) => {
    let chosen: Candidate | null = null
    for (const one of candidates) {
      if (one.isUpdate === ofUpdate && one.score >= LEAST_SCORE && (!chosen || one.score > chosen.score))
        chosen = one
    }
    return chosen?.date ?? null
  }
  return { stated, published: best(false), modified: statedUpdate ?? best(true) }
}

/** `<time pubdate>`, and what WordPress and the hAtom and h-entry microformats call the day of publication. */
function isMarkedPublished({ node, called }: SignatureElement): boolean {
  return node.attribs?.pubdate !== undefined || /(?:^|\s)(?:dt-)?published(?:\s|$)/i.test(called)
}

function holdsTime(node: PageNode): boolean {
  const open = [...(node.children ?? [])]
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.name === 'time' || one.attribs?.datetime !== undefined) return true
    open.push(...(one.children ?? []))
  }
  return false
}

function fromText(shown: string, read: (text: string) => string | null): string | null {
  if (shown === '') return null
  return read(withoutUpdate(shown)) ?? read(shown)
}

/** Whether an element speaks only of the last change. */
function isOfUpdate({ node, called }: SignatureElement, shown: string): boolean {
  const words = `${called} ${shown.slice(0, 60)}`
  if (PUBLISHED.test(words)) return false
  return UPDATED.test(words) || /updated/i.test(node.attribs?.['data-testid'] ?? '')
}

function scoreOf({ node, called, distance }: SignatureElement, shown: string): number {
  let score = 0
  if (node.name === 'time' || node.attribs?.datetime) score += 3
  if (PUBLISHED.test(`${called} ${shown.slice(0, 40)}`)) score += 3
  else if (/date|time|byline|info|source|meta/i.test(called)) score += 2
  if (/\d{1,2}[:：]\d{2}/.test(shown)) score += 1
  if (shown.length > 100) score -= 1
  if (distance === null) return score
  if (distance >= 0 && distance <= 60) return score + 4
  if (distance > 60 && distance <= 200) return score + 1
  if (distance < 0 && distance >= -25) return score + 2
  return score - 2
}
