/** Compares occasions: whether two speeches named in different words, or in two languages, may be one. */
import { foldScript } from '#reading/fold-script.ts'

/** Kinds of occasion with the words for them; the order decides where a name has several. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['interview', /interview|采访|专访|访谈/i],
  [
    'news conference',
    /news conference|press conference|press briefing|briefing|发布会|记者会|吹风会|新闻通气会/i,
  ],
  ['call', /earnings call|conference call|业绩会|说明会|电话会/i],
  ['hearing', /hearing|听证/i],
  [
    'forum',
    /forum|论坛|summit|峰会|conference|congress|大会|年会|会议|symposium|研讨会|座谈会|meeting|event|活动/i,
  ],
]
/** Words that stand around a name without being part of it. */
const AROUND = /^(?:the|a|an|this|一场|一个|一次|某|该|本次|此次|当天的?|今天的?|上述)\s*/i

/** `same`: one name holds the other. `compatible`: nothing speaks against it. `other`: two names of their own. */
export type OccasionComparison = 'same' | 'compatible' | 'other_name' | 'other_kind'

/** Occasions as printed, in any script; names in two languages are compared by their kind alone. */
export function compareOccasions(a: string, b: string): OccasionComparison {
  const [one, other] = [bare(a), bare(b)]
  const [kindA, kindB] = [kindOf(a), kindOf(b)]
  if (kindA && kindB && kindA !== kindB) return 'other_kind'
  if (isGeneric(a) || isGeneric(b)) return 'compatible'
  if (one.includes(other) || other.includes(one)) return 'same'
  return isHan(one) === isHan(other) ? 'other_name' : 'compatible'
}

/** True for "a forum", 一场论坛: no name that tells it from others of its kind. */
export function isGeneric(event: string): boolean {
  const [, pattern] = KINDS.find(([, words]) => words.test(foldScript(event))) ?? []
  const left = pattern ? bare(event).replace(new RegExp(pattern.source, 'gi'), '') : bare(event)
  return (
    pattern !== undefined && left.replace(/speech|演讲|讲话|上|在|in|at|on|of|beijing|北京/gi, '').length <= 1
  )
}

/** 'forum', 'interview', …; null for a name that tells no kind. */
export function kindOf(event: string): string | null {
  return KINDS.find(([, words]) => words.test(foldScript(event)))?.[0] ?? null
}

function bare(event: string): string {
  return foldScript(event)
    .trim()
    .toLowerCase()
    .replace(AROUND, '')
    .replace(/[\s“”"'《》「」.,，、-]+/g, '')
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text)
