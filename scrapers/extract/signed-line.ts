/** Reads lines such as "Posted by Dora Example on March 2" and "Von Dora Beispiel", in the languages of the larger European press. */

/** Verbs that make a signature out of any line, wherever it stands. */
const VERBS = [
  'posted|written|published|submitted|contributed|reported',
  'geschrieben|verfasst|veröffentlicht|eingestellt|eingereicht|gepostet|erstellt|publiziert|gebloggt',
  'publiée?|postée?|rédigée?|proposée?|mise? en ligne|propos recueillis',
  'publicado|escrito|enviado|redactado|subido|postado',
  'pubblicato|scritto|inserito|postato',
  'geplaatst|geschreven|gepubliceerd|skrevet|skriven|publicerat|indsendt|napisał|dodał',
].join('|')
/** Nouns that do so at the start of a line. */
const NOUNS =
  'words|story|text|review|article|interview|analysis|opinion|report|reporting|ein (?:gast)?beitrag|gastbeitrag|kommentar|texte|propos|artículo'
/** Words that stand before a name. */
const WORDS = 'by|von|vom|par|por|di|da|door|av|af|przez'
const SIGNATURE = new RegExp(
  `(?:^|[\\s|·•–—,(-])(?:(?<verb>${VERBS})\\s+)?(?<word>${WORDS})\\s*:?(?=\\s|$)\\s*(?<rest>[^\\n]*)`,
  'iu',
)
const NOUN_FIRST = new RegExp(`^\\s*(?:${NOUNS})\\s+(?=(?:${WORDS})\\s)`, 'iu')

/** Whether a piece of text may begin or hold a signature; cheap, for asking of every piece of a page. */
export const SIGNED = new RegExp(
  [
    `^\\s*(?:(?:${VERBS}|${NOUNS})\\s+)?(?:${WORDS})\\s*:?\\s*$`,
    `^\\s*(?:[|·•–—,(-]\\s*)?(?:(?:${VERBS}|${NOUNS})\\s+)?(?:${WORDS})\\s*:?\\s+\\p{L}`,
    `(?:^|\\s)(?:${VERBS})\\s+(?:${WORDS})(?:\\s|:|$)`,
    `\\d{4}\\s+(?:${WORDS})(?:\\s|$)`,
  ].join('|'),
  'iu',
)

/** What ends the names: a date, a place, a section, the next label. */
const END =
  /\s+(?:on|at|in|am|um|den|le|el|il|à|op|kl|updated|published|posted|last|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?=[\s,.:]|$)|\s*(?:»|«|—|–|\||·|•|\n|\t|;|\(|\d|\s-\s)|[.,;]?\s*\b(?:photo(?:graph)?(?:s|y|ies)?|pictures|illustrations?|images?|fotos?|bilder|grafik)\s*(?:by|von|par|por|:)/iu

export type SignedLine = {
  /** the names as printed, not yet taken apart */
  names: string
  /** a verb says that this is a signature: "posted by", not only "by" */
  isStated: boolean
}

/** The signature in a line, or null. A bare "by" counts only before a capital letter: "by the council" signs nothing. */
export function readSignedLine(line: string): SignedLine | null {
  const found = SIGNATURE.exec(line.replace(NOUN_FIRST, ''))
  if (!found?.groups) return null
  const { verb, word, rest = '' } = found.groups
  const before = line.replace(NOUN_FIRST, '').slice(0, found.index + (SEPARATOR.test(found[0]) ? 1 : 0))
  if (OF_OTHER_WORK.test(before) || (verb === undefined && !OPENS.test(before.trimEnd()))) return null
  const end = END.exec(rest)
  const names = withoutRole(end ? rest.slice(0, end.index) : rest)
  if (names === '' || names.length > LONGEST_NAMES_CHARS) return null
  const isStated = verb !== undefined
  if (!isStated && !isNames(names)) return null
  if (isStated && !isNames(names) && names.split(',').some(isLong)) return null
  // A sentence that begins with the word: "Von Kiel nach Lübeck fährt …".
  if (!isStated && rest.length > LONGEST_REST_CHARS && word !== word?.toUpperCase() && end === null)
    return null
  return { names, isStated }
}

/** "DORA EXAMPLE special correspondent": after a full name a small word begins what she is. */
function withoutRole(text: string): string {
  const words = text.trim().split(/\s+/)
  const small = words.findIndex((word, at) => at >= 2 && /^\p{Ll}/u.test(word) && !PARTICLES.test(word))
  return (small === -1 ? words : words.slice(0, small)).join(' ').replace(/[\s,.:]+$/u, '')
}

const SEPARATOR = /^[\s|·•–—,(-]/
/** "Photo by", "Powered by": not of the story. */
const OF_OTHER_WORK =
  /photo|image|illustrat|picture|foto|bild|graphic|grafik|video|dessin|design|powered|theme|edited|translated|sponsored/i
/** A bare "by" signs at the start of a line, after a date, a mark or another such piece, and nowhere else. */
const OPENS = /^$|[\d|·•–—,(-]$|\b(?:am|pm|uhr|h)$/i
const LONGEST_NAMES_CHARS = 120
const LONGEST_REST_CHARS = 80
/** "Posted by the harbour office": longer runs of small words are sentences. */
const MOST_STATED_WORDS = 3

function isLong(piece: string): boolean {
  return piece.trim().split(/\s+/).length > MOST_STATED_WORDS
}

const PARTICLES =
  /^(?:and|und|et|y|e|en|og|och|i|with|mit|avec|con|for|de|del|della|di|da|van|von|der|den|zu|zum|la|le|el|al|bin|ibn|ben|ter|af|dos|do|du|des|&)$/iu
const MOST_WORDS = 14

/** Every word is capitalised, or one of those that stand between and inside names. */
function isNames(text: string): boolean {
  const words = text.split(/[\s,]+/).filter(Boolean)
  if (words.length === 0 || words.length > MOST_WORDS) return false
  if (PARTICLES.test(words[0]!) && words.length < 2) return false
  return (
    words.every((one) => /^[("'“]?\p{Lu}/u.test(one) || PARTICLES.test(one)) &&
    /^["'“]?(?:\p{Lu}|d[’'e])/u.test(text)
  )
}
