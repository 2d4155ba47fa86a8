/** A page of generated news and quotations from it: untouched, reset by a typist, slightly wrong, and changed in what matters. */

export const QUOTE_CHANGES = [
  'none',
  'typography',
  'slip',
  'digit',
  'scale',
  'unit',
  'name',
  'negation',
  'direction',
] as const
export type QuoteChange = (typeof QUOTE_CHANGES)[number]
export type QuoteCase = { change: QuoteChange; language: 'english' | 'chinese'; quote: string }
/** Changes after which a quotation is no longer what was said. */
export const FORBIDDEN: readonly QuoteChange[] = ['digit', 'scale', 'unit', 'name', 'negation', 'direction']

const NAMES = ['Maria Santos', 'Robin Keller', 'Elisa Moreau', 'Ahmed Farouk', 'Ingrid Dahl', 'Tomas Novak']
const NAMES_CHINESE = ['刘文海', '陈晓明', '王建国', '李思远', '周雅琴', '赵启航']
const PLACES = ['the harbour district', 'the northern plant', 'the coastal grid', 'the regional clinic']
const PLACES_CHINESE = ['东部园区', '北方工厂', '沿海电网', '县级医院']

/** Sentences that differ from one another in names and numbers only: the hardest page for a search with errors. */
export function quotePage(minChars: number, seed: number): { text: string; sentences: string[][] } {
  const random = randomFrom(seed)
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!
  const number = (high: number) => String(2 + Math.floor(random() * high))
  const english: string[] = []
  const chinese: string[] = []
  let chars = 0
  while (chars < minChars) {
    const one = `${pick(NAMES)} said the budget of ${pick(PLACES)} rose ${number(90)} percent to ${number(9000)} million dollars, and the committee did not approve the ${number(400)} contracts it had been shown before the meeting.`
    const other = `${pick(NAMES_CHINESE)}表示，${pick(PLACES_CHINESE)}的年度预算同比增长${number(90)}%，达到${number(9000)}亿元，委员会没有批准会前提交的${number(400)}份合同，相关工作仍在推进。`
    english.push(one)
    chinese.push(other)
    chars += one.length + other.length + 2
  }
  const text = english.map((one, index) => `${one} ${chinese[index]}\n`).join('')
  return { text, sentences: [english, chinese] }
}

/** `each` quotations for every change and language; none of the forbidden ones stands anywhere in `text`. */
export function quoteCases(
  { text, sentences }: { text: string; sentences: string[][] },
  each: number,
  seed: number,
): QuoteCase[] {
  const random = randomFrom(seed)
  const cases: QuoteCase[] = []
  for (const [index, language] of (['english', 'chinese'] as const).entries())
    for (const change of QUOTE_CHANGES)
      for (let found = 0; found < each; ) {
        const all = sentences[index]!
        const sentence = all[Math.floor(random() * all.length)]!
        const whole = changed(sentence, change, language, random)
        if (whole === sentence && change !== 'none') continue
        const quote = found % 2 === 0 ? whole : clauseOf(whole, sentence)
        if (FORBIDDEN.includes(change) && text.includes(quote)) continue
        cases.push({ change, language, quote })
        found += 1
      }
  return cases
}

function changed(
  sentence: string,
  change: QuoteChange,
  language: 'english' | 'chinese',
  random: () => number,
): string {
  const english = language === 'english'
  switch (change) {
    case 'none':
      return sentence
    case 'typography':
      return english
        ? sentence.replaceAll(' ', random() < 0.5 ? '\u00a0' : '  ')
        : sentence.replaceAll('，', random() < 0.5 ? ', ' : ',').replace(/\d/g, wide)
    case 'slip':
      return english ? sentence.replace('committee', 'comittee') : sentence.replace('的年度', '年度')
    case 'digit':
      return sentence.replace(/\d(?=\D*$|\d* (?:million|percent)|\d*[%亿])/, (digit) =>
        String((Number(digit) + 1 + Math.floor(random() * 8)) % 10 || 1),
      )
    case 'scale':
      return english ? sentence.replace('million', 'billion') : sentence.replace('亿', '万')
    case 'unit':
      return english ? sentence.replace('percent', 'percentage points') : sentence.replace('%', '个百分点')
    case 'name':
      return english
        ? sentence.replace(/[a-z](?= said)/, (letter) => (letter === 'n' ? 'm' : 'n'))
        : sentence.replace(/^../, (start) => `${start[0]}${start[1] === '文' ? '建' : '文'}`)
    case 'negation':
      return english
        ? sentence.replace('did not approve', 'did approve')
        : sentence.replace('没有批准', '批准')
    case 'direction':
      return english ? sentence.replace('rose', 'fell') : sentence.replace('增长', '下降')
  }
}

/** Desks quote clauses more often than sentences: the clause that was changed, or the first one where none was. */
function clauseOf(whole: string, sentence: string): string {
  const split = (words: string) => words.split(/, |，/)
  const before = split(sentence)
  const after = split(whole)
  return after.find((clause, index) => clause !== before[index]) ?? after[0] ?? whole
}

function wide(digit: string): string {
  return String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)
}

/** Mulberry32: small, even, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
