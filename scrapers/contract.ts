/** What a scraper is: the shapes that every step folder, the chain and the worker agree on. */
import type { AttemptFacts, Hop, Outcome, Reason } from '#domain/attempt.ts'
import type { CaptureMethod, ContentClass, Custody } from '#domain/capture.ts'
import type { StepName } from '#domain/step.ts'

/** One step's answer: how it ended, and what is worth recording about it. */
export type Report<Out> = { outcome: Outcome<Out>; facts: AttemptFacts }

/** What the chain hands to a step. The signal fires when the step's window closes or the run is cancelled. */
export type StepTools = { signal: AbortSignal; now: () => Date }

/**
 * Whether a step could be walked now. `message` is one plain sentence for a person; `asked` says how it was found out
 * (method and address, without keys), or is null where nobody was asked. `detail` keeps what the service said of itself.
 */
export type Health = {
  state: 'ready' | 'not_configured' | 'unavailable'
  message: string
  asked: string | null
  detail: Record<string, unknown>
}

/**
 * One way to find or fetch. `run` answers with a report; it never throws for what the world does.
 * `version` names the provider or method version that an attempt records. `probe` is cheap, costs no money and carries
 * no word about any story.
 */
export type Scraper<In, Out> = {
  name: StepName
  version: string
  run: (input: In, tools: StepTools) => Promise<Report<Out>>
  probe?: (tools: StepTools) => Promise<Health>
}

/** What a find step is asked: queries exactly as they will be sent, best first. */
export type FindRequest = {
  claimText: string
  queries: string[]
  language: string | null
  /** addresses already named for the claim: its cited sources and the links of its passage */
  known: string[]
  /** hosts of publishers whose feeds and site maps may be read */
  sites: string[]
  /** the newest captured page of every source that the claim cites; read from the store when asked for */
  pages: () => Promise<CapturedPage[]>
}

/** A page as it lies in the store: bytes of the page itself, and the address they came from. */
export type CapturedPage = {
  address: string
  body: Uint8Array
  mediaType: string
  httpCharset: string | null
}

/** A lead. Nothing an engine says about it is evidence. */
export type Lead = { address: string; title: string | null; snippet: string | null }

/** What a fetch step is asked. `upload` carries the bytes a person brought; other steps ignore it. */
export type FetchRequest = { address: string; upload?: Upload }
/** `person`, when they brought it (ISO 8601), how they came by it in their own words, and which `page` of an archive is meant. */
export type Upload = {
  bytes: Uint8Array
  fileName: string
  mediaType: string
  person?: string
  broughtAt?: string
  obtained?: string
  page?: string
}

/** What a certificate says. Times are ISO 8601; `sha256` is the hex fingerprint of its DER form. */
export type Certificate = {
  subject: string
  issuer: string
  validFrom: string
  validTo: string
  sha256: string
}

/**
 * How one response travelled: `protocol` as spoken (`h2`, `http/1.1`), and how it was secured. `seenOn` says whether
 * version and cipher were seen on this very response or on another of the same origin.
 */
export type Connection = {
  protocol: string | null
  secured: {
    version: string | null
    cipher: string | null
    seenOn: 'response' | 'origin'
    certificate: Certificate | null
  } | null
}

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
  /** absent where the step cannot tell */
  connection?: Connection | null
}

/** Bytes that came without an HTTP exchange of ours: the parts of a saved page, and the file they came in. */
export type Part = { address: string; mediaType: string; body: Uint8Array }

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
  /** full-page picture (PNG), or the picture that a person brought (see `pictureType`), when the step has one */
  screenshot: Uint8Array | null
  /** the page as the browser prints it, when the step has one */
  pdf?: Uint8Array | null
  /** what came along besides the page, without exchanges */
  parts?: Part[]
  /** text as the browser shows it, when the step has one */
  renderedText: string | null
  /** a WACZ that a person brought, kept as it came */
  broughtWacz: Uint8Array | null
  /** software and options worth keeping with the capture */
  provenance: Record<string, unknown>
}

/** Media type of a `screenshot`: browsers of ours take PNG, people bring what they have. */
export function pictureType({ method, mediaType }: Pick<Fetched, 'method' | 'mediaType'>): string {
  return method === 'upload' && mediaType.startsWith('image/') ? mediaType : 'image/png'
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
  /** what kept the bytes from being read, where something did: the reason that the attempt ends with */
  trouble?: { reason: 'decode_failed' | 'too_large'; message: string }
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
  /** redirects that led to the page, where the step knows them */
  hops?: Hop[]
}

/** One page in a WACZ's own list. `at` is the time stated there. */
export type ArchivedPage = { address: string; title: string | null; at: string | null }

/** What a WACZ holds: the page it names as its main one, and all pages it lists. */
export type HeldPages = { main: string | null; pages: ArchivedPage[] }

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
      pages: ArchivedPage[]
    }
  | { ok: false; message: string }

/** Who vouches for a packed capture, and who dated it. `signedBy` is the fingerprint of the key, or null. */
export type SealNotes = {
  signedBy: string | null
  timestamp:
    | { state: 'not_asked' }
    | { state: 'stamped'; authority: string; time: string }
    | { state: 'not_stamped'; authority: string; reason: Reason; message: string }
}

/** A capture in its archive form. */
export type Packed = { wacz: Uint8Array; seal: SealNotes }

/** One answer as it lies in an archive, with HTTP encodings undone. */
export type ArchivedAnswer = { status: number; headers: [string, string][]; body: Uint8Array }

/** An archive opened to be played back: its page, and what it answers to an address. Null: it holds no such answer. */
export type OpenedBundle =
  | {
      ok: true
      page: Extract<OpenedWacz, { ok: true }>
      /** the first time a method and address are asked for they get the first answer recorded, then the next, then the last again */
      answer: (method: string, address: string) => ArchivedAnswer | null
    }
  | { ok: false; message: string }

/** What playing an archive back gave: the page's text, and what it asked for that the archive does not hold. */
export type Replayed =
  | { ok: true; how: 'browser' | 'bytes'; text: string; missing: string[] }
  | { ok: false; message: string }
