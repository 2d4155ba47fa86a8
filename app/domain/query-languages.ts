/** Tells in which languages pages about a claim are likely written: what is on record says it, nothing is guessed from a name. */
import { readLanguage } from '#reading/language.ts'

/** What decides the languages. Language tags are BCP-47. */
export type LanguageHints = {
  claimText: string
  articleLanguage: string
  /** languages of the cited sources and of the utterance, as far as known */
  sourceLanguages: (string | null)[]
  /** words that may name a country: the claimant's role, the occasion, the claim itself */
  words: string[]
  /** whether the claimant's name is on record in Chinese script */
  hasHanName: boolean
}

/** A language with why a page about the claim may be written in it. */
export type LikelyLanguage = { language: string; why: string }

/** Countries by the names that claims, roles and occasions use for them; one language each, that of most of its press. */
const COUNTRIES: { language: string; country: string; words: RegExp }[] = [
  {
    language: 'zh',
    country: 'China',
    words: /\b(?:China|Chinese|Beijing|Shanghai|Taiwan|Taipei)\b|中国|中國|我国|北京|上海|台湾|香港/u,
  },
  { language: 'ja', country: 'Japan', words: /\b(?:Japan|Japanese|Tokyo)\b|日本|东京|東京/u },
  { language: 'ko', country: 'Korea', words: /\b(?:South Korea|Korean|Seoul)\b|韩国|韓国|한국|서울/u },
  {
    language: 'de',
    country: 'Germany',
    words: /\b(?:Germany|German|Berlin|Deutschland|Austria|Vienna)\b|德国|德國/u,
  },
  { language: 'fr', country: 'France', words: /\b(?:France|French|Paris)\b|法国|法國/u },
  {
    language: 'es',
    country: 'Spain or Latin America',
    words: /\b(?:Spain|Spanish|Madrid|España|Mexico|México|Argentina)\b|西班牙/u,
  },
]

/** The claim's own language first, then those of its sources by how many there are, then a named country's, then the article's. */
export function likelyLanguages(hints: LanguageHints): LikelyLanguage[] {
  const found = new Map<string, string>()
  const add = (tag: string | null, why: string) => {
    const language = tag?.split('-')[0]?.toLowerCase()
    if (language && !found.has(language)) found.set(language, why)
  }
  add(readLanguage(hints.claimText) ?? hints.articleLanguage, 'the language of the claim')
  for (const language of byNumber(hints.sourceLanguages)) add(language, 'a language of its sources')
  const words = hints.words.join('\n')
  for (const { language, country, words: named } of COUNTRIES)
    if (named.test(words)) add(language, `${country} is named`)
  if (hints.hasHanName) add('zh', 'the claimant’s name is on record in it')
  add(hints.articleLanguage, 'the language of the article')
  return [...found].map(([language, why]) => ({ language, why }))
}

function byNumber(tags: (string | null)[]): string[] {
  const numbers = new Map<string, number>()
  for (const tag of tags) {
    const language = tag?.split('-')[0]?.toLowerCase()
    if (language) numbers.set(language, (numbers.get(language) ?? 0) + 1)
  }
  return [...numbers].sort(([, a], [, b]) => b - a).map(([language]) => language)
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

/** The English name of a language: "Chinese". A tag that nobody knows stands for itself. */
export function languageName(tag: string): string {
  try {
    return NAMES.of(tag) ?? tag
  } catch {
    return tag
  }
}
