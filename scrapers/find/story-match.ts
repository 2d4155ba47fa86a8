/** Says how well a headline, a summary or the words around a link fit what a claim is about: figures in any notation, names, words. */
import { compareFigure } from '#reading/compare-figures.ts'
import type { ReadFigure } from '#reading/figure.ts'
import { readFigures } from '#reading/figures.ts'
import { foldScript } from '#reading/fold-script.ts'

/** What is looked for. Texts in several languages stand side by side: a story is in one of them. */
export type Sought = { figures: ReadFigure[]; texts: Map<string, number>[] }

/** `share` is the part of one text's weight that was met, 0 to 1; `figures` and `words` are what fitted, as met. */
export type Fit = { score: number; share: number; figures: string[]; words: string[] }

const HOLDS = ['equal', 'bound_dropped', 'within_bound']
/** A small number without a unit fits everything. */
const TELLING = 1_000_000
/** With the figure a single word shows that the same thing is meant; without it, half of what was asked must be there. */
const MIN_SHARE_WITH_FIGURE = 0.1
const MIN_SHARE = 0.5
const MIN_WORDS = 2
const NAME_WEIGHT = 2
const MAX_TEXT_CHARACTERS = 6_000
const STOP_WORDS = new Set(
  (
    'the and for with from that this have has had was were are its their his her they said says say will would could more than ' +
    'over about into after before been also but not out all who which when what where how new now one two per day year month ' +
    'der die das und von mit den dem des ein eine ist sind auf für les des une est sont dans par sur aux pour los las una del con por que'
  ).split(' '),
)
/** Signs of Chinese and Japanese that join words; a pair with one of them says nothing. */
const JOINING = /[的了是在和与及为将已到有我其这那个也都就而被把从对于之のはがをにでと]/
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu
const WORD =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}][\p{L}\p{M}’'-]{2,}/gu

/** Reads what a claim and its queries ask for. Equal figures count once. */
export function soughtIn(texts: string[]): Sought {
  const figures = new Map<string, ReadFigure>()
  for (const text of texts)
    for (const figure of readFigures(text))
      if (figure.kind !== 'ordinal') figures.set(`${figure.value} ${figure.unit} ${figure.rate}`, figure)
  const weighed = texts.map((text) => {
    const weights = new Map<string, number>()
    for (const token of tokensOf(text)) weights.set(token, 1)
    for (const name of namesOf(text)) if (weights.has(name)) weights.set(name, NAME_WEIGHT)
    return weights
  })
  return { figures: [...figures.values()], texts: weighed.filter((weights) => weights.size > 0) }
}

/** Null where a text does not speak of the same thing. Two fitting texts are told apart by `score`, the higher the better. */
export function fitOf(text: string, sought: Sought): Fit | null {
  const read = text.slice(0, MAX_TEXT_CHARACTERS)
  const tokens = tokensOf(read)
  let best: { share: number; words: string[] } = { share: 0, words: [] }
  for (const weights of sought.texts) {
    let met = 0
    let all = 0
    const words: string[] = []
    for (const [token, weight] of weights) {
      all += weight
      if (!tokens.has(token)) continue
      met += weight
      words.push(token)
    }
    if (met / all > best.share) best = { share: met / all, words }
  }
  const { share, words } = best
  const figures = figuresIn(read, sought.figures, share)
  const isSame =
    figures.length > 0
      ? share >= MIN_SHARE_WITH_FIGURE || figures.some(({ isTelling }) => isTelling)
      : share >= MIN_SHARE && words.length >= MIN_WORDS
  if (!isSame) return null
  return {
    score: Math.min(figures.length, 2) + share,
    share,
    figures: figures.map(({ text }) => text),
    words,
  }
}

/** The sought figures that a text has too, as it prints them: 140万亿 is 140 trillion. */
function figuresIn(
  text: string,
  sought: ReadFigure[],
  share: number,
): { text: string; isTelling: boolean }[] {
  if (sought.length === 0 || !/[\d０-９一二三四五六七八九十百千万亿兆]|illion|thousand/i.test(text)) return []
  const found = readFigures(text)
  if (found.length === 0) return []
  const met = new Map<number, { text: string; isTelling: boolean }>()
  for (const figure of sought) {
    const { verdict, found: match } = compareFigure(figure, found)
    if (match === null || !HOLDS.includes(verdict)) continue
    const isTelling = Math.abs(Number(figure.value)) >= TELLING
    // Claim and query may ask for one figure in two notations; the page prints it once.
    if (isTelling || share > 0) met.set(match.start, { text: match.text, isTelling })
  }
  return [...met.values()]
}

/** Words in small letters without a plural's s; of scripts that set no spaces, pairs of signs. Traditional is folded to simplified. */
function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>()
  for (const [word] of text.matchAll(WORD)) {
    const plain = plainWord(word)
    if (!STOP_WORDS.has(plain)) tokens.add(plain)
  }
  for (const [run] of foldScript(text).matchAll(RUN)) {
    if (run.length === 1) continue
    for (let at = 0; at + 1 < run.length; at += 1) {
      const pair = run.slice(at, at + 2)
      if (!JOINING.test(pair)) tokens.add(pair)
    }
  }
  return tokens
}

function plainWord(word: string): string {
  const small = word.toLowerCase().replace(/[’']s$/, '')
  return small.length > 3 ? small.replace(/(?<=[^s])s$/, '') : small
}

/** Words with a capital that do not begin a sentence are mostly names. */
function namesOf(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N},;] )\p{Lu}[\p{L}\p{M}’'-]{2,}/gu)].map(([word]) =>
    plainWord(word),
  )
}
