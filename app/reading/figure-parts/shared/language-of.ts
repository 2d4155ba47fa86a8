/** The language whose rules digits are read by, from the text's own script and commonest words; cheap, and local to figures. */

/** Enough of a text to be sure of its language. */
const SAMPLE_CHARS = 2000
const MIN_WORDS = 2
/** Longer words are in no list. */
const MAX_WORD = 11
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

/** Letters that one of the three writes and the others do not: one vote each, however often they stand. */
const LETTERS = { de: 'äöüß', fr: 'àâèêëîôûçœ', es: 'áíóúñ', en: '' }

/** What a sign is for this purpose; letters of one language alone have kinds of their own. */
const [LATIN, HAN, KANA, HANGUL, TELLING_LETTER] = [1, 2, 3, 4, 5]
const SIGNS = new Uint8Array(0x10000)
SIGNS.fill(HAN, 0x3400, 0xa000)
SIGNS.fill(KANA, 0x3041, 0x3097).fill(KANA, 0x30a1, 0x30fb)
SIGNS.fill(HANGUL, 0xac00, 0xd7a4)
SIGNS.fill(LATIN, 0x61, 0x7b).fill(LATIN, 0xe0, 0x100)
LANGUAGES.forEach((language, index) => {
  for (const sign of LETTERS[language]) SIGNS[sign.charCodeAt(0)] = TELLING_LETTER + index
})

/** Votes of all languages in one number, ten bits each: one addition a word. */
const SHARE = 1024
type Votes = { alone: number; pairs: Map<string, number> | null }
const VOTES = votes()

/** `plain` is lower case; undefined where nothing but English or Chinese is likely, whose rules do not contradict. */
export function languageOf(plain: string): string | undefined {
  const end = Math.min(plain.length, SAMPLE_CHARS)
  const counts = new Uint16Array(TELLING_LETTER + LANGUAGES.length)
  let found = 0
  let pairs: Votes['pairs'] = null
  let start = -1
  for (let at = 0; at <= end; at += 1) {
    const kind = at < end ? (SIGNS[plain.charCodeAt(at)] ?? 0) : 0
    if (kind !== 0) counts[kind] = (counts[kind] ?? 0) + 1
    if (kind === LATIN || kind >= TELLING_LETTER) {
      if (start < 0) start = at
    } else if (start >= 0) {
      const word = at - start <= MAX_WORD ? plain.slice(start, at) : ''
      const entry = VOTES.get(word)
      if (pairs) found += pairs.get(word) ?? 0
      if (entry) found += entry.alone
      pairs = entry?.pairs ?? null
      start = -1
    }
  }
  const han = counts[HAN] ?? 0
  const kana = counts[KANA] ?? 0
  const hangul = counts[HANGUL] ?? 0
  if (hangul > han + kana && hangul * 4 > (counts[LATIN] ?? 0)) return 'ko'
  // A Chinese text may quote a Japanese title; a Japanese sentence is never without kana.
  if (kana > (han + kana) / 10) return 'ja'
  if (han > 0) return undefined
  let best: string | undefined
  let most = MIN_WORDS
  // English comes last and wins a tie: "a" and "is" stand in other languages too.
  LANGUAGES.forEach((language, index) => {
    const votes = (found % SHARE) + (counts[TELLING_LETTER + index] ? 1 : 0)
    found = Math.floor(found / SHARE)
    if (votes < most) return
    most = votes
    best = language === 'en' ? undefined : language
  })
  return best
}

function votes(): Map<string, Votes> {
  const all = new Map<string, Votes>()
  for (const lists of [COMMON, TELLING])
    LANGUAGES.forEach((language, index) => {
      const vote = SHARE ** index
      for (const words of lists[language].split(' ')) {
        const [first = '', second] = words.split('_')
        const entry = all.get(first) ?? { alone: 0, pairs: null }
        all.set(first, entry)
        if (second) {
          entry.pairs ??= new Map()
          entry.pairs.set(second, (entry.pairs.get(second) ?? 0) + vote)
        } else entry.alone += vote
      }
    })
  return all
}
