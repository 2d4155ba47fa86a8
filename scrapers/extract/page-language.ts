/** Finds the language of a page, from what it declares and from what its letters say. */
import { detect } from 'tinyld'

/** Shorter texts are guessed wrong too often. */
const SHORTEST_SURE_CHARS = 20
const SAMPLE_CHARS = 4000

/**
 * A BCP 47 tag, or null. Letters that only one language is written in decide against a wrong declaration: templates
 * for Chinese sites are full of `lang="en"`.
 */
export function pageLanguage(declared: string | null, text: string): string | null {
  const tag = declared?.trim().replace('_', '-') || null
  const valid = tag && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null
  const byScript = languageOfScript(text)
  if (byScript) return valid?.toLowerCase().startsWith(byScript) ? valid : byScript
  if (valid && !/^(?:zh|ja|ko)\b/i.test(valid)) return valid
  const sample = text.slice(0, SAMPLE_CHARS)
  if (sample.trim().length < SHORTEST_SURE_CHARS) return valid
  return detect(sample) || valid
}

function languageOfScript(text: string): string | null {
  const sample = text.slice(0, SAMPLE_CHARS)
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return null
  const han = count(sample, /\p{Script=Han}/gu)
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(sample, /\p{Script=Hangul}/gu)
  if (hangul > letters * 0.3) return 'ko'
  if (kana > (han + kana) * 0.1 && han + kana > letters * 0.3) return 'ja'
  return han > letters * 0.3 ? 'zh' : null
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
