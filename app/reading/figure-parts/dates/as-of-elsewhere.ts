/** How German, French, Spanish, Japanese and Korean say for which date a figure holds: Stand, à fin, a finales de, 時点, 기준. */

export type AsOfRule = {
  /** Global, for lower-case text in plain width; group 1 is the date, and what comes before it in the match the phrase. */
  rule: RegExp
  /** Says "as of" outright: holds from further on in the sentence too. */
  asOf: boolean
  /** The date may stand right after its figure. */
  mayFollow: boolean
}

const YEAR = '(?:19|20)\\d{2}(?!\\d)'
const END = '(?![a-zß-ÿ\\d])'
const START = '(?<![a-zß-ÿ])'

const GERMAN_MONTH =
  '(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)'
const GERMAN_DAY = `\\d{1,2}\\. ?${GERMAN_MONTH}(?: ${YEAR})?`
const GERMAN_MOMENT = `(?:${GERMAN_DAY}|${GERMAN_MONTH}(?: ${YEAR})?|${YEAR})`
const GERMAN_POINT = `(?:ende|anfang|mitte) (?:${GERMAN_MONTH}(?: ${YEAR})?|${YEAR}|des jahres|vergangenen jahres|letzten jahres)`

const FRENCH_MONTH =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)'
const FRENCH_DAY = `(?:\\d{1,2}|1er) ${FRENCH_MONTH}(?: ${YEAR})?`
const FRENCH_MOMENT = `(?:${FRENCH_DAY}|${FRENCH_MONTH}(?: ${YEAR})?|${YEAR})`
const FRENCH_POINT = `(?:fin|début|mi)[ -](?:de l['’]année |de |du mois de )?(?:${FRENCH_MONTH}(?: ${YEAR})?|${YEAR})`

const SPANISH_MONTH =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)'
const SPANISH_DAY = `\\d{1,2} de ${SPANISH_MONTH}(?: del? ${YEAR})?`
const SPANISH_MOMENT = `(?:${SPANISH_DAY}|${SPANISH_MONTH}(?: del? ${YEAR})?|${YEAR})`
const SPANISH_POINT = `(?:finales|final|fines|principios|comienzos|mediados|cierre) de(?:l año)? ?(?:${SPANISH_MONTH}(?: del? ${YEAR})?|${YEAR})`

/** The folded text writes 時点 and 現在 in simplified signs. */
const JAPANESE_MOMENT =
  '(?:(?:(?:\\d{4}|令和\\d{1,2}|平成\\d{1,2})年|[今昨去前]年)度?(?:\\d{1,2}月)?|\\d{1,2}月|[今先]月)(?:\\d{1,2}日|末|上旬|中旬|下旬|初め)?'
const KOREAN_MOMENT =
  '(?:(?:\\d{4}년|올해|지난해|작년|내년)(?: ?\\d{1,2}월)?|\\d{1,2}월|지난달|이달)(?: ?(?:\\d{1,2}일|말|초|중순|하반기|상반기))?'

function rule(phrase: string, date: string, asOf: boolean, mayFollow = true): AsOfRule {
  return { rule: new RegExp(`${START}${phrase}(${date})${END}`, 'g'), asOf, mayFollow }
}

/** By BCP-47 primary language. */
export const AS_OF_ELSEWHERE: ReadonlyMap<string, readonly AsOfRule[]> = new Map([
  [
    'de',
    [
      rule('(?:mit )?stand(?: vom|:)? ', `${GERMAN_POINT}|${GERMAN_MOMENT}`, true),
      rule('(?:per|zum(?: stichtag)?) ', `${GERMAN_DAY}|${GERMAN_POINT}`, true),
      rule('bis (?:zum |zum jahr |ins jahr )?', `${GERMAN_POINT}|${GERMAN_MOMENT}`, false),
      rule('', GERMAN_POINT, true),
    ],
  ],
  [
    'fr',
    [
      rule('(?:à la date du|en date du|arrêtée?s? au|(?<!\\d )au) ', FRENCH_DAY, true),
      rule("(?:d['’]ici|à l['’]horizon)(?: à)?(?: la)? ", `${FRENCH_POINT}|${FRENCH_MOMENT}`, false),
      rule("(?:à (?:la )?|jusqu['’]à )?", FRENCH_POINT, true),
    ],
  ],
  [
    'es',
    [
      rule('(?:a fecha de|con fecha|a|al|hasta el) ', SPANISH_DAY, true),
      rule('(?:para|hasta|de aquí a) (?:el )?', `${SPANISH_POINT}|${SPANISH_MOMENT}`, false),
      rule('(?:a|al) ', SPANISH_POINT, true),
    ],
  ],
  [
    'ja',
    [
      { rule: new RegExp(`(${JAPANESE_MOMENT})(?:の?时点|现在)`, 'g'), asOf: true, mayFollow: false },
      { rule: new RegExp(`(${JAPANESE_MOMENT})まで`, 'g'), asOf: false, mayFollow: false },
    ],
  ],
  [
    'ko',
    [
      { rule: new RegExp(`(${KOREAN_MOMENT}) ?(?:기준|현재|시점)`, 'g'), asOf: true, mayFollow: false },
      { rule: new RegExp(`(${KOREAN_MOMENT}) ?까지`, 'g'), asOf: false, mayFollow: false },
    ],
  ],
])
