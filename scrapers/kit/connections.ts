/** Keeps connections open for the next request to the same site, with one exchange at a time on each. */
import type { Socket } from 'node:net'
import { buildConnector, Client } from 'undici'
import type { Connection } from '#scrapers/contract.ts'
import { connectionOf } from './connection.ts'
import { type GuardPolicy, GuardRefusal, guardedLookup, type Resolve } from './guard.ts'

/**
 * A connection in the hands of one exchange. What it says of the other side is true of that exchange: nobody else uses it
 * meanwhile. `isUsed`: it has carried an exchange before, and the site may be about to close it.
 */
type Line = {
  client: Client
  remoteAddress: string | null
  connection: Connection | null
  isUsed: boolean
  /** told how each try to connect ended; the guard has looked at every address first */
  met: (ended: 'connected' | 'refused') => void
}

export type Connections = {
  /** A line to an origin whose answers may have so many bytes; a kept one only where `mayReuse`. */
  borrow: (origin: string, maxBytes: number, mayReuse: boolean) => Line
  /** After an exchange that was read to its end: the line is kept for a few seconds, if the site keeps it too. */
  giveBack: (line: Line) => void
  /** Ends a line for good. */
  drop: (line: Line) => Promise<void>
}

/** Some honest sites send more than Node's 16 kB of headers, mostly Content-Security-Policy. */
const MAX_HEADER_BYTES = 64 * 1024
const CONNECT_TIMEOUT_MS = 10_000
/** A server that says nothing for so long is given up even where the caller's window is longer. */
const SILENCE_MS = 60_000
/** Servers close theirs after five seconds or more; being first spares a request that meets a closing door. */
const KEPT_MS = 4_000
const MOST_KEPT = 64

/** Makes the connections of one policy. Kept ones do not hold up the end of the process. */
export function createConnections(policy: GuardPolicy, resolve?: Resolve): Connections {
  const kept = new Map<string, Line[]>()
  const places = new WeakMap<Line, string>()
  let keptCount = 0
  const connect = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    lookup: guardedLookup(policy, resolve),
    // What one visit has agreed on with a site shall not name the next one.
    maxCachedSessions: 0,
  } as buildConnector.BuildOptions)

  const open = (origin: string, maxBytes: number): Line => {
    const client = new Client(origin, {
      connect: (options, callback) =>
        connect(options, (...answer) => {
          const socket = answer[1] as Socket | null
          if (socket) {
            line.remoteAddress = socket.remoteAddress ?? null
            line.connection = connectionOf(socket)
            line.met('connected')
          } else if (answer[0] instanceof GuardRefusal) line.met('refused')
          callback(...answer)
        }),
      headersTimeout: SILENCE_MS,
      bodyTimeout: SILENCE_MS,
      keepAliveTimeout: KEPT_MS,
      keepAliveMaxTimeout: KEPT_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
      maxResponseSize: maxBytes,
    })
    const line: Line = { client, remoteAddress: null, connection: null, isUsed: false, met: () => {} }
    client.on('disconnect', () => forget(line))
    return line
  }
  const forget = (line: Line) => {
    const place = places.get(line) ?? ''
    const lines = kept.get(place) ?? []
    if (!lines.includes(line)) return
    keptCount -= 1
    if (lines.length === 1) kept.delete(place)
    else lines.splice(lines.indexOf(line), 1)
    void drop(line)
  }
  const drop = (line: Line) => line.client.destroy().catch(() => {})

  return {
    borrow: (origin, maxBytes, mayReuse) => {
      const place = `${origin} ${maxBytes}`
      const lines = mayReuse ? (kept.get(place) ?? []) : []
      const line = lines.pop()
      if (!line) {
        const fresh = open(origin, maxBytes)
        places.set(fresh, place)
        return fresh
      }
      keptCount -= 1
      if (lines.length === 0) kept.delete(place)
      return line
    },
    giveBack: (line) => {
      line.met = () => {}
      const place = places.get(line)
      if (!place || keptCount >= MOST_KEPT || !line.client.stats.connected) {
        void drop(line)
        return
      }
      line.isUsed = true
      keptCount += 1
      kept.set(place, [...(kept.get(place) ?? []), line])
    },
    drop,
  }
}
