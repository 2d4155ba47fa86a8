/** Takes in what a person brought from their own browser: a saved page, a PDF, a picture of a screen, a text, or a WACZ. */
import type { Reason } from '#domain/attempt.ts'
import type { ArchivedPage, Fetched, FetchRequest, Scraper, Upload } from '#scrapers/contract.ts'
import { headerValue, readContentType } from '#scrapers/kit/exchange-headers.ts'
import { readMhtml } from './read-mhtml.ts'
import { refusalOfFile } from './refused-files.ts'
import { savedNote, statedTime } from './saved-note.ts'
import { looksLikeText, type SniffedType, sniffType } from './sniff-type.ts'
import { type OpenWacz, takeWacz } from './take-wacz.ts'

export type UploadSettings = { openWacz: OpenWacz; maxBytes?: number }

const MAX_BYTES = 200_000_000

type Taken =
  | { ok: true; value: Fetched }
  | { ok: false; reason: Reason; message: string; pages?: ArchivedPage[] }

/** What every way of taking in is told: the bytes, the source's address, and when they were brought. */
type Bringing = { brought: Upload; address: string; broughtAt: Date; provenance: Record<string, unknown> }

/** The file's first bytes decide what it is; its name and the browser's label are only recorded. */
export function upload(settings: UploadSettings): Scraper<FetchRequest, Fetched> {
  const maxBytes = settings.maxBytes ?? MAX_BYTES
  return {
    name: 'upload',
    version: 'upload-2',
    run: async ({ address, upload: brought }, { now }) => {
      const facts = { asked: address, askedOf: null }
      if (!brought || brought.bytes.byteLength === 0)
        return {
          outcome: {
            ended: 'skipped',
            reason: 'needs_person',
            message: 'Nobody has brought a file for this source yet.',
          },
          facts,
        }
      const { bytes, fileName, mediaType, person, obtained } = brought
      const type = sniffType(bytes) ?? (looksLikeText(bytes) ? 'text/plain' : null)
      const broughtAt = statedTime(brought.broughtAt ?? null, now())
      const provenance = {
        fileName,
        labelledAs: mediaType,
        recognisedAs: type,
        broughtBy: person ?? null,
        broughtAt: broughtAt.toISOString(),
        obtained: obtained ?? null,
      }
      const taken =
        bytes.byteLength > maxBytes
          ? no('too_large', `The file is larger than ${maxBytes} bytes.`)
          : await takeIn({ brought, address, broughtAt, provenance }, type, settings.openWacz)
      return {
        outcome: taken.ok
          ? { ended: 'done', value: taken.value }
          : { ended: 'failed', reason: taken.reason, message: taken.message },
        facts: {
          ...facts,
          bytes: bytes.byteLength,
          finalUrl: taken.ok ? taken.value.finalUrl : null,
          detail: taken.ok
            ? taken.value.provenance
            : { ...provenance, ...(taken.pages?.length ? { pages: taken.pages } : {}) },
        },
      }
    },
  }
}

async function takeIn(bringing: Bringing, type: SniffedType | null, openWacz: OpenWacz): Promise<Taken> {
  const { bytes } = bringing.brought
  if (type === null) return no('unsupported_type', refusalOfFile(bytes))
  if (type === 'application/zip') return fromWacz(bringing, openWacz)
  if (type === 'multipart/related') return fromMhtml(bringing)
  if (type === 'text/html') return { ok: true, value: fromHtml(bringing) }
  const value = asFetched(bringing, { mediaType: type })
  if (!type.startsWith('image/')) return { ok: true, value }
  const note = 'A picture: no words of it can be read, so nothing can be found in it.'
  return {
    ok: true,
    value: { ...value, screenshot: bytes, provenance: { ...value.provenance, text: note } },
  }
}

/** A page saved as one file. Where it says where and when it was saved, it is believed as the word of who brought it. */
function fromHtml(bringing: Bringing): Fetched {
  const note = savedNote(bringing.brought.bytes)
  return asFetched(bringing, {
    mediaType: 'text/html',
    address: note?.savedFrom ?? null,
    capturedAt: statedTime(note?.savedAt ?? null, bringing.broughtAt),
    said: note ? { ...note } : {},
  })
}

/** The page is its own bytes; pictures and styles come along under their addresses, and so does the file itself. */
function fromMhtml(bringing: Bringing): Taken {
  const { bytes } = bringing.brought
  const saved = readMhtml(bytes)
  if (!saved.ok) return no('decode_failed', `The MHTML file could not be read: ${saved.message}`)
  const { page, others, savedAt } = saved
  const withAddress = others.filter((part) => part.address !== null)
  const value = asFetched(bringing, {
    body: page.body,
    mediaType: 'text/html',
    address: saved.address?.startsWith('http') ? saved.address : null,
    capturedAt: statedTime(savedAt, bringing.broughtAt),
    said: {
      savedBy: 'a browser, as MHTML',
      savedFrom: saved.address,
      savedAt,
      parts: others.length,
      partsWithoutAddress: others.length - withAddress.length,
      // Named for use inside the file alone (RFC 2392): no player of archives can ask for them.
      partsWithoutWebAddress: others.filter(({ address }) => !address?.startsWith('http')).length,
    },
  })
  const parts = withAddress.map(({ address, mediaType, charset, body }) => ({
    address: address ?? '',
    mediaType: charset ? `${mediaType}; charset=${charset}` : mediaType,
    body,
  }))
  const file = { address: `urn:brought:${value.finalUrl}`, mediaType: 'multipart/related', body: bytes }
  return { ok: true, value: { ...value, httpCharset: page.charset, parts: [...parts, file] } }
}

async function fromWacz(bringing: Bringing, openWacz: OpenWacz): Promise<Taken> {
  const { bytes, page: named } = bringing.brought
  const taken = await takeWacz(bytes, bringing.address, named, openWacz)
  if (!taken.ok) return taken
  const { page } = taken
  const { mediaType, charset } = readContentType(headerValue(page.headers, 'content-type'))
  const value = asFetched(bringing, {
    body: page.body,
    mediaType: mediaType || page.mediaType,
    address: page.mainUrl,
    capturedAt: page.capturedAt,
    said: { mainUrl: page.mainUrl, pages: page.pages },
  })
  return {
    ok: true,
    value: {
      ...value,
      status: page.status,
      responseHeaders: page.headers,
      httpCharset: charset,
      broughtWacz: bytes,
    },
  }
}

function asFetched(
  { brought, address, broughtAt, provenance }: Bringing,
  page: {
    mediaType: string
    body?: Uint8Array
    /** null keeps the source's address */
    address?: string | null
    capturedAt?: Date
    /** what the file says of itself */
    said?: Record<string, unknown>
  },
): Fetched {
  return {
    method: 'upload',
    custody: 'person',
    finalUrl: page.address ?? address,
    hops: [],
    capturedAt: page.capturedAt ?? broughtAt,
    body: page.body ?? brought.bytes,
    mediaType: page.mediaType,
    httpCharset: null,
    status: 200,
    responseHeaders: [],
    exchanges: [],
    screenshot: null,
    renderedText: null,
    broughtWacz: null,
    provenance: { ...provenance, ...page.said },
  }
}

function no(reason: Reason, message: string): Taken {
  return { ok: false, reason, message }
}
