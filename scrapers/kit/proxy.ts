/** A forward proxy on loopback through which the browser must go: the same guard, for every request a page makes. */
import { Agent } from 'node:http'
import { connect, isIP, type LookupFunction, type NetConnectOpts, type Socket } from 'node:net'
import { RequestError, Server } from 'proxy-chain'
import type { Reason } from '#domain/attempt.ts'
import type { EgressEntry } from '#domain/egress.ts'
import { beyondReach } from '#domain/sensitivity.ts'
import { errandNow } from './errand.ts'
import { checkAddress, type GuardPolicy, GuardRefusal, guardedLookup, type Resolve } from './guard.ts'
import { placeOf } from './place.ts'

/** Something the proxy did not connect to. `place` is `host:port`; `why` is fit for a person. */
type ProxyTrouble = { place: string; reason: Extract<Reason, 'refused_by_guard' | 'dns'>; why: string }

export type GuardProxy = {
  /** what the browser is given as its proxy server */
  url: string
  /** every place not connected to so far, once, in order */
  troubles: ProxyTrouble[]
  /** the one address a host was connected to, or null when it has several and nobody can tell which was used */
  addressOf: (host: string) => string | null
  /** tells the egress log which address is asked for inside a tunnel, where the proxy sees a name alone */
  tell: (address: string) => void
  /** whether the visit took more than it may: it was cut off then */
  isOverdrawn: () => boolean
  close: () => Promise<void>
}

/** What one visit may bring through the proxy. A page with all its pictures is a tenth of this; a film without end is not. */
const MAX_VISIT_BYTES = 250_000_000
const COUNT_EVERY_MS = 200

/**
 * Starts a proxy for one visit, on the errand under way. Route interception in the browser misses redirects, WebSockets
 * and workers; a proxy sees every connection. HTTPS stays sealed: the proxy judges host, port and address, not paths.
 */
export async function startGuardProxy(
  policy: GuardPolicy,
  resolve?: Resolve,
  maxBytes = MAX_VISIT_BYTES,
): Promise<GuardProxy> {
  const errand = errandNow()
  const troubles: ProxyTrouble[] = []
  const addresses = new Map<string, string[]>()
  const met = new Map<string, EgressEntry>()
  const tunnels = new Map<unknown, EgressEntry>()
  const sockets = new Set<Socket>()
  let closedBytes = 0
  let overdrawn = false

  const meet = (place: string, address: string | null, isRefused: boolean): EgressEntry => {
    const known = met.get(place)
    if (known) return known
    const learned = address ? ('address' as const) : ('name' as const)
    const ended = isRefused ? ('refused' as const) : ('failed' as const)
    const entry = {
      at: new Date(),
      party: place,
      via: 'browser' as const,
      learned,
      detail: address ?? place,
      ended,
    }
    met.set(place, entry)
    errand.note(entry)
    return entry
  }
  const note = (trouble: ProxyTrouble) => {
    const isKnown = troubles.some(({ place, reason }) => place === trouble.place && reason === trouble.reason)
    if (!isKnown) troubles.push(trouble)
  }

  // No shared pool: a kept-alive connection of another visit was judged by another policy.
  const httpAgent = new Agent({ keepAlive: false })
  httpAgent.createConnection = (options) => {
    const { host, port } = options as { host: string; port: number }
    const socket = connect(options as NetConnectOpts)
    sockets.add(socket)
    socket.once('close', () => {
      sockets.delete(socket)
      closedBytes += socket.bytesRead
    })
    return socket.once('connect', () => mark(met.get(`${host}:${port}`), 'connected'))
  }

  const lookupFor = (host: string, place: string): LookupFunction => {
    const lookup = guardedLookup(policy, resolve)
    return (hostname, options, callback) =>
      lookup(hostname, { ...options, all: true }, (error, found) => {
        if (!error) {
          const all = found as { address: string; family: number }[]
          addresses.set(
            host,
            all.map(({ address }) => address),
          )
          if (options.all) return callback(null, all)
          return callback(null, all[0]?.address ?? '', all[0]?.family)
        }
        const reason = error instanceof GuardRefusal ? 'refused_by_guard' : 'dns'
        const why = reason === 'dns' ? `the name ${host} could not be resolved` : error.message
        note({ place, reason, why })
        if (reason === 'refused_by_guard') mark(met.get(place), 'refused')
        // Without a code of its own the proxy answers with a neutral status, never with a 404 that looks like the site's.
        callback(new Error(why), '')
      })
  }

  const server = new Server({
    host: '127.0.0.1',
    port: 0,
    prepareRequestFunction: ({ hostname, port, isHttp, request, connectionId }) => {
      const host = hostname.replace(/^\[|\]$/g, '')
      const place = `${host}:${port}`
      const why = refusalOf(hostname, port, isHttp, policy) ?? beyondReach(host, errand.reach)
      const entry = meet(place, isHttp ? (request.url ?? null) : null, why !== null)
      if (overdrawn) throw new RequestError('The visit has taken more than it may', 403)
      if (why !== null) {
        note({ place, reason: 'refused_by_guard', why })
        throw new RequestError('Refused by the guard', 403)
      }
      if (!isHttp) tunnels.set(connectionId, entry)
      if (isIP(host) !== 0) addresses.set(host, [host])
      return { requestAuthentication: false, dnsLookup: lookupFor(host, place) as never, httpAgent }
    },
  })
  server.on('connectionClosed', ({ connectionId, stats }) => {
    settle(tunnels.get(connectionId), stats)
    if (tunnels.has(connectionId)) closedBytes += stats?.trgRxBytes ?? 0
  })
  // Streams cannot be counted from within: the proxy joins two sockets and steps aside.
  const counting = setInterval(() => {
    let bytes = closedBytes
    for (const socket of sockets) bytes += socket.bytesRead
    for (const connectionId of tunnels.keys())
      bytes += server.getConnectionStats(connectionId as number)?.trgRxBytes ?? 0
    if (bytes <= maxBytes) return
    overdrawn = true
    server.closeConnections()
    for (const socket of sockets) socket.destroy()
  }, COUNT_EVERY_MS)
  await server.listen()
  return {
    url: `http://127.0.0.1:${server.port}`,
    troubles,
    addressOf: (host) => {
      const known = addresses.get(host.replace(/^\[|\]$/g, '')) ?? []
      return known.length === 1 ? (known[0] ?? null) : null
    },
    tell: (address) => {
      const entry = met.get(placeOf(address))
      if (entry?.learned !== 'name') return
      entry.learned = 'address'
      entry.detail = address
    },
    isOverdrawn: () => overdrawn,
    close: async () => {
      clearInterval(counting)
      for (const [connectionId, entry] of tunnels)
        settle(entry, server.getConnectionStats(connectionId as number))
      httpAgent.destroy()
      await server.close(true)
    },
  }
}

/** What is asked of the proxy must be the very host that was judged, not another spelling that a resolver would fold. */
function refusalOf(hostname: string, port: number, isHttp: boolean, policy: GuardPolicy): string | null {
  const verdict = checkAddress(`${isHttp ? 'http' : 'https'}://${hostname}:${port}/`, policy)
  if (!verdict.ok) return verdict.why
  return verdict.url.hostname === hostname.toLowerCase() ? null : `${hostname} is no plain host name`
}

/** A tunnel that has carried bytes has reached its target. */
function settle(
  entry: EgressEntry | undefined,
  stats: { trgRxBytes?: number | null; trgTxBytes?: number | null } | undefined,
) {
  if ((stats?.trgTxBytes ?? 0) > 0 || (stats?.trgRxBytes ?? 0) > 0) mark(entry, 'connected')
}

/** A party that was reached once has learned what it learned; nothing later undoes that. */
function mark(entry: EgressEntry | undefined, ended: EgressEntry['ended']) {
  if (entry && entry.ended !== 'connected') entry.ended = ended
}
