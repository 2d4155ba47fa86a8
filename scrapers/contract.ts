/** What a scraper is: the shapes that every step folder, the chain and the worker agree on. */
import type { AttemptFacts, Hop, Outcome } from '#domain/attempt.ts'
import type { CaptureMethod, ContentClass, Custody } from '#domain/capture.ts'
import type { StepName } from '#domain/step.ts'

/** One step's answer: how it ended, and what is worth recording about it. */
export type Report<Out> = { outcome: Outcome<Out>; facts: AttemptFacts }

/** What the chain hands to a step. The signal fires when the step's window closes or the run is cancelled. */
export type StepTools = { signal: AbortSignal; now: () => Date }

/**
 * One way to find or fetch. `run` answers with a report; it never throws for what the world does.
 * `version` names the provider or method version that an attempt records.
 */
export type Scraper<In, Out> = {
  name: StepName
  version: string
  run: (input: In, tools: StepTools) => Promise<Report<Out>>
}

/** What a find step is asked: queries exactly as they will be sent, best first. */
export type FindRequest = { claimText: string; queries: string[]; language: string | null }

/** A lead. Nothing an engine says about it is evidence. */
export type Lead = { address: string; title: string | null; snippet: string | null }

/** What a fetch step is asked. `upload` carries the bytes a person brought; other steps ignore it. */
export type FetchRequest = { address: string; upload?: Upload }
export type Upload = { bytes: Uint8Array; fileName: string; mediaType: string }

/** One HTTP exchange as recorded for the archive. Header pairs keep order and repeats. Body is content-decoded. */
export type Exchange = {
  address: string
  method: string
  requestHeaders: [string, string][]
  status: number
  statusText: string
  responseHeaders: [string, string][]
  body: Uint8Array
  at: Date
  remoteAddress: string | null
}

/** What a fetch step brings home, before anyone has judged or read it. */
export type Fetched = {
  method: CaptureMethod
  custody: Custody
  /** the address the bytes claim to come from, after redirects */
  finalUrl: string
  hops: Hop[]
  capturedAt: Date
  /** the page's own bytes (HTML as received; for `rendered` the serialised DOM in UTF-8) */
  body: Uint8Array
  mediaType: string
  /** charset of the Content-Type header, or null */
  httpCharset: string | null
  status: number
  responseHeaders: [string, string][]
  /** everything that goes into the WARC, the page first; empty for uploads that bring no exchange */
  exchanges: Exchange[]
  /** full-page picture (PNG), when the step has one */
  screenshot: Uint8Array | null
  /** text as the browser shows it, when the step has one */
  renderedText: string | null
  /** a WACZ that a person brought, kept as it came */
  broughtWacz: Uint8Array | null
  /** software and options worth keeping with the capture */
  provenance: Record<string, unknown>
}

/** What reading a page gives. `text` is all visible text; quotes are looked for in it. `article` is the body alone. */
export type PageReading = {
  contentClass: ContentClass
  signals: string[]
  text: string
  article: string
  title: string | null
  byline: string | null
  publisher: string | null
  /** ISO 8601 date or date-time as far as the page tells */
  published: string | null
  modified: string | null
  language: string | null
  charset: string | null
  /** where the charset label came from: bom, http, meta, utf-8-valid, detected, rendered */
  charsetFrom: string | null
  replacementCharacters: number
}

/** What a reader is asked: bytes and what came with them. */
export type ReadRequest = {
  body: Uint8Array
  mediaType: string
  httpCharset: string | null
  status: number
  responseHeaders: [string, string][]
  url: string | null
  renderedText: string | null
}

/** What opening a WACZ gives: its main page as it was received, or why there is none. */
export type OpenedWacz =
  | {
      ok: true
      /** address of the page, after redirects inside the archive */
      mainUrl: string
      body: Uint8Array
      mediaType: string
      status: number
      headers: [string, string][]
      capturedAt: Date
    }
  | { ok: false; message: string }
