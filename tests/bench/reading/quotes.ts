/** Searching quotations: what is found, what is wrongly accepted, and how long it takes, beside the search library alone. */

import search from 'approx-string-match'
import { readQuote } from '#reading/quote.ts'
import { FORBIDDEN, QUOTE_CHANGES, type QuoteChange, quoteCases, quotePage } from './quote-cases.ts'

export type QuoteAccuracy = { change: QuoteChange; cases: number; ours: number; library: number }
export type QuoteSpeed = { change: QuoteChange; oursMs: number; libraryMs: number }

const PAGE_CHARS = 64 * 1024
const EACH = 20
const LONG_PAGE_CHARS = 2 * 1024 * 1024
const LONG_EACH = 2
/** The library must be told how many errors it may forgive: the share our own search uses. */
const ERROR_SHARE = 0.2
const SEED = 20261123
const ACCEPTED = ['verbatim', 'normalised', 'approximate']

/** How many quotations are accepted: of the untouched ones all should be, of the forbidden ones none. */
export function measureQuoteAccuracy(): QuoteAccuracy[] {
  const page = quotePage(PAGE_CHARS, SEED)
  const cases = quoteCases(page, EACH, SEED)
  return QUOTE_CHANGES.map((change) => {
    const some = cases.filter((one) => one.change === change)
    return {
      change,
      cases: some.length,
      ours: some.filter(({ quote }) => ACCEPTED.includes(readQuote(page.text, quote).verdict)).length,
      library: some.filter(({ quote }) => alone(page.text, quote)).length,
    }
  })
}

/** Milliseconds a search on a page of 2 MB: what is there literally, reset, and with an error. */
export function measureQuoteSpeed(): QuoteSpeed[] {
  const page = quotePage(LONG_PAGE_CHARS, SEED)
  const cases = quoteCases(page, LONG_EACH, SEED)
  const ms = (quotes: string[], find: (text: string, quote: string) => unknown) => {
    const started = performance.now()
    for (const quote of quotes) find(page.text, quote)
    return (performance.now() - started) / quotes.length
  }
  return (['none', 'typography', 'slip', 'digit'] as const).map((change) => {
    const quotes = cases.filter((one) => one.change === change).map(({ quote }) => quote)
    return { change, oursMs: ms(quotes, readQuote), libraryMs: ms(quotes, alone) }
  })
}

/** Whether the accuracy keeps the promise: all untouched and reset quotations found, no forbidden one accepted. */
export function keepsPromise(rows: readonly QuoteAccuracy[]): boolean {
  return rows.every(({ change, cases, ours }) =>
    FORBIDDEN.includes(change) ? ours === 0 : change === 'slip' || ours === cases,
  )
}

function alone(text: string, quote: string): boolean {
  return search(text, quote, Math.floor(quote.length * ERROR_SHARE)).length > 0
}
