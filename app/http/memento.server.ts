/** The HTTP of RFC 7089: datetime negotiation, Link headers, and lists of captures as application/link-format (RFC 6690). */
import type { AppLoadContext } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { relationsOf } from '#domain/memento.ts'
import type { HeldMementos } from '#storage/mementos.server.ts'
import { publicOrigin } from './public-origin.server.ts'
import { findPerson, requirePerson } from './session.server.ts'

type Visit = { request: Request; context: AppLoadContext }

/** Lets signed-in people read everything, and everybody else what open articles cite where the settings say so. */
export async function mementoReader(visit: Visit): Promise<{ openOnly: boolean }> {
  if (!visit.context.settings.STET_PUBLIC_MEMENTO) {
    await requirePerson(visit)
    return { openOnly: false }
  }
  return { openOnly: (await findPerson(visit)) === null }
}

/** The address asked about: all that follows `prefix`, its query included. Proxies may have folded the slashes after the scheme. */
export function askedAddress(request: Request, prefix: string): string {
  const url = new URL(request.url)
  const rest = url.pathname.slice(prefix.length) + url.search
  const address = rest.replace(/^(https?):\/+/i, '$1://')
  return /^https?:\/\//i.test(address) ? address : `http://${address}`
}

const HTTP_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** `Accept-Datetime` as asked: a date, null where it is not, or `malformed` (only RFC 1123 dates in GMT are allowed). */
export function acceptDatetime(request: Request): Date | null | 'malformed' {
  const asked = request.headers.get('Accept-Datetime')?.trim()
  if (!asked) return null
  const date = new Date(asked)
  return HTTP_DATE.test(asked) && !Number.isNaN(date.getTime()) ? date : 'malformed'
}

type Link = { to: string; rel: string; more?: Record<string, string> }

function written({ to, rel, more = {} }: Link): string {
  const attributes = Object.entries({ rel, ...more }).map(([name, value]) => `; ${name}="${value}"`)
  return `<${to.replace(/[<>"\s]/g, encodeURIComponent)}>${attributes.join('')}`
}

/** Addresses of the three resources about one original. */
function placesOf({ request, context }: Visit, address: string) {
  const origin = publicOrigin(request, context.settings)
  return {
    timegate: origin + paths.timegate(address),
    timemap: origin + paths.timemap(address),
    memento: (id: string) => origin + paths.captureText(id),
  }
}

/** Where a capture is read. */
export function mementoAddress(visit: Visit, captureId: string): string {
  return placesOf(visit, '').memento(captureId)
}

function ofOriginal(visit: Visit, { address, captures }: HeldMementos): Link[] {
  const { timegate, timemap } = placesOf(visit, address)
  const from = captures[0]!.capturedAt.toUTCString()
  const until = captures.at(-1)!.capturedAt.toUTCString()
  return [
    { to: address, rel: 'original' },
    { to: timegate, rel: 'timegate' },
    { to: timemap, rel: 'timemap', more: { type: 'application/link-format', from, until } },
  ]
}

function mementoLinks(visit: Visit, held: HeldMementos, ids: Map<string, string[]>, all: boolean): Link[] {
  const { memento } = placesOf(visit, held.address)
  return held.captures
    .filter(({ id }) => all || ids.has(id))
    .map(({ id, capturedAt }) => ({
      to: memento(id),
      rel: [...(ids.get(id) ?? []), 'memento'].join(' '),
      more: { datetime: capturedAt.toUTCString() },
    }))
}

/** The Link header of a TimeGate's answer, or of the capture with this id. */
export function linkHeader(visit: Visit, held: HeldMementos, captureId: string | null): string {
  const near = mementoLinks(visit, held, relationsOf(held.captures, captureId), false)
  const about = ofOriginal(visit, held).filter(({ rel }) => captureId !== null || rel !== 'timegate')
  return [...about, ...near].map(written).join(', ')
}

/** A TimeMap: every capture of the original, oldest first. */
export function timeMap(visit: Visit, held: HeldMementos): string {
  const about = ofOriginal(visit, held).map((link) =>
    link.rel === 'timemap' ? { ...link, rel: 'self' } : link,
  )
  const all = mementoLinks(visit, held, relationsOf(held.captures, null), true)
  return `${[...about, ...all].map(written).join(',\n')}\n`
}

/** What is said to a program. */
export function plainAnswer(status: number, words: string, headers: Record<string, string> = {}): Response {
  return new Response(`${words}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ...headers,
    },
  })
}
