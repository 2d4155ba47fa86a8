/** Looks for the quotations of a claim in a page, those that are in the page's language. */
import { readLanguage } from '#reading/language.ts'
import { type QuoteVerdict, readQuote } from '#reading/quote.ts'
import type { Span } from './span.ts'

/** How much a verdict on a quotation is worth. `altered` is never a match; it only says that something like it is there. */
export const QUOTE_WORTH: Partial<Record<QuoteVerdict, number>> = {
  verbatim: 1,
  normalised: 1,
  approximate: 0.8,
  altered: 0.25,
}

export type QuoteFind = { verdict: QuoteVerdict; quote: string; span: Span | null }

/** Shorter ones stand in any text: “token”, “no comment”. Chinese signs carry about as much as a word. */
const LEAST_LATIN = 16
const LEAST_HAN = 6
const MAX_QUOTES = 12

/** The best find, or the first miss; null where no quotation could be looked for. */
export function findQuote(
  quotes: string[],
  text: string,
  language: string | null,
): { best: QuoteFind | null; lookedFor: number; ofOtherLanguage: number } {
  const distinct = [...new Set(quotes.map((quote) => quote.trim()))].filter(isTelling).slice(0, MAX_QUOTES)
  const own = distinct.filter((quote) => isOfLanguage(quote, language))
  let best: QuoteFind | null = null
  for (const quote of own) {
    const { verdict, start, end } = readQuote(text, quote)
    const find = { verdict, quote, span: start === null || end === null ? null : { start, end } }
    if (!best || worthOf(find) > worthOf(best)) best = find
  }
  return { best, lookedFor: own.length, ofOtherLanguage: distinct.length - own.length }
}

function worthOf({ verdict }: QuoteFind): number {
  return QUOTE_WORTH[verdict] ?? 0
}

function isTelling(quote: string): boolean {
  const han = quote.match(/\p{Script=Han}/gu)?.length ?? 0
  return han >= LEAST_HAN || quote.length >= LEAST_LATIN
}

/** Where the statistics have no opinion the script decides. */
function isOfLanguage(quote: string, language: string | null): boolean {
  const own = readLanguage(quote)?.split('-')[0] ?? null
  const page = language?.split('-')[0] ?? null
  if (own && page && quote.length > 60) return own === page
  return /\p{Script=Han}/u.test(quote) === (page === null || page === 'zh' || page === 'ja') || page === null
}
