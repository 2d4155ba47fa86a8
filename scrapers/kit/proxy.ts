/** A forward proxy on loopback through which the browser must go: the same guard, for every request a page makes. */
import { Agent } from 'node:http'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { RequestError, Server } from 'proxy-chain'
import type { Reason } from '#domain/attempt.ts'
import { checkAddress, type GuardPolicy, GuardRefusal, type Resolve, resolveGuarded } from './guard.ts'

/** Something the proxy did not connect to. `place` is `host:port`; `why` is fit for a person. */
type ProxyTrouble = { place: string; reason: Extract<Reason, 'refused_by_guard' | 'dns'>; why: string }

export type GuardProxy = {
  /** what the browser is given as its proxy server */
  url: string
  /** every place not connected to so far, once, in order */
  troubles: ProxyTrouble[]
  /** the one address a host was connected to, or null when it has several and nobody can tell which was used */
  addressOf: (host: string) => string | null
  close: () => Promise<void>
}

/**
 * Starts a proxy for one visit. Route interception in the browser misses redirects, WebSockets and workers; a proxy
 * sees every connection. HTTPS stays sealed: the proxy judges host, port and address, not paths.
 */
export async function startGuardProxy(policy: GuardPolicy, resolve?: Resolve): Promise<GuardProxy> {
  const troubles: ProxyTrouble[] = []
  const addresses = new Map<string, string[]>()
  const note = (trouble: ProxyTrouble) => {
    const isKnown = troubles.some(({ place, reason }) => place === trouble.place && reason === trouble.reason)
    if (!isKnown) troubles.push(trouble)
  }
  // No shared pool: a kept-alive connection of another visit was judged by another policy.
  const httpAgent = new Agent({ keepAlive: false })

  const lookupFor =
    (host: string, place: string): LookupFunction =>
    (hostname, options, callback) => {
      resolveGuarded(hostname, policy, resolve).then(
        (found) => {
          addresses.set(host, found)
          const all = found.map((address) => ({
            address,
            family: ipaddr.parse(address).kind() === 'ipv6' ? 6 : 4,
          }))
          if (options.all) callback(null, all)
          else callback(null, all[0]?.address ?? '', all[0]?.family)
        },
        (error: Error) => {
          const reason = error instanceof GuardRefusal ? 'refused_by_guard' : 'dns'
          const why = reason === 'dns' ? `the name ${host} could not be resolved` : error.message
          note({ place, reason, why })
          // Without a code of its own the proxy answers with a neutral status, never with a 404 that looks like the site's.
          callback(new Error(why), '')
        },
      )
    }

  const server = new Server({
    host: '127.0.0.1',
    port: 0,
    prepareRequestFunction: ({ hostname, port, isHttp }) => {
      const host = hostname.replace(/^\[|\]$/g, '')
      const place = `${host}:${port}`
      const verdict = checkAddress(`${isHttp ? 'http' : 'https'}://${hostname}:${port}/`, policy)
      if (!verdict.ok) {
        note({ place, reason: 'refused_by_guard', why: verdict.why })
        throw new RequestError('Refused by the guard', 403)
      }
      if (ipaddr.isValid(host)) addresses.set(host, [host])
      return { requestAuthentication: false, dnsLookup: lookupFor(host, place) as never, httpAgent }
    },
  })
  await server.listen()
  return {
    url: `http://127.0.0.1:${server.port}`,
    troubles,
    addressOf: (host) => {
      const known = addresses.get(host.replace(/^\[|\]$/g, '')) ?? []
      return known.length === 1 ? (known[0] ?? null) : null
    },
    close: async () => {
      httpAgent.destroy()
      await server.close(true)
    },
  }
}
