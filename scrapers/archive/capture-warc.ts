/** Writes everything that a capture holds into one WARC, with the index lines that find it again. */
import { type Exchange, type Fetched, type PageReading, pictureType } from '#scrapers/contract.ts'
import { sha256Digest } from './digest.ts'
import { requestBlock, responseBlock } from './http-block.ts'
import { surt } from './surt.ts'
import { type BuiltRecord, buildRecord, type RecordParts } from './warc-record.ts'

export const WARC_NAME = 'data.warc.gz'

export type CaptureWarc = { warc: Uint8Array; cdxj: string }

type Indexed = { address: string; at: Date; mime: string; status: number }

/** Records in reading order: warcinfo, each exchange (response, request), the brought or rendered bytes, picture, text. */
export async function captureWarc(
  fetched: Fetched,
  reading: PageReading,
  software: string,
): Promise<CaptureWarc> {
  const file = new WarcFile()
  const info = `software: ${software}\r\nformat: WARC File Format 1.1\r\n`
  file.add({
    type: 'warcinfo',
    address: null,
    at: fetched.capturedAt,
    contentType: 'application/warc-fields',
    block: [Buffer.from(info)],
    extraHeaders: [['WARC-Filename', WARC_NAME]],
  })
  for (const exchange of fetched.exchanges) addExchange(file, exchange)
  for (const resource of resourcesOf(fetched, reading)) file.addResource(resource, fetched.capturedAt)
  return file.finish()
}

/** The address under which the capture's page is found in the WARC: an archive's own address where one brought it. */
export function pageAddress(fetched: Fetched): string {
  const main =
    fetched.exchanges.find((exchange) => exchange.address === fetched.finalUrl) ?? fetched.exchanges[0]
  return main?.address ?? asUri(fetched.finalUrl)
}

function addExchange(file: WarcFile, exchange: Exchange): void {
  const contentType =
    exchange.responseHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const from = connectionHeaders(exchange)
  const response = file.add(
    {
      type: 'response',
      address: exchange.address,
      at: exchange.at,
      contentType: 'application/http; msgtype=response',
      block: responseBlock(exchange),
      payload: exchange.body,
      extraHeaders: from,
    },
    {
      address: exchange.address,
      at: exchange.at,
      mime: mimeOf(contentType),
      status: exchange.status,
    },
  )
  file.add({
    type: 'request',
    address: exchange.address,
    at: exchange.at,
    contentType: 'application/http; msgtype=request',
    block: [requestBlock(exchange)],
    payload: new Uint8Array(),
    extraHeaders: [...from, ['WARC-Concurrent-To', response.id]],
  })
}

/**
 * How the bytes travelled: `WARC-Protocol` and `WARC-Cipher-Suite` as other archiving tools write them, the certificate
 * in a field of our own (readers of WARC 1.1 ignore what they do not know).
 */
function connectionHeaders({ remoteAddress, connection }: Exchange): [string, string][] {
  const headers: [string, string][] = remoteAddress ? [['WARC-IP-Address', remoteAddress]] : []
  if (!connection) return headers
  const { protocol, secured } = connection
  const spoken = [protocol, secured?.version?.toLowerCase().replace(' ', '/')].filter(Boolean)
  if (spoken.length > 0) headers.push(['WARC-Protocol', spoken.join(', ')])
  if (secured?.cipher) headers.push(['WARC-Cipher-Suite', secured.cipher])
  if (secured?.certificate) headers.push(['Stet-Certificate', inAscii(JSON.stringify(secured.certificate))])
  return headers
}

/** JSON with everything beyond ASCII escaped: header fields carry bytes, and issuers have names in all scripts. */
function inAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

type Resource = { address: string; contentType: string; block: Uint8Array }

function resourcesOf(fetched: Fetched, reading: PageReading): Resource[] {
  const address = pageAddress(fetched)
  const resources: Resource[] = []
  if (fetched.exchanges.length === 0) {
    resources.push({
      address,
      contentType: typeOfBody(fetched),
      block: fetched.body,
    })
  } else if (fetched.method === 'rendered') {
    resources.push({
      address: `urn:dom:${address}`,
      contentType: 'text/html; charset=utf-8',
      block: fetched.body,
    })
  }
  if (fetched.screenshot) {
    resources.push({
      address: `urn:screenshot:${address}`,
      contentType: pictureType(fetched),
      block: fetched.screenshot,
    })
  }
  if (fetched.pdf)
    resources.push({ address: `urn:pdf:${address}`, contentType: 'application/pdf', block: fetched.pdf })
  for (const { address, mediaType, body } of fetched.parts ?? [])
    resources.push({ address, contentType: mediaType || 'application/octet-stream', block: body })
  if (reading.text !== '') {
    const block = Buffer.from(reading.text)
    resources.push({ address: `urn:text:${address}`, contentType: 'text/plain; charset=utf-8', block })
  }
  return resources
}

function typeOfBody({ mediaType, httpCharset }: Fetched): string {
  if (!mediaType) return 'application/octet-stream'
  return httpCharset && !mediaType.includes(';') ? `${mediaType}; charset=${httpCharset}` : mediaType
}

/** Gathers records, which are compressed side by side, and writes down where each begins. */
class WarcFile {
  private readonly records: { built: BuiltRecord; indexed: Indexed | null }[] = []

  add(parts: Omit<RecordParts, 'ordinal'>, indexed: Indexed | null = null): BuiltRecord {
    const built = buildRecord({ ...parts, ordinal: this.records.length })
    this.records.push({ built, indexed })
    return built
  }

  /** Resources have no HTTP status; indexes give them 200, as replay would. */
  addResource({ address, contentType, block }: Resource, at: Date): void {
    this.add(
      { type: 'resource', at, address, contentType, block: [block] },
      { address, at, mime: mimeOf(contentType), status: 200 },
    )
  }

  /** CDXJ lines are sorted by their bytes (`LC_ALL=C sort`), not by their characters. */
  async finish(): Promise<CaptureWarc> {
    const members = await Promise.all(this.records.map(({ built }) => built.member))
    const lines: Buffer[] = []
    let offset = 0
    for (const [at, { built, indexed }] of this.records.entries()) {
      const member = members[at]!
      if (indexed) lines.push(Buffer.from(`${indexLine(indexed, built.payloadDigest, member, offset)}\n`))
      offset += member.length
    }
    return { warc: Buffer.concat(members), cdxj: Buffer.concat(lines.sort(Buffer.compare)).toString() }
  }
}

function indexLine(indexed: Indexed, payloadDigest: string, member: Uint8Array, offset: number): string {
  const timestamp = indexed.at.toISOString().replace(/\D/g, '').slice(0, 14)
  const fields = {
    url: indexed.address,
    mime: indexed.mime,
    status: indexed.status,
    digest: payloadDigest,
    length: member.length,
    offset,
    recordDigest: sha256Digest(member),
    filename: WARC_NAME,
  }
  return `${surt(indexed.address)} ${timestamp} ${JSON.stringify(fields)}`
}

function mimeOf(contentType: string): string {
  return contentType.split(';')[0]?.trim().toLowerCase() || 'application/octet-stream'
}

/** WARC-Target-URI must be absolute; a file that a person brought may come without any address. */
function asUri(address: string): string {
  return URL.canParse(address) ? address : `urn:upload:${encodeURIComponent(address)}`
}
