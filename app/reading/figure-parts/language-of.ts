/** The language whose rules digits are read by, from the text's own script and commonest words; cheap, and local to figures. */

/** Enough of a text to be sure of its language. */
const SAMPLE_CHARS = 2000
const MIN_WORDS = 2
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/g
const HAN = /[\u3400-\u9fff]/g
const HANGUL = /[\uac00-\ud7a3]/g
const LATIN = /[a-z]/g
const LANGUAGES = ['de', 'fr', 'es', 'en'] as const

/**
 * Words that stand in almost every sentence of their language, and its own scale and share words: one vote each. A word and
 * its follower are one entry.
 */
const COMMON = {
  de: 'der das und ist sind ein eine einen einem von mit auf für nicht wurde wurden rund mehr_als prozent milliarde milliarden million millionen billion billionen mrd mio tsd über jahr etwa zum zur im beim liegt bei die dem den des sich um seit bis noch nach aus auch als wie hat haben wird werden waren hatte es er sie knapp fast etwa unter gegen kostet zwischen mindestens höchstens pro im_jahr',
  fr: 'le les des une est sont dans pour avec sur plus_de environ milliard milliards du au aux pourcent pour_cent près_de soit ont été par_an et qui que la l d un de à s par son sa ce cette selon entre depuis près jusqu sera seront ne pas moins au_moins chaque elle il ils plus c en a',
  es: 'el los las una uno del por_ciento por para con más_de unos unas cerca_de dólares millones millón mil billones que es son fue se año al la de en un más menos sobre hasta entre desde según casi este esta su sus fueron será están está cada ha han hay lo a',
  en: 'the and of in to is was were are by for with than at from on it that percent million billion trillion a an about',
}
/** Another vote: no other language writes figures with these. */
const TELLING = {
  de: 'mehr_als weniger_als prozent milliarde milliarden millionen mrd mio tsd jahre jahren mensch menschen',
  fr: 'plus_de moins_de milliard milliards pour_cent d_euros million_d millions_d millions_de',
  es: 'más_de menos_de mil_millones millones_de por_ciento personas año años',
  en: '',
}

/** Letters that one of the three writes and the others do not. */
const LETTERS = [/[äöüß]/, /[àâèêëîôûçœ]/, /[áíóúñ¿¡]/]

type Votes = { alone: Uint8Array; pairs: Map<string, Uint8Array> | null }
const VOTES = votes()
const WORD = /[a-zà-ÿ]+/g

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
  const found = new Uint16Array(LANGUAGES.length)
  let pairs: Votes['pairs'] = null
  WORD.lastIndex = 0
  for (const [index, letters] of LETTERS.entries())
    if (letters.test(sample)) found[index] = (found[index] ?? 0) + 1
  for (let match = WORD.exec(sample); match; match = WORD.exec(sample)) {
    const word = match[0]
    add(found, pairs?.get(word))
    const entry = VOTES.get(word)
    add(found, entry?.alone)
    pairs = entry?.pairs ?? null
  }
  const most = Math.max(...found)
  // English comes last and wins a tie: "a" and "is" stand in other languages too.
  const best = LANGUAGES[found.lastIndexOf(most)]
  return most < MIN_WORDS || best === 'en' ? undefined : best
}

function add(found: Uint16Array, votes: Uint8Array | undefined) {
  if (!votes) return
  for (let index = 0; index < found.length; index += 1)
    found[index] = (found[index] ?? 0) + (votes[index] ?? 0)
}

function votes(): Map<string, Votes> {
  const all = new Map<string, Votes>()
  const none = () => new Uint8Array(LANGUAGES.length)
  for (const lists of [COMMON, TELLING])
    LANGUAGES.forEach((language, index) => {
      for (const words of lists[language].split(' ')) {
        const [first = '', second] = words.split('_')
        const entry = all.get(first) ?? { alone: none(), pairs: null }
        all.set(first, entry)
        let counted = entry.alone
        if (second) {
          entry.pairs ??= new Map()
          counted = entry.pairs.get(second) ?? none()
          entry.pairs.set(second, counted)
        }
        counted[index] = (counted[index] ?? 0) + 1
      }
    })
  return all
}

function count(text: string, rule: RegExp): number {
  rule.lastIndex = 0
  let found = 0
  while (rule.test(text)) found += 1
  return found
}
