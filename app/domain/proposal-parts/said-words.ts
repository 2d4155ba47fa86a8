/** Reads the words that turn a statement round or soften it: negations, and what makes a fact a possibility. */

/** One expression per language; what only looks like a negation (不断, 无人机, 未来) is left out. */
const NEGATIONS: Record<string, RegExp> = {
  en: /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|scarcely|false|den(?:y|ies|ied)|refuse[sd]?|fail(?:s|ed)?|lack(?:s|ed)?|except|unlikely|unable|\w+n't)\b/giu,
  zh: /不(?!断|斷|仅|僅|少|久|过|過|同|管|论|論|止|料|锈)|没(?!收)|沒(?!收)|无(?!人机|线|论|锡|疑|数)|無(?!人機|線|論|疑|數)|非(?!常|洲|凡|典)|未(?!来|來)|否(?!则|則)|勿|拒绝|拒絕|(?<![特区區分级級个個性类類])别(?!的|墅|名|处|人)/gu,
  ja: /ない|なかっ|ません|ぬ(?=。|、)|ずに|無(?!線|料|人)|非(?!常)|未(?!来)|不(?!動産)/gu,
  ko: /않|없|아니|못|안\s/gu,
  de: /\b(?:nicht|kein\p{L}*|nie|niemals|ohne|weder|nichts|niemand)\b/giu,
  fr: /\b(?:ne|pas|jamais|sans|aucune?|rien|ni|non)\b|\bn'/giu,
  es: /(?<!\p{L})(?:no|nunca|jamás|sin|ningun[oa]?|ningún|nada|ni|tampoco|nadie)(?!\p{L})/giu,
}

const HEDGES: Record<string, RegExp> = {
  en: /\b(?:may|might|could|would|should|possib(?:le|ly)|probably|likely|reportedly|allegedly|estimate[sd]?|expect(?:s|ed)?|forecast|projected|planned)\b/giu,
  zh: /可能|或许|也许|或将|预计|估计|有望|据称|据说|计划/gu,
}

/** The primary language of a text: its script where that settles it, otherwise what is declared (BCP-47). */
export function languageFor(text: string, declared: string | null): string {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
  if (hangul > han + latin) return 'ko'
  if (han + kana > latin) return kana > (han + kana) / 20 ? 'ja' : 'zh'
  const primary = declared?.split('-')[0]?.toLowerCase() ?? 'en'
  return ['zh', 'ja', 'ko'].includes(primary) ? 'en' : primary
}

/** What stands for "we do not know": a sign that no language's list is at hand. */
export type SaidWords = string[] | null

/** Negations of a text, in order; null where the language's are not known. */
export function negationsIn(text: string, language: string): SaidWords {
  return wordsBy(NEGATIONS, text, language)
}

/** Words that make a statement a possibility, in order; null where the language's are not known. */
export function hedgesIn(text: string, language: string): SaidWords {
  return wordsBy(HEDGES, text, language)
}

function wordsBy(lists: Record<string, RegExp>, text: string, language: string): SaidWords {
  const list = lists[language.split('-')[0]?.toLowerCase() ?? '']
  return list
    ? [...text.replaceAll('’', "'").matchAll(list)].map(([word]) => word.trim().toLowerCase())
    : null
}
