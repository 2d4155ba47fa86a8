/** Reads the subject of an English attribution: the name, the role beside it, and where both stand. */
import type { Field } from './place.ts'

export const NAME_WORD = "\\p{Lu}[\\p{L}\\p{N}'’&-]*(?:\\.(?=\\p{Lu}| \\p{Lu}))?"
export const NAME = `(?:(?:Mr|Ms|Mrs|Dr|Prof|Sir|Gen|Sen|Rep|Gov|Sgt|Lt|Col|Capt|Maj|Adm|Rev|Supt|Insp|Det)\\.? )?${NAME_WORD}(?: (?:(?:of|for|and|de|la|van|von|der|bin|al|the|&) ){0,2}${NAME_WORD}){0,7}`
const NAME_AT_END = new RegExp(`(?<![\\p{L}\\p{N}])${NAME}$`, 'u')
const NAME_AT = new RegExp(NAME, 'uy')
export const ROLE_AT =
  /, ((?:the |an? |its |his |her |their )?(?:former |acting |deputy |vice |chief |senior |executive |founding )?[^.;:()“”"\n]{2,120}?)(?=[.;:()“”"\n]|, (?!an?d? )|,? (?:said|told|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|at (?:a|an|the) )|$)/y
export const PRONOUN = /^(?:he|she|they|it|i|we|you|who|that|this|which|people|others|one)$/i
const TITLE_THEN_NAME = new RegExp(
  `^(.*(?:CEO|CFO|COO|CTO|Officer|Chair(?:man|woman|person)?|President|Minister|Secretary|Director|Governor|Senator|Mayor|Chancellor|Premier|Pope|Judge|General|Commissioner|Ambassador|Spokes(?:man|woman|person)|Professor|Analyst|Economist|Founder|Chief)) (${NAME})$`,
  'u',
)
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u')
const LEADING =
  /^(?:(?:but|and|yet|so|as|while|when|because|after|before|although|however|meanwhile|also|still|then|later|instead|if)(?: |$))+/i
const TRAILING =
  /(?: (?:also|later|previously|earlier|then|has|have|had|reportedly|recently|repeatedly|once|further|both|all|again|publicly|first))+$/i
const CONJUNCTION = / (?:as|because|while|and|but|after|when|although|if|whether) (?=[^,]{2,60}$)/i
export const ARTICLE = /^(?:the|a|an) /i
export const NOT_BEFORE =
  /(?:^|[^\p{L}])(?:to|is|are|was|were|be|been|being|not|of|by|the|a|an|can|could|would|will|may|might|must|should|having|as)$/iu
const MAX_SUBJECT_WORDS = 12

type Subject = {
  speaker: string | null
  role: string | null
  start: number
  end: number
  named: boolean
  /** "RTK, citing the ministry, said": what it cites is an attribution of its own. */
  cites?: boolean
}

const HONORIFIC = /^(?:Mr|Ms|Mrs|Dr|Prof|Sir|Dame)\.? (?=\p{Lu})/u
const RANK =
  /^((?:(?:Gen|Sen|Rep|Gov|Sgt|Lt|Col|Capt|Maj|Adm|Rev|Supt|Insp|Det|Senator|Representative|Congressman|Congresswoman|President|Prime Minister|Chancellor|Governor|Mayor|Minister|Professor|General|Colonel|Captain|Sergeant|Judge|Justice|King|Queen|Pope|Secretary|Commissioner|Ambassador|Chief|Officer|Detective|Inspector|Premier|Chairman|Chairwoman|Economist|Analyst)\.?(?: |$))+)(?=\p{Lu}\p{L})/u
const COMMON_ROLE =
  /^((?:(?:former|senior|chief|lead|veteran|acting) )?(?:[\p{Ll}-]+ ){0,3}?\p{Ll}[\p{Ll}-]*) (\p{Lu}[^,]*)$/u

/** "Dr. Amina Yusuf", "Senator Dale Pruitt", "economist Ruth Adler": the name without what is put before it. */
export function personOf(printed: string): { speaker: string; role: string | null } {
  const plain = printed.replace(HONORIFIC, '')
  if (plain !== printed) {
    const [name = plain, at] = plain.split(/ (?=(?:of|from|at) )/u)
    return { speaker: name, role: at ?? null }
  }
  const rank = RANK.exec(printed)?.[1]
  if (rank && rank.length < printed.length)
    return { speaker: printed.slice(rank.length), role: rank.trim().replace(/\.$/, '') }
  const common = COMMON_ROLE.exec(printed)
  return common &&
    WHOLE_NAME.test(common[2] ?? '') &&
    !/(?:^| )(?:of|for|at|from|in|with|by|the|and|to|on)$/.test(common[1] ?? '')
    ? { speaker: common[2] ?? printed, role: common[1] ?? null }
    : { speaker: printed, role: null }
}

/** `before` ends at the verb; `from` is its position in the text. */
export function subjectBefore(before: string, from: number): Subject | null {
  const found = clauseBefore(before, from)
  if (!found?.speaker || !found.named) return found
  const person = personOf(found.speaker)
  return { ...found, speaker: person.speaker, role: found.role ?? person.role }
}

function clauseBefore(before: string, from: number): Subject | null {
  const kept = before.trimEnd().replace(TRAILING, '')
  if (NOT_BEFORE.test(kept)) return null
  if (kept.endsWith(',')) return apposition(kept.split(',').slice(0, -1), from)
  const clauseFrom = edgeOf(kept)
  let clause = kept.slice(clauseFrom)
  let start = from + clauseFrom
  const skip = (chars: number) => {
    clause = clause.slice(chars)
    start += chars
  }
  skip(clause.length - clause.trimStart().length)
  const conjunction = CONJUNCTION.exec(clause)
  if (conjunction && !WHOLE_NAME.test(clause)) skip(conjunction.index + conjunction[0].length)
  skip(LEADING.exec(clause)?.[0].length ?? 0)
  return clause.length < 2 || hasMoreWords(clause) ? null : named(clause, start)
}

function hasMoreWords(clause: string): boolean {
  let at = -1
  for (let words = 0; words < MAX_SUBJECT_WORDS; words += 1) {
    at = clause.indexOf(' ', at + 1)
    if (at < 0) return false
  }
  return true
}

const EDGES = new Set(Array.from(',”"」:;—–()', (sign) => sign.charCodeAt(0)))

/** After a comma, a closing mark, a colon, a bracket or a dash a new clause begins. */
function edgeOf(kept: string): number {
  let at = kept.length
  while (at > 0 && !EDGES.has(kept.charCodeAt(at - 1))) at -= 1
  return at
}

function named(clause: string, start: number): Subject {
  const end = start + clause.length
  const titled = TITLE_THEN_NAME.exec(clause)
  if (titled)
    return {
      speaker: titled[2] ?? null,
      role: (titled[1] ?? '').replace(ARTICLE, ''),
      start,
      end,
      named: true,
    }
  if (PRONOUN.test(clause)) return { speaker: null, role: null, start, end, named: false }
  const name = NAME_AT_END.exec(clause)
  const title = name ? clause.slice(0, name.index).trim() : ''
  if (!name || title === '' || /(?:^|[^\p{L}])(?:of|for|at|from|in|with|by|the|an?|and)$/iu.test(title))
    return { speaker: clause.replace(ARTICLE, ''), role: null, start, end, named: name !== null }
  return { speaker: name[0], role: title.replace(ARTICLE, ''), start, end, named: true }
}

/** What stands between commas and is no role: an age, a clause, where or whom it was said to. */
const NO_ROLE =
  /^(?:\d|who|which|whose|where|citing|quoting|seen by|obtained by|reviewed by|published|speaking|writing|referring|responding|asked|when|in|at|on|after|before|during|too|however|meanwhile|for example|in turn|himself|herself)(?![a-z])/
const NOUN_PHRASE = /^(?:(?:the|an?|its|his|her|their) )?(?:\p{L}[\p{L}'’-]* ){0,6}\p{Ll}[\p{L}-]*$/iu

/** "Liu Liehong, head of the National Data Administration, said": the name is the first part that ends as one. */
function apposition(parts: string[], from: number): Subject | null {
  for (let index = parts.length - 2; index >= Math.max(0, parts.length - 4); index -= 1) {
    const part = parts[index] ?? ''
    const clauseFrom = edgeOf(part)
    const clause = part.slice(clauseFrom).trim().replace(LEADING, '')
    const role = parts
      .slice(index + 1)
      .join(',')
      .trim()
    // "The ministry's spokesman, Guo Jiakun, said": the name may come second.
    const second = WHOLE_NAME.test(role) && !WHOLE_NAME.test(clause) && NOUN_PHRASE.test(clause)
    if (!second && !NAME_AT_END.test(clause) && !ARTICLE.test(clause)) continue
    if (clause.split(' ').length > MAX_SUBJECT_WORDS) return null
    const start =
      from + parts.slice(0, index).join(',').length + (index > 0 ? 1 : 0) + part.indexOf(clause, clauseFrom)
    const subject = named(clause, start)
    if (second && (!subject.named || subject.speaker === clause.replace(ARTICLE, ''))) {
      const person = personOf(role)
      return {
        ...subject,
        ...person,
        role: [clause.replace(ARTICLE, ''), person.role].filter(Boolean).join(', '),
        named: true,
      }
    }
    const cites = /^(?:citing|quoting) /.test(role)
    if (!NO_ROLE.test(role)) return { ...subject, role: role.replace(ARTICLE, '') }
    return { ...subject, role: subject.role ?? roleBefore(parts[index - 1], clause), cites }
  }
  return null
}

/** "The union's leader, Ana Prieto, who …, said". */
function roleBefore(part: string | undefined, name: string): string | null {
  const phrase = part?.slice(edgeOf(part)).trim() ?? ''
  return WHOLE_NAME.test(name) &&
    /^(?:the|an?|its|his|her|their|\p{Lu}\p{L}*['’]s) /iu.test(phrase) &&
    NOUN_PHRASE.test(phrase)
    ? phrase.replace(ARTICLE, '')
    : null
}

/** "said Liu Liehong, head of …": only a name or a noun phrase right after the verb. */
export function subjectAfter(field: Field, verbEnd: number, sentenceEnd: number): Subject | null {
  const { bare } = field.quoted
  const start = verbEnd + 1
  const article = /(?:the|an?) /y
  article.lastIndex = start
  const skip = article.exec(bare)?.[0].length ?? 0
  NAME_AT.lastIndex = start + skip
  const name = NAME_AT.exec(bare)
  const plainEnd =
    skip && !name
      ? /^[^,.;:()“”"\n]{2,80}?(?=[,.;:()“”"\n]| (?:on|at|in|who) )/.exec(
          bare.slice(start + skip, sentenceEnd),
        )?.[0].length
      : undefined
  const end = name ? start + skip + name[0].length : plainEnd ? start + skip + plainEnd : null
  if (end === null || bare[verbEnd] !== ' ') return null
  ROLE_AT.lastIndex = end
  const role = ROLE_AT.exec(bare)
  const roleEnd = role && end + role[0].length <= sentenceEnd ? end + role[0].length : end
  const roleWords = roleEnd > end && !/^wh/.test(role?.[1] ?? '') ? (role?.[1] ?? null) : null
  const person = personOf(bare.slice(start + skip, end))
  return {
    speaker: person.speaker,
    role: roleWords?.replace(ARTICLE, '') ?? person.role,
    start,
    end: roleEnd,
    named: true,
  }
}
