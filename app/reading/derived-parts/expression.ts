/** Parses the small language of derived figures: + - * / ( ), decimals with scale words, names, change(a, b). */
import { Exact } from '#reading/figure-parts/numbers/exact.ts'
import { scaleFactor, scaleWordFactor } from '#reading/figure-parts/numbers/scale.ts'

export type Expression =
  | { kind: 'number'; value: Exact; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'negate'; of: Expression }
  | { kind: 'binary'; operator: '+' | '-' | '*' | '/'; left: Expression; right: Expression }
  | { kind: 'change'; from: Expression; to: Expression }

/** `problem` is a sentence for the person who wrote the expression. */
export type Parsed = { ok: true; expression: Expression } | { ok: false; problem: string }

const MAX_CHARS = 500
const MAX_DEPTH = 32
const TOKEN =
  /\s*(?:(\d[\d,]*(?:\.\d+)?)(?: ?([a-z]+|[十百千万萬亿億兆]+)(?![\p{L}\p{N}_]))?|([\p{L}_][\p{L}\p{N}_]*)|([-+*/(),×÷−]))/iuy
const GROUPED = /^(?:\d{1,40}|\d{1,3}(?:,\d{3}){1,12})(?:\.\d{1,40})?$/
const SAME_SIGN: Record<string, string> = { '×': '*', '÷': '/', '−': '-' }

type Token = { text: string; at: number; number: Exact | null; name: string | null }
class Problem extends Error {}

/** Never evaluates anything; at most 500 signs and 32 nested brackets. */
export function parseExpression(written: string): Parsed {
  if (written.length > MAX_CHARS) return refused(`The expression is longer than ${MAX_CHARS} signs.`)
  try {
    const tokens = tokenise(written)
    const reader = new Reader(tokens)
    const expression = reader.sum(0)
    reader.end()
    return { ok: true, expression }
  } catch (error) {
    if (error instanceof Problem) return refused(error.message)
    throw error
  }
}

function refused(problem: string): Parsed {
  return { ok: false, problem }
}

function tokenise(written: string): Token[] {
  const tokens: Token[] = []
  const end = written.trimEnd().length
  for (let at = 0; at < end; ) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(written)
    if (!match) throw new Problem(`“${written.slice(at).trim().slice(0, 12)}” is not understood.`)
    const [whole, digits, scale, name, sign] = match
    const number = digits ? numberOf(digits, scale) : null
    tokens.push({ text: SAME_SIGN[sign ?? ''] ?? whole.trim(), at, number, name: name ?? null })
    at += whole.length
  }
  return tokens
}

function numberOf(digits: string, scale: string | undefined): Exact {
  if (!GROUPED.test(digits)) throw new Problem(`“${digits.slice(0, 40)}” is not one number.`)
  const value = new Exact(digits.replaceAll(',', ''))
  if (!scale) return value
  const word = scale.toLowerCase()
  if (/^[a-z]/.test(word) && !scaleWordFactor(word)) throw new Problem(`“${scale}” is no scale word.`)
  return value.times(scaleFactor(word).toString())
}

class Reader {
  private readonly tokens: Token[]
  private position = 0

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  end(): void {
    const rest = this.tokens[this.position]
    if (rest) throw new Problem(`“${rest.text}” is not expected there.`)
  }

  sum(depth: number): Expression {
    let left = this.product(depth)
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-'))
      left = { kind: 'binary', operator: sign === '+' ? '+' : '-', left, right: this.product(depth) }
    return left
  }

  private product(depth: number): Expression {
    let left = this.unit(depth)
    for (let sign = this.take('*', '/'); sign; sign = this.take('*', '/'))
      left = { kind: 'binary', operator: sign === '*' ? '*' : '/', left, right: this.unit(depth) }
    return left
  }

  private unit(depth: number): Expression {
    if (depth > MAX_DEPTH) throw new Problem(`The expression is nested more than ${MAX_DEPTH} deep.`)
    const token = this.tokens[this.position]
    if (!token) throw new Problem('The expression ends too early.')
    this.position += 1
    if (token.number) return { kind: 'number', value: token.number, text: token.text }
    if (token.text === '-') return { kind: 'negate', of: this.unit(depth + 1) }
    if (token.text === '(') {
      const inner = this.sum(depth + 1)
      this.expect(')')
      return inner
    }
    if (token.name === null) throw new Problem(`“${token.text}” is not expected there.`)
    if (!this.take('(')) return { kind: 'name', name: token.name }
    if (token.name !== 'change')
      throw new Problem(`There is no “${token.name}”; the only one is change(from, to).`)
    const from = this.sum(depth + 1)
    this.expect(',')
    const to = this.sum(depth + 1)
    this.expect(')')
    return { kind: 'change', from, to }
  }

  private take(...signs: string[]): string | null {
    const text = this.tokens[this.position]?.text
    if (text === undefined || !signs.includes(text)) return null
    this.position += 1
    return text
  }

  private expect(sign: string): void {
    if (!this.take(sign)) throw new Problem(`A “${sign}” is missing.`)
  }
}
