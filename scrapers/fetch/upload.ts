/** Takes in what a person brought from their own browser: a page, a PDF, a picture of a screen, or a WACZ. */
import yauzl from 'yauzl'
import type { Reason } from '#domain/attempt.ts'
import type { Fetched, FetchRequest, OpenedWacz, Scraper, Upload } from '#scrapers/contract.ts'
import { headerValue, readContentType } from '#scrapers/kit/exchange-headers.ts'
import { type SniffedType, sniffType } from './sniff-type.ts'

export type UploadSettings = { openWacz: (bytes: Uint8Array) => Promise<OpenedWacz>; maxBytes?: number }

const MAX_BYTES = 200_000_000
const MAX_ZIP_ENTRIES = 50_000

type Taken = { ok: true; value: Fetched } | { ok: false; reason: Reason; message: string }

/** The file's first bytes decide what it is; its name and the browser's label are only recorded. */
export function upload(settings: UploadSettings): Scraper<FetchRequest, Fetched> {
  const maxBytes = settings.maxBytes ?? MAX_BYTES
  return {
    name: 'upload',
    version: 'upload-1',
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
      const { bytes, fileName, mediaType } = brought
      const type = sniffType(bytes)
      const detail = { fileName, labelledAs: mediaType, recognisedAs: type }
      const taken =
        bytes.byteLength > maxBytes
          ? no('too_large', `The file is larger than ${maxBytes} bytes.`)
          : await takeIn(brought, type, address, now(), settings)
      return {
        outcome: taken.ok
          ? { ended: 'done', value: taken.value }
          : { ended: 'failed', reason: taken.reason, message: taken.message },
        facts: {
          ...facts,
          bytes: bytes.byteLength,
          finalUrl: taken.ok ? taken.value.finalUrl : null,
          detail,
        },
      }
    },
  }
}

async function takeIn(
  { bytes, fileName, mediaType }: Upload,
  type: SniffedType | null,
  address: string,
  broughtAt: Date,
  settings: UploadSettings,
): Promise<Taken> {
  const provenance = { fileName, labelledAs: mediaType, broughtAt: broughtAt.toISOString() }
  if (type === null)
    return no(
      'unsupported_type',
      'This is no web page, PDF, PNG or JPEG picture, or WACZ. Save the page as one HTML file.',
    )
  if (type !== 'application/zip') {
    const said = type === 'text/html' ? saidBySingleFile(bytes) : {}
    const value = asFetched({
      address,
      capturedAt: broughtAt,
      body: bytes,
      mediaType: type,
      provenance: { ...provenance, ...said },
    })
    return { ok: true, value: type === 'image/png' ? { ...value, screenshot: bytes } : value }
  }

  const names = await listZip(bytes)
  if (names === null) return no('decode_failed', 'The file begins like a ZIP but is damaged or cut off.')
  if (!names.includes('datapackage.json'))
    return no('unsupported_type', 'This ZIP is no WACZ: it has no datapackage.json.')
  const opened = await settings.openWacz(bytes)
  if (!opened.ok) return no('decode_failed', `The WACZ could not be read: ${opened.message}`)
  const value = asFetched({
    address: opened.mainUrl,
    capturedAt: opened.capturedAt,
    body: opened.body,
    mediaType: opened.mediaType,
    provenance: { ...provenance, mainUrl: opened.mainUrl },
  })
  return {
    ok: true,
    value: {
      ...value,
      status: opened.status,
      responseHeaders: opened.headers,
      httpCharset: readContentType(headerValue(opened.headers, 'content-type')).charset,
      broughtWacz: bytes,
    },
  }
}

function asFetched(
  of: Pick<Fetched, 'capturedAt' | 'body' | 'mediaType' | 'provenance'> & { address: string },
): Fetched {
  const { address, ...rest } = of
  return {
    method: 'upload',
    custody: 'person',
    finalUrl: address,
    hops: [],
    httpCharset: null,
    status: 200,
    responseHeaders: [],
    exchanges: [],
    screenshot: null,
    renderedText: null,
    broughtWacz: null,
    ...rest,
  }
}

/** SingleFile writes into its pages where and when they were saved; a person's word, kept as such. */
function saidBySingleFile(bytes: Uint8Array): Record<string, string> {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096))
  const note = /Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]+)/.exec(head)
  return note ? { savedFrom: note[1] ?? '', savedAt: note[2]?.trim() ?? '' } : {}
}

/** Names in a ZIP's directory, or null when it cannot be read. Nothing is unpacked. */
function listZip(bytes: Uint8Array): Promise<string[] | null> {
  return new Promise((resolve) => {
    yauzl.fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true },
      (error, zip) => {
        if (error || !zip || zip.entryCount > MAX_ZIP_ENTRIES) return resolve(null)
        const names: string[] = []
        zip.on('entry', (entry) => {
          names.push(entry.fileName)
          zip.readEntry()
        })
        zip.on('end', () => resolve(names))
        zip.on('error', () => resolve(null))
        zip.readEntry()
      },
    )
  })
}

function no(reason: Reason, message: string): Taken {
  return { ok: false, reason, message }
}
