/** Finds how a person's name is written in the other script, where the record says so. A name is never transcribed here. */
import { readAttributions } from '#reading/attributions.ts'

const HAN = /\p{Script=Han}/u
/** A Chinese name between brackets, perhaps with the name of its language before it. */
const HAN_IN_BRACKETS = '\\s*[(（]\\s*(?:[A-Za-z ]{0,20}[:：]\\s*)?([\\p{Script=Han}·]{2,12})\\s*[)）,，;；]'
const LATIN_IN_BRACKETS = "\\s*[(（]\\s*(\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,3})\\s*[)）,，;；]"
/** What stands before a Chinese name and is none of it. */
const TITLE =
  /^.*(?:局长|部长|主任|主席|总裁|总经理|董事长|院长|所长|行长|教授|博士|先生|女士|发言人|总统|总理)/u
const MAX_NAME_SIGNS = 4

/** Whether a name is written with Chinese signs. */
export function isHan(name: string): boolean {
  return HAN.test(name)
}

/**
 * The other spelling of `name` as `texts` give it side by side: "刘烈宏 (Liu Liehong)", "Liu Liehong (刘烈宏)". Null where
 * they do not, or where it is not clear which of the words are the name.
 */
export function otherScript(name: string, texts: string[]): string | null {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const after = new RegExp(`${escaped}${isHan(name) ? LATIN_IN_BRACKETS : HAN_IN_BRACKETS}`, 'iu')
  const before = isHan(name)
    ? new RegExp(`(\\p{Lu}[\\p{L}'’-]+ \\p{Lu}[\\p{L}'’-]+)\\s*[(（]\\s*${escaped}\\s*[)）]`, 'u')
    : new RegExp(`([\\p{Script=Han}·]{2,30})\\s*[(（]\\s*${escaped}\\s*[)）]`, 'iu')
  for (const text of texts) {
    const follows = after.exec(text)?.[1]
    if (follows) return follows
    const precedes = before.exec(text)?.[1]
    const bare = precedes && (isHan(precedes) ? precedes.replace(TITLE, '') : precedes)
    if (bare && (!isHan(bare) || (bare.length >= 2 && bare.length <= MAX_NAME_SIGNS))) return bare
  }
  return null
}

/** The one speaker that a cited passage names, in its own script; null where it names none or several. */
export function speakerNamedIn(passage: string): string | null {
  const speakers = new Set(readAttributions(passage).flatMap(({ speaker }) => (speaker ? [speaker] : [])))
  const [only] = speakers
  return speakers.size === 1 && only && only.length <= 40 ? only : null
}
