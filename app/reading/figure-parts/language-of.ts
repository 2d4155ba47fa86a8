/** The language whose rules digits are read by, from the text's own script and commonest words; cheap, and local to figures. */

/** Enough of a text to be sure of its language. */
const SAMPLE_CHARS = 2000
const MIN_WORDS = 2
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/g
const HAN = /[\u3400-\u9fff]/g
const HANGUL = /[\uac00-\ud7a3]/g
const LATIN = /[a-z]/g

/** Words that stand in almost every sentence of their language, and its own scale and share words; none is English. */
const WORDS: [string, RegExp][] = [
  [
    'de',
    /(?<![a-zà-ÿ])(?:der|das|und|ist|sind|ein|eine|einen|einem|von|mit|auf|für|nicht|wurden?|rund|mehr als|prozent|milliarden?|millionen?|billionen|mrd|mio|tsd|über|jahr|etwa|zum|zur|im|beim|liegt|bei)(?![a-zà-ÿ])/g,
  ],
  [
    'fr',
    /(?<![a-zà-ÿ])(?:le|les|des|une|est|sont|dans|pour|avec|sur|plus de|environ|milliards?|du|aux?|pourcent|pour cent|près de|soit|ont|été|par an|millions? d|et|qui|que)(?![a-zà-ÿ])/g,
  ],
  [
    'es',
    /(?<![a-zà-ÿ])(?:el|los|las|una|uno|del|por ciento|por|para|con|más de|unos|unas|cerca de|dólares|millones|millón|mil|billones|que|y|es|son|fue|se|año|al)(?![a-zà-ÿ])/g,
  ],
  [
    'en',
    /(?<![a-zà-ÿ])(?:the|and|of|in|to|is|was|were|are|by|for|with|than|at|from|on|it|that|percent|million|billion|trillion|a|an|about)(?![a-zà-ÿ])/g,
  ],
]

/** One of these is enough: no other language writes figures with them. */
const TELLING: Record<string, RegExp> = {
  de: /(?<![a-zà-ÿ])(?:mehr als|weniger als|prozent|milliarden?|millionen|mrd|mio|tsd|jahren?|menschen)(?![a-zà-ÿ])/g,
  fr: /(?<![a-zà-ÿ])(?:plus de|moins de|milliards?|pour cent|d['’]euros|millions de)(?![a-zà-ÿ])/g,
  es: /(?<![a-zà-ÿ])(?:más de|menos de|mil millones|millones de|por ciento|personas|años?)(?![a-zà-ÿ])/g,
}

/** `plain` is lower case; undefined where nothing but English or Chinese is likely, whose rules do not contradict. */
export function languageOf(plain: string): string | undefined {
  const sample = plain.length > SAMPLE_CHARS ? plain.slice(0, SAMPLE_CHARS) : plain
  if (/[\u3041-\ud7a3]/.test(sample)) {
    const hangul = count(sample, HANGUL)
    const han = count(sample, HAN)
    const kana = count(sample, KANA)
    if (hangul > han + kana && hangul * 4 > count(sample, LATIN)) return 'ko'
    // A Chinese text may quote a Japanese title; a Japanese sentence is never without kana.
    if (kana > (han + kana) / 10) return 'ja'
    if (han > 0) return undefined
  }
  let best: string | undefined
  let most = MIN_WORDS - 1
  for (const [language, words] of WORDS) {
    const telling = TELLING[language]
    const found = count(sample, words) + (telling ? count(sample, telling) : 0)
    // English comes last and wins a tie: "a" and "is" stand in other languages too.
    if (found > most || (found === most && language === 'en' && best)) {
      most = found
      best = language
    }
  }
  return best === 'en' ? undefined : best
}

function count(text: string, rule: RegExp): number {
  rule.lastIndex = 0
  let found = 0
  while (rule.test(text)) found += 1
  return found
}
