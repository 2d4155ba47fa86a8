/** Writes an HTTP message as the bytes of a WARC block. */
import type { Exchange } from '#scrapers/contract.ts'

/**
 * Headers that describe the bytes on the wire. The archived body is de-chunked and content-decoded, so they would be
 * false about it, and replay would decode twice. Their values are kept under another name.
 */
const WIRE_HEADERS = new Set(['transfer-encoding', 'content-encoding', 'content-length', 'trailer'])

/**
 * Header block and body of the response, one after the other: HTTP/1.1 whatever was spoken (WARC has no binary framing),
 * true to `body`.
 */
export function responseBlock(exchange: Exchange): [Uint8Array, Uint8Array] {
  const kept: [string, string][] = exchange.responseHeaders.map(([name, value]) =>
    WIRE_HEADERS.has(name.toLowerCase()) ? [`X-Orig-${name}`, value] : [name, value],
  )
  kept.push(['Content-Length', String(exchange.body.length)])
  const head = headBytes(`HTTP/1.1 ${exchange.status} ${exchange.statusText}`.trimEnd(), kept)
  return [head, exchange.body]
}

/** Request line and headers. Bodies of requests are not recorded: capture only ever asks with GET. */
export function requestBlock(exchange: Exchange): Uint8Array {
  const url = new URL(exchange.address)
  const hasHost = exchange.requestHeaders.some(([name]) => name.toLowerCase() === 'host')
  const headers: [string, string][] = hasHost
    ? exchange.requestHeaders
    : [['Host', url.host], ...exchange.requestHeaders]
  return headBytes(`${exchange.method} ${url.pathname}${url.search} HTTP/1.1`, headers)
}

function headBytes(startLine: string, headers: [string, string][]): Buffer {
  const lines = [startLine, ...headers.map(([name, value]) => `${name}: ${value}`)]
  // A line break inside a value would forge a header.
  const head = `${lines.map((line) => line.replace(/[\r\n\0]+/g, ' ')).join('\r\n')}\r\n\r\n`
  // HTTP libraries hand header bytes over as Latin-1; anything beyond can only be text of our own.
  return Buffer.from(head, /[^\0-\xff]/.test(head) ? 'utf8' : 'latin1')
}
