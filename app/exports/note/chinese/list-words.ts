/** Lists, numbers and places in Chinese. */
import { asRanges } from '../../list-words.ts'
import type { Place } from '../place.ts'

/** "甲", "甲和乙", "甲、乙和丙" */
export function listZh(items: string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join('、')}和${items.at(-1)}`
}

const numbers = (all: number[]) =>
  asRanges(
    [...new Set(all)].sort((a, b) => a - b),
    '至',
  ).join('、')

/** "第1、3条说法" */
export const claimsZh = (claims: number[]) => `第${numbers(claims)}条说法`

/** "信源1、3" */
export const sourcesZh = (sources: number[]) => `信源${numbers(sources)}`

/** Of which searches something is told; nothing where there is one search only. */
export function placeZh(place: Place): string {
  if (place === null) return ''
  if ('all' in place) return `在全部${place.all}次检索中`
  if ('some' in place) return `在${place.of}次检索中的${place.some}次`
  return `在${claimsZh(place.claims)}的检索中`
}
